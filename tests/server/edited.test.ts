/** Documents that are no OKRs follow the client's edits as well; the protocol's own library says what is right. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Document } from '../../grammar/document.ts';
import { edited } from '../../server/lsp/edited.ts';

const text = fc.string({ unit: fc.constantFrom('a', '{', ' ', '#', '\n', '\r\n', '\r', '😀'), maxLength: 60 });
const position = fc.record({ line: fc.nat(12), character: fc.nat(20) });
const change = fc.oneof(fc.record({ range: fc.record({ start: position, end: position }), text }), fc.record({ text }));

describe('a document that is edited', () => {
  it('has the text that it has in the library, whatever is changed, in whatever order a range stands', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 6 }), (before, changes) => {
        // Afresh for each change: past its end the library loses count of its lines.
        const inLibrary = (sofar: string, each: (typeof changes)[number]) =>
          TextDocument.update(TextDocument.create('file:///a.md', 'markdown', 1, sofar), [each], 2).getText();
        assert.equal(edited(new Document(before), changes).text, changes.reduce(inLibrary, before));
      }),
    );
  });
});
