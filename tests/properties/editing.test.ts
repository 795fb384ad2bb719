/** A document that was edited step by step is the document that has the same text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Document, type Position } from '../../grammar/document.ts';
import { mixedIndentation } from '../../grammar/indentation.ts';
import { anyDocument, anyLine } from './documents.ts';

const position = fc.record({ line: fc.nat(), character: fc.nat({ max: 40 }) });
const edit = fc.record({
  start: position,
  end: fc.record({ lines: fc.nat({ max: 3 }), character: fc.nat({ max: 40 }) }),
  text: fc.oneof(anyDocument, anyLine, fc.constantFrom('', '\n', '\r', '\r\n', ' ', '#', 'x', '\n  ', '\ufeff')),
});

describe('editing', () => {
  it('step by step is parsing afresh', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
        const document = new Document(text);
        // The language server's own document says what an edit does to a text.
        let expected = text;
        let blocks = [...document.blocks];
        for (const { start, end, text } of edits) {
          const from = { line: start.line % (document.lineCount + 1), character: start.character };
          const range = { start: from, end: { line: from.line + end.lines, character: end.character } };
          const { at, removed, added } = document.edit(range, text);
          expected = TextDocument.applyEdits(TextDocument.create('', '', 0, expected), [{ range, newText: text }]);

          // Who follows along needs to look at nothing but the new blocks.
          blocks = [...blocks.slice(0, at), ...document.blocks.slice(at, at + added), ...blocks.slice(at + removed)];
          assert.ok(
            blocks.length === document.blocks.length && blocks.every((block, i) => block === document.blocks[i]),
          );
          assert.equal(document.text, expected);
        }
        const fresh = new Document(document.text);
        assert.deepEqual(content(document), content(fresh));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the trees of the blocks that it does not touch', () => {
    const document = new Document('objective a\n  kr b\n\nobjective c\n  kr d\n\nobjective e\n');
    const [first, , last] = document.blocks;
    const { at, removed, added } = document.edit(
      { start: { line: 4, character: 5 }, end: { line: 4, character: 6 } },
      'x',
    );
    assert.deepEqual({ at, removed, added }, { at: 1, removed: 1, added: 1 });
    assert.equal(document.blocks[0], first);
    assert.equal(document.blocks[2], last);
  });

  it('has the positions of the language server, there and back', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(position), (text, positions) => {
        const document = new Document(text);
        const model = TextDocument.create('', '', 0, text);
        assert.equal(document.lineCount, model.lineCount);
        assert.equal(document.length, text.length);
        for (const wanted of positions as Position[]) {
          const { block, offset } = document.at({
            line: wanted.line % (model.lineCount + 1),
            character: wanted.character,
          });
          const whole = document.offsetOf(block) + offset;
          assert.equal(
            whole,
            model.offsetAt({ line: wanted.line % (model.lineCount + 1), character: wanted.character }),
          );
          assert.deepEqual(document.positionOf(block, offset), model.positionAt(whole));
        }
      }),
      { numRuns: 500 },
    );
  });
});

function content(document: Document): unknown {
  return {
    blocks: document.blocks.map(({ text, tree, lineStarts }, i) => ({
      text,
      lineStarts,
      statements: [...tree.statements],
      comments: tree.comments,
      problems: [...tree.syntax, ...tree.structure],
      line: document.lineOf(i),
      offset: document.offsetOf(i),
    })),
    length: document.length,
    lineCount: document.lineCount,
    mixed: mixedIndentation(document),
  };
}
