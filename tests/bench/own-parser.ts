/** What the peers' harness measures: a text to trees with positions. */
import { Document } from '../../grammar/document.ts';

export function parse(text: string): { readonly document: Document; readonly errors: number } {
  const document = new Document(text);
  let errors = 0;
  for (const { tree } of document.blocks) errors += tree.syntax.length;
  return { document, errors };
}
