/** The lines of the documents that the server knows: `.okr` files, and each `okr.json`. */
import { Document } from '../../../grammar/document.ts';
import { keyOf, type Workspaces } from '../workspaces.ts';
import type { TextOf } from './translation.ts';

/** Looks, and makes no workspace for what belongs to none. */
export function textsOf(workspaces: Workspaces): TextOf {
  return uri => {
    const key = keyOf(uri);
    const settings = workspaces.settingsText(key);
    if (settings !== undefined) return linesOf(new Document(settings));
    const home = workspaces.all.find(({ workspace }) => workspace.file(key) !== undefined);
    const file = home?.workspace.file(key);
    return file === undefined ? undefined : linesOf(file.document);
  };
}

function linesOf(document: Document): (line: number) => string {
  return line => document.lineText(line);
}
