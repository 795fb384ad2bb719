/** Where elements stand, as links of the protocol: the element as a whole, and its name in it. */
import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { Entry, KeyResultEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { nameSpan } from '../rules/rule.ts';
import { extentOf } from './extent.ts';
import { inTree } from './written-at.ts';

export type Placed = Entry | KeyResultEntry;

/** @param origin what was asked about, in the file that the answer is for */
export function linkTo(target: Placed, origin?: Range): LocationLink {
  const { file, block } = 'keyResult' in target ? target.objective : target;
  return inTree(target, node => ({
    ...(origin === undefined ? {} : { originSelectionRange: origin }),
    targetUri: file.uri,
    targetRange: file.rangeOf(block, extentOf(block, node)),
    targetSelectionRange: file.rangeOf(block, nameSpan(node)),
  }));
}

/** The path of a file in its workspace, as people write it. */
export function pathIn({ root }: Workspace, uri: string): string {
  const path = uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
