import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { textOf } from '../../../server/core/titles/measure-text.ts';
import { measureText, readTitle } from '../../../server/core/titles/reader.ts';
import { everydayTitles, publishedTitles } from './labelled-titles.ts';

/** What the grammar finds wrong with a measure under a key result. */
function problemsOf(measure: string): string[] {
  const document = new Document(`objective: One\n  kr: Two\n    ${measure}\n`);
  const problems = document.blocks.flatMap(({ tree }) => [...tree.syntax, ...tree.structure]);
  return problems.map(({ message }) => message);
}

describe('the measures that the fix writes', () => {
  it('are lines of .okr', () => {
    const wrong: string[] = [];
    for (const { title } of [...publishedTitles(), ...everydayTitles()]) {
      const measure = measureText(readTitle(title));
      if (measure === undefined) continue;
      const problems = problemsOf(measure);
      if (problems.length > 0) wrong.push(`${title}: ${measure}: ${problems.join('; ')}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('are so for whatever a title holds', () => {
    const words =
      'increase reduce keep from to by at least under between and 25% 3x -5 +2 $1.2M €40k USD 10 1,200 4,5 1.500 twelve half of more ' +
      'pages/day km/h full-time unit? a.b due owner @ana weight 5+ R&D ± ~ ≥ < → – ( ) , : ; # ? / . " \' no zero per week points';
    const title = fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 12 }).map(found => found.join(' '));
    fc.assert(
      fc.property(title, text => {
        for (const measure of readTitle(text).measures) assert.deepEqual(problemsOf(textOf(measure)), []);
      }),
      { numRuns: 5000 },
    );
  });
});
