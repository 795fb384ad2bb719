import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gradeColour, isEarly } from '../../../server/core/scores/grade.ts';
import { showPercent, showScore } from '../../../server/core/scores/rounding.ts';
import { formatEstimate, formatNumber, formatValue } from '../../../server/core/scores/value-text.ts';
import { hundred } from './elements.ts';

function shows<Input extends unknown[]>(
  show: (...input: Input) => string,
  table: [...input: Input, shown: string][],
): void {
  for (const row of table) {
    const input = row.slice(0, -1) as unknown as Input;
    it(`${input.join(' ')} as ${row.at(-1)}`, () => assert.equal(show(...input), row.at(-1)));
  }
}

describe('A score is shown', () => {
  shows(showScore, [
    [0, '0.00'],
    [0.3503, '0.35'],
    [0.285, '0.29'], // half up, though 0.285 is a little less in binary
    [0.284, '0.28'],
    [(0.7 + 0.7 + 0.7) / 3, '0.70'],
    [0.995, '0.99'], // never up to 1.00
    [0.9999, '0.99'],
    [1, '1.00'],
    [1 - 1e-12, '1.00'],
    [1.2, '1.20'],
    [-0.125, '−0.12'],
  ]);
});

describe('A percentage is shown', () => {
  shows(showPercent, [
    [0, '0%'],
    [0.5604, '56%'],
    [0.565, '57%'],
    [0.996, '99%'], // never up to 100 %
    [1, '100%'],
    [1.44, '144%'],
    [1.004, '100%'],
    [-0.12, '−12%'],
    [-0.001, '0%'],
  ]);
});

describe('A value is shown', () => {
  shows(formatValue, [
    [41, 'points', '41 points'],
    [1, 'points', '1 point'],
    [1, 'new clients', '1 new client'],
    [-1, 'days', '−1 day'],
    [1.5, 'points', '1.5 points'],
    [1, 'ms', '1 ms'],
    [1, 'replies', '1 replies'],
    [1, 'classes', '1 classes'],
    [1, 'NPS', '1 NPS'],
    [1, 'MB/s', '1 MB/s'],
    [1200, '', '1,200'],
    [99.95, '%', '99.95%'],
    [-4.5, '%', '−4.5%'],
    [5, 'x', '5x'],
    [0.1 + 0.2, 'dB', '0.3 dB'],
    [0.00015, 's', '0.00015 s'],
    [-0, 'points', '0 points'],
    [12.5, '$', '$12.50'],
    [-0.3, '€', '−€0.30'],
    [1234.56, 'US$', 'US$1,234.56'],
    [0.0004, '$', '$0.0004'],
    [40_000, '$', '$40,000'],
    [1_200_000, '$', '$1.2M'],
    [-1_234_567, '€', '−€1.23M'],
    [2_500_000_000, 'US$', 'US$2.5B'],
    [1_200_000, 'EUR', '1,200,000 EUR'],
    [1_200_000, 'users', '1,200,000 users'],
    [null, 'points', '?'],
  ]);
});

describe('An estimate is shown', () => {
  shows(formatEstimate, [
    [49.1531, 'points', '49.2 points'],
    [309.4, '', '309'],
    [4.3678, '%', '4.37%'],
    [0.01234, 's', '0.012 s'],
    [-7.125, 'days', '−7.12 days'],
    [33.8437, '€', '€33.84'],
    [7.996, '€', '€8'],
    [0.0123, '$', '$0.012'],
    [309.4, '$', '$309'],
    [1_234_567.8, '$', '$1.23M'],
  ]);
});

describe('A number is shown', () => {
  shows(formatNumber, [
    [1234.5, '1,234.5'],
    [-4.5, '−4.5'],
    [-0, '0'],
  ]);
});

describe('Google’s colours', () => {
  for (const [score, colour] of [
    [0, 'red'],
    [0.34, 'red'],
    [0.35, 'yellow'],
    [0.64, 'yellow'],
    [0.65, 'green'],
    [1, 'green'],
  ] as const) {
    it(`${score} is ${colour}`, () => assert.equal(gradeColour(score), colour));
  }
});

describe('A grade is early', () => {
  const table = [
    [99, 150, true, 'given the day before the last'],
    [100, 150, false, 'given on the last day'],
    [undefined, 50, true, 'without a date, while it goes on'],
    [undefined, 101, false, 'without a date, after the end'],
  ] as const;
  for (const [day, today, early, why] of table) {
    it(`${early}: ${why}`, () => assert.equal(isEarly({ day }, hundred, today), early));
  }
  it('never without an end', () => assert.equal(isEarly({ day: 1 }, { first: 0, last: undefined }, 1), false));
});
