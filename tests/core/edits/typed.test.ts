import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Refusal } from '../../../server/core/edits/insertion.ts';
import { confidenceOfTen, gradeOfTen, valueAndNote } from '../../../server/core/edits/typed.ts';

describe('What somebody types', () => {
  it('is a value, and what happened behind a colon', () => {
    assert.deepEqual(valueAndNote(' 44 points '), { value: '44 points', note: '' });
    assert.deepEqual(valueAndNote('44: Cards work: all of them'), { value: '44', note: 'Cards work: all of them' });
    assert.deepEqual(valueAndNote(': On holiday'), { value: '', note: 'On holiday' });
    assert.deepEqual(valueAndNote('44:'), { value: '44', note: '' });
    assert.deepEqual(valueAndNote('4:5'), { value: '4:5', note: '' });
  });
  it('is a confidence of ten where it is a number up to ten, and what it was otherwise', () => {
    for (const [typed, meant] of [
      ['7', '7/10'],
      [' 10 ', '10/10'],
      ['0', '0/10'],
      ['6.5', '6.5/10'],
      ['7/10', '7/10'],
      ['70%', '70%'],
      ['0.7', '0.7'],
      ['11', '11'],
      ['', ''],
    ] as const)
      assert.equal(confidenceOfTen(typed), meant);
  });
  it('is a grade of ten where it is a number over two, and what it was otherwise', () => {
    for (const [typed, meant] of [
      ['7', '7/10'],
      ['2', '2/10'],
      ['10', '10/10'],
      ['5.5', '5.5/10'],
      ['0', '0'],
      ['1', '1'],
      ['1.2', '1.2'],
      ['0.7', '0.7'],
      ['120 %', '120 %'],
      ['14/10', '14/10'],
    ] as const)
      assert.equal(gradeOfTen(typed), meant);
    for (const typed of ['good', '-1', '11', '250%', '21/10', '7/5', '$5', ''])
      assert.throws(() => gradeOfTen(typed), Refusal);
    assert.throws(() => gradeOfTen('250%'), /at most 2/);
  });
});
