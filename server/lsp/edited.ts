/** A document after what a client says has changed in it. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Document } from '../../grammar/document.ts';

/** The same document, or another one where its whole text is new. */
export function edited(document: Document, changes: readonly TextDocumentContentChangeEvent[]): Document {
  let now = document;
  for (const change of changes) {
    if ('range' in change) now.edit(change.range, change.text);
    else now = new Document(change.text);
  }
  return now;
}
