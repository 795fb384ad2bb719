/** Where elements stand, as links of the protocol: the element as a whole, and its name in it. */
import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { Objective as ObjectiveNode, Span, Statement } from '../../../grammar/tree.ts';
import type { Entry, KeyResultEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { keyResultNodes, nameSpan, statementOf } from '../rules/rule.ts';

export type Placed = Entry | KeyResultEntry;

/** @param origin what was asked about, in the file that the answer is for */
export function linkTo(target: Placed, origin?: Range): LocationLink {
  const entry = 'keyResult' in target ? target.objective : target;
  const { file, block } = entry;
  const node = nodeOf(target);
  const link: LocationLink = {
    ...(origin === undefined ? {} : { originSelectionRange: origin }),
    targetUri: file.uri,
    targetRange: file.rangeOf(block, { start: node.start, end: endOf(node) }),
    targetSelectionRange: file.rangeOf(block, nameSpan(node)),
  };
  if (!file.isOpen) block.release();
  return link;
}

/** The statement of an element, in the tree of its block. */
export function nodeOf(target: Placed): Statement {
  if (!('keyResult' in target)) return statementOf(target);
  const { objective, keyResult } = target;
  const node = statementOf(objective);
  return keyResultNodes(node as ObjectiveNode)[objective.element.keyResults.indexOf(keyResult)] ?? node;
}

/** With all that is indented under it. */
function endOf(node: Statement): Span['end'] {
  const last = node.body.at(-1);
  return last === undefined ? node.end : Math.max(node.end, endOf(last));
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
