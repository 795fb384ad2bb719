/** Printing twice is printing once, and it changes nothing that is said. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Document } from '../../grammar/document.ts';
import { mixedIndentation } from '../../grammar/indentation.ts';
import { formatBlock, formatDocument, formatEdits } from '../../grammar/printer.ts';
import { anyDocument, validDocument } from './documents.ts';
import { meaningOf, problemsOf } from './trees.ts';

const runs = { numRuns: 1000 };

describe('printing', () => {
  it('never changes what is said', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const document = new Document(text);
        assert.deepEqual(meaningOf(new Document(formatDocument(document))), meaningOf(document));
      }),
      runs,
    );
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const once = formatDocument(new Document(text));
        assert.equal(formatDocument(new Document(once)), once);
        assert.deepEqual(formatEdits(new Document(once)), []);
      }),
      runs,
    );
  });

  it('is right where the document is', () => {
    fc.assert(
      fc.property(validDocument, text => {
        assert.deepEqual(problemsOf(new Document(formatDocument(new Document(text)))), []);
      }),
      { numRuns: 200 },
    );
  });

  it('by edits is the same, and no edit leaves its line', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const document = new Document(text);
        const edits = formatEdits(document);
        const edited = TextDocument.applyEdits(
          TextDocument.create('', '', 0, text),
          edits.map(({ range, text: newText }) => ({ range, newText })),
        );
        assert.equal(edited, formatDocument(document));
        for (const { start, end } of edits.map(edit => edit.range))
          assert.ok(end.line === start.line || (end.line === start.line + 1 && end.character === 0));
      }),
      runs,
    );
  });

  it('block by block is the same but for the blank lines at both ends', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const document = new Document(text);
        const own = document.blocks.map(block => formatBlock(block)).join('');
        const whole = formatDocument(document).replace(/^\ufeff/, '');
        assert.equal(
          own
            .replace(/\r\n?/g, '\n')
            .replace(/^\n|\n$/g, '')
            .trimEnd(),
          whole.replace(/\r\n?/g, '\n').trimEnd(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has one indentation, and so has what the fixes for a mixture write', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const document = new Document(text);
        assert.deepEqual(mixedIndentation(new Document(formatDocument(document))), []);
        const edits = mixedIndentation(document).flatMap(({ block, problem }) =>
          (problem.fix?.edits ?? []).map(edit => ({ range: document.rangeOf(block, edit), newText: edit.text })),
        );
        const mended = new Document(TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits));
        assert.deepEqual(mixedIndentation(mended), []);
        assert.deepEqual(meaningOf(mended), meaningOf(document));
      }),
      runs,
    );
  });
});
