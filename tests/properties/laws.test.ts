/** What is broken on one line stays on that line, and blocks are independent. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';
import { anyDocument, anyLine, validDocument } from './documents.ts';
import { linesOf, problemsOf } from './trees.ts';

describe('laws of the grammar', () => {
  it('finds nothing wrong with a document that is right', () => {
    fc.assert(
      fc.property(validDocument, text => {
        assert.deepEqual(problemsOf(new Document(text)), []);
      }),
      { numRuns: 400 },
    );
  });

  it('reads whatever there is, every character of it in one block', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const document = new Document(text);
        assert.equal(document.text, text);
        for (const { tree, text } of document.blocks) {
          for (const { start, end, body, parent } of tree.statements) {
            assert.ok(0 <= start && start < end && end <= text.length);
            assert.ok(body.every(child => child.start > start));
            assert.ok(parent === undefined || parent.start < start);
          }
          for (const problem of [...tree.syntax, ...tree.structure])
            for (const { start, end } of [
              problem,
              ...(problem.fix?.edits ?? []),
              ...(problem.related ? [problem.related] : []),
            ])
              assert.ok(0 <= start && start <= end && end <= text.length, JSON.stringify(problem));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every other line as it is, whatever happens to one after its indentation', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), anyLine, (text, pick, instead) => {
        const before = new Document(text);
        const statements = before.blocks.flatMap((block, index) =>
          block.tree.statements.map(node => ({ index, node })),
        );
        fc.pre(statements.length > 0);
        const { index, node } = statements[pick % statements.length] as (typeof statements)[number];
        const offset = before.offsetOf(index) + node.start;
        const after = new Document(text.slice(0, offset) + instead + text.slice(offset).replace(/^[^\r\n]*/, ''));
        const line = before.positionOf(index, node.start).line;
        const [expected, actual] = [linesOf(before), linesOf(after)];
        for (const lines of [expected, actual]) lines.delete(line);
        assert.deepEqual(actual, expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a block as if it were alone', () => {
    fc.assert(
      fc.property(validDocument, anyLine, anyDocument, validDocument, (before, first, rest, after) => {
        const above = before === '' ? '' : `${before}\n`;
        const below = `objective last${/^\ufeff?objective/.test(after) ? '' : ': Last'}\n${after.replace('\ufeff', '')}`;
        const own = (text: string) => new Document(text).blocks.map(block => ({ ...block.tree }));
        const all = own(`${above}${first}\n${rest}\n${below}`);
        // A comment at the first column stands in the block above it, so the last block above is left out.
        const head = own(above).slice(0, -1);
        const tail = own(below);
        assert.deepEqual(all.slice(0, head.length), head);
        assert.deepEqual(all.slice(-tail.length), tail);
      }),
      { numRuns: 300 },
    );
  });
});
