/** Numbers in words. */
import { PhraseTable } from '../phrases.ts';
import type { Bound } from './bounds.ts';

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const TEENS = 'seventeen eighteen nineteen';
const DECADES = 'twenty thirty forty fifty sixty seventy eighty ninety';

export const ones: ReadonlyMap<string, number> = new Map(`${ONES} ${TEENS}`.split(' ').map((word, n) => [word, n]));
export const tens: ReadonlyMap<string, number> = new Map(DECADES.split(' ').map((word, n) => [word, (n + 2) * 10]));

/** Words that multiply what stands before them. */
export const scales: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);

/** Magnitudes that follow digits (`2 million`, `1.2M`, `40k`) and how `.okr` writes them. */
export const magnitudes: ReadonlyMap<string, { readonly factor: number; readonly sign: string }> = new Map(
  (
    [
      ['k thousand thousands tsd', 1e3, 'k'],
      ['m mm mn mio mln million millions', 1e6, 'M'],
      ['b bn bln billion billions', 1e9, 'B'],
      ['lakh lakhs', 1e5, ''],
      ['crore crores', 1e7, ''],
      ['trillion trillions tn', 1e12, ''],
      ['hundred', 100, ''],
      ['dozen', 12, ''],
    ] as const
  ).flatMap(([words, factor, sign]) => words.split(' ').map(word => [word, { factor, sign }] as const)),
);

/** Denominators of a fraction, in percent of one part: `a third`, `two thirds`, `three quarters`. */
export const fractionParts: ReadonlyMap<string, number> = new Map([
  ['half', 50],
  ['halves', 50],
  ['third', 100 / 3],
  ['thirds', 100 / 3],
  ['quarter', 25],
  ['quarters', 25],
  ['fourth', 25],
  ['fourths', 25],
  ['fifth', 20],
  ['fifths', 20],
  ['tenth', 10],
  ['tenths', 10],
]);

/** A number with its unit or its bound in one expression. */
export interface NumberWord {
  readonly type: 'percent' | 'count' | 'duration';
  readonly value: number;
  readonly written: string;
  readonly unit: string;
  readonly bound?: Bound;
}

const nines = (value: number): NumberWord => ({
  type: 'percent',
  value,
  written: `${value}%`,
  unit: '',
  bound: 'at-least',
});
const often = (value: number, period: string): NumberWord => {
  return { type: 'count', value, written: String(value), unit: `${value === 1 ? 'time' : 'times'} per ${period}` };
};
const PERIODS = ['day', 'week', 'month', 'quarter', 'year', 'sprint'];
const ADVERBS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'];

export const numberWords = new PhraseTable<NumberWord>([
  [nines(99), 'two nines'],
  [nines(99.9), 'three nines|3 nines'],
  [nines(99.99), 'four nines|4 nines'],
  [nines(99.999), 'five nines|5 nines'],
  [nines(99.9999), 'six nines'],
  [{ type: 'duration', value: 1, written: '1', unit: 's', bound: 'at-most' }, 'sub - second|sub second|subsecond'],
  [{ type: 'duration', value: 1, written: '1', unit: 'minute', bound: 'at-most' }, 'sub - minute'],
  [{ type: 'count', value: 10, written: '10', unit: '', bound: 'below' }, 'single - digit|single digits|single digit'],
  [
    { type: 'count', value: 10, written: '10', unit: '', bound: 'at-least' },
    'double - digit|double digit|double digits',
  ],
  [
    { type: 'percent', value: 50, written: '50%', unit: '', bound: 'above' },
    'majority of|more than half of|over half of',
  ],
  ...PERIODS.flatMap(period =>
    [1, 2].map(value => {
      const word = value === 1 ? 'once' : 'twice';
      return [
        often(value, period),
        `${word} a ${period}|${word} per ${period}|${word} each ${period}|${word} every ${period}`,
      ] as const;
    }),
  ),
  ...ADVERBS.map((adverb, index) => [often(2, PERIODS[index] ?? 'day'), `twice ${adverb}`] as const),
]);
