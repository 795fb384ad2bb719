/** What can be folded, for each fixture in `folding/`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { FoldingRange } from 'vscode-languageserver-types';
import { type FoldingWishes, foldingRanges } from '../../../server/core/features/folding.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture } from './fixture.ts';

const uri = 'file:///workspace/main.okr';
const all: FoldingWishes = { linesOnly: false, showsText: true, most: Number.POSITIVE_INFINITY };
const fileOf = (text: string) => fixture('').context.workspace.setFile(uri, text, true);

describe('Folding', () => {
  eachFixture('folding', (name, text) => {
    it(name, () => {
      const file = fileOf(text);
      const lines = foldingRanges(file, all).map(range => `${inWords(file, range)}\n`);
      equalsGolden(`folding/${name}.golden.txt`, lines.join(''));
    });
  });

  it('says no more than a client can take', () => {
    const file = fileOf('team t\nobjective a\n  kr b\n    to 3\n    checkin 2026-10-10 1\n    checkin 2026-10-11 2\n');
    assert.deepEqual(foldingRanges(file, { linesOnly: true, showsText: false, most: 3 }), [
      { startLine: 0, endLine: 5 },
      { startLine: 1, endLine: 5 },
      { startLine: 2, endLine: 5 },
    ]);
    assert.deepEqual(foldingRanges(file, { ...all, most: 0 }), []);
  });

  it('is within the document, in order, whatever that says', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat({ max: 12 }), (text, most) => {
        const file = fileOf(text);
        const ranges = foldingRanges(file, { ...all, most });
        assert.ok(ranges.length <= most);
        let before = -1;
        for (const { startLine, startCharacter, endLine, endCharacter } of ranges) {
          assert.ok(before < startLine && startLine < endLine && endLine < file.document.lineCount);
          assert.ok((startCharacter as number) <= file.document.lineText(startLine).length);
          assert.ok((endCharacter as number) <= file.document.lineText(endLine).length);
          before = startLine;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never cuts through another fold', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const open: FoldingRange[] = [];
        for (const range of foldingRanges(fileOf(text), all)) {
          while (open.length > 0 && (open.at(-1) as FoldingRange).endLine < range.startLine) open.pop();
          assert.ok(open.every(outer => range.endLine <= outer.endLine));
          open.push(range);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** `9–42 objective love: …`, and what is shown in place of what is folded. */
function inWords({ document }: OkrFile, { startLine, endLine, kind, collapsedText }: FoldingRange): string {
  const line = document.lineText(startLine);
  const indent = line.length - line.trimStart().length;
  const text = collapsedText === undefined ? '' : ` ⟨${collapsedText}⟩`;
  return `${' '.repeat(indent)}${startLine + 1}–${endLine + 1} ${line.trim()}${text}${kind === undefined ? '' : ` (${kind})`}`;
}
