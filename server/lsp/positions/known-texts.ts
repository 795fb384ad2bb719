/** The lines of the documents that the server knows: `.okr` files, each `okr.json`, and Markdown that is open. */
import { Document } from '../../../grammar/document.ts';
import type { MarkdownDocuments } from '../markdown-documents.ts';
import { keyOf, type Workspaces } from '../workspaces.ts';
import type { TextOf } from './translation.ts';

/** Looks, and makes no workspace for what belongs to none. */
export function textsOf(workspaces: Workspaces, markdown: MarkdownDocuments): TextOf {
  return uri => {
    const key = keyOf(uri);
    const other = workspaces.settingsText(key) ?? markdown.text(key);
    if (other !== undefined) return linesOf(new Document(other));
    const home = workspaces.all.find(({ workspace }) => workspace.file(key) !== undefined);
    const file = home?.workspace.file(key);
    return file === undefined ? undefined : linesOf(file.document);
  };
}

function linesOf(document: Document): (line: number) => string {
  return line => document.lineText(line);
}
