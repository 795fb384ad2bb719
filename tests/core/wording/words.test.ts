import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  count,
  day,
  daysBetween,
  estimate,
  fullDay,
  longDay,
  monthsBetween,
  ofTen,
  quantity,
} from '../../../server/core/wording/words.ts';

/** `~` is a no-break space. */
function table(title: string, rows: readonly (readonly [actual: string, expected: string])[]): void {
  it(title, () => {
    for (const [actual, expected] of rows) assert.equal(actual, expected.replaceAll('~', '\u00a0'));
  });
}

describe('words', () => {
  table('keep a number and its unit together', [
    [quantity(41, 'points'), '41~points'],
    [quantity(65, '%'), '65%'],
    [quantity(41, 'points', true), '41'],
    [quantity(65, '%', true), '65%'],
    [quantity(2, 'x', true), '2x'],
    [quantity(1_200_000, '$', true), '$1.2M'],
    [estimate(49.1489, 'points'), '49.1~points'],
  ]);
  table('say a confidence of ten', [
    [ofTen(0.7), '7'],
    [ofTen(0.65), '6.5'],
    [ofTen(0.333), '3.3'],
  ]);
  table('name the year of a day only where it is another one', [
    [day('2026-11-14', '2026-11-21'), '14~Nov'],
    [day('2025-01-02', '2026-11-21'), '2~Jan~2025'],
    [longDay('2026-12-31', '2026-11-21'), '31~December'],
    [fullDay('2026-11-21'), '21~November 2026'],
  ]);
  table('count', [
    [count(1, 'key result'), '1 key result'],
    [count(0, 'day'), '0 days'],
  ]);

  it('count days over the turn of a year and a leap day', () => {
    assert.equal(daysBetween('2026-10-01', '2026-12-31'), 91);
    assert.equal(daysBetween('2027-12-31', '2028-03-01'), 61);
    assert.equal(daysBetween('2026-11-21', '2026-11-14'), -7);
  });

  it('find the months that begin inside a period', () => {
    assert.deepEqual(monthsBetween('2026-10-01', '2026-12-31'), ['2026-11-01', '2026-12-01']);
    assert.deepEqual(monthsBetween('2026-12-15', '2027-01-10'), ['2027-01-01']);
    assert.deepEqual(monthsBetween('2026-12-02', '2026-12-20'), []);
  });
});
