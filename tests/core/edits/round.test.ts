/** How a round goes over all that is due, at a terminal as in the editor. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { goRound, type Said } from '../../../server/core/edits/round.ts';
import { roundInWords } from '../../../server/core/wording/check-in.ts';

interface Answer {
  readonly value: string;
}
const four = { value: '4' };

/** Goes round some subjects with answers by their ids; what is written is no longer due, nor what it feeds. */
async function go(ids: readonly string[], answers: Record<string, Said<Answer>>, feeds: Record<string, string> = {}) {
  let due = [...ids];
  const asked: string[] = [];
  const written: string[] = [];
  const round = await goRound<{ id: string }, Answer>({
    due: async () => due.map(id => ({ id })),
    ask: async ({ id }, { number, total }) => {
      asked.push(`${id} ${number}/${total}`);
      return answers[id] ?? 'skip';
    },
    write: async ({ id }, { value }) => {
      if (value === 'gone') return false;
      written.push(`${id} ${value}`);
      due = due.filter(each => each !== id && each !== feeds[id]);
      return true;
    },
  });
  return { round, asked, written };
}

describe('A round of check-ins', () => {
  it('asks of each once, and counts', async () => {
    const { round, asked, written } = await go(['a', 'b', 'c'], { a: four, c: four });
    assert.deepEqual(asked, ['a 1/3', 'b 2/3', 'c 3/3']);
    assert.deepEqual(written, ['a 4', 'c 4']);
    assert.deepEqual(round, { written: 2, skipped: 1, left: 0 });
  });
  it('ends where somebody ends it, with what is written and what is left', async () => {
    const { round, asked } = await go(['a', 'b', 'c', 'd'], { a: four, c: 'end' });
    assert.deepEqual(asked, ['a 1/4', 'b 2/4', 'c 3/4']);
    assert.deepEqual(round, { written: 1, skipped: 1, left: 2 });
  });
  it('leaves out what an answer has put right, and counts what could not be written as skipped', async () => {
    const { asked, round } = await go(['kpi', 'a', 'b'], { kpi: four, b: { value: 'gone' } }, { kpi: 'a' });
    assert.deepEqual(asked, ['kpi 1/3', 'b 2/3']);
    assert.deepEqual(round, { written: 1, skipped: 1, left: 0 });
  });
  it('is none where nothing is due', async () => {
    assert.equal((await go([], {})).round, undefined);
  });
  it('is told in a sentence', () => {
    assert.equal(roundInWords({ written: 3, skipped: 2, left: 0 }), '3 checked in, 2 skipped.');
    assert.equal(roundInWords({ written: 0, skipped: 1, left: 2 }), 'Nothing written, 1 skipped, 2 left.');
  });
});
