/** What a selection grows to, for each mark of each fixture in `selection/`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/core/features/selection.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';
import { isIn } from './ranges.ts';

describe('A selection', () => {
  eachFixture('selection', (name, text) => {
    it(`grows: ${name}`, () => {
      const { context, marks } = fixture(text);
      const answers = marks.map(mark => {
        const file = context.workspace.file(mark.uri) as OkrFile;
        return answer(mark, file, steps(selectionRanges(file, [mark.position])[0] as SelectionRange));
      });
      equalsGolden(`selection/${name}.golden.txt`, answers.join('\n'));
    });
  });

  it('grows by every step, from where the cursor is to the whole document', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.nat({ max: 40 }), (text, line, character) => {
        const file = fixture('').context.workspace.setFile('file:///workspace/any.okr', text, true);
        const { document } = file;
        const at: Position = { line: line % document.lineCount, character };
        at.character = Math.min(character, document.lineText(at.line).length);
        const ranges = steps(selectionRanges(file, [at])[0] as SelectionRange);
        const last = document.lineCount - 1;
        const whole = {
          start: { line: 0, character: 0 },
          end: { line: last, character: document.lineText(last).length },
        };
        assert.ok(isIn({ start: at, end: at }, ranges[0] as Range));
        for (const [i, range] of ranges.entries()) {
          const next = ranges[i + 1];
          if (text !== '') assert.notDeepEqual(range.start, range.end);
          if (next !== undefined) assert.ok(isIn(range, next) && !isIn(next, range));
        }
        assert.ok(isIn(whole, ranges.at(-1) as Range) && isIn(ranges.at(-1) as Range, whole));
      }),
      { numRuns: 1000 },
    );
  });
});

function steps(selection: SelectionRange): Range[] {
  const ranges: Range[] = [];
  for (let step: SelectionRange | undefined = selection; step !== undefined; step = step.parent)
    ranges.push(step.range);
  return ranges;
}

/** The line with its cursor, and under it each step: its text, or its lines. */
function answer({ line, position }: Marked, { document }: OkrFile, ranges: readonly Range[]): string {
  const written = `${line.slice(0, position.character)}│${line.slice(position.character)}`;
  const lines = ranges.map(({ start, end }) => {
    const first = document.lineText(start.line).slice(start.character);
    if (start.line === end.line) return `  ${first.slice(0, end.character - start.character)}`;
    return `  ${start.line + 1}:${start.character + 1}–${end.line + 1}:${end.character + 1} ${first}`;
  });
  return `${written}\n${lines.join('\n')}\n`;
}
