/** What the words inside a statement say, for hovers and completion. */

export interface InnerWord {
  readonly summary: string;
  readonly example: string;
}

export const innerWords: ReadonlyMap<string, InnerWord> = new Map([
  ['to', { summary: 'The target; in a cycle, the last day.', example: 'from 32 to 50 points' }],
  [
    'by',
    {
      summary:
        'In a measure, the target as a change of the baseline: `by -30%` is relative, `by 5 points` adds. In a fact, who says it; without it, the owner.',
      example: 'checkin 2026-10-31 36 points by @li',
    },
  ],
  [
    'in',
    {
      summary: 'The cycle of what is referred to, where it is not this one or one around it.',
      example: 'continues love in 2026-Q3',
    },
  ],
  [
    'confidence',
    {
      summary: 'How sure we are to make it: `7/10`, `70%` and `0.7` are the same.',
      example: 'checkin 2026-10-31 36 points confidence 6/10',
    },
  ],
  [
    'due',
    { summary: 'By when this step should be done.', example: 'milestone due 2026-10-20: Beta with 100 customers' },
  ],
  [
    'done',
    {
      summary: 'This step is done; without a day it counts on every day.',
      example: 'milestone done 2026-10-19: Beta with 100 customers',
    },
  ],
  [
    'weight',
    {
      summary: 'How much this step counts beside the others; 1 unless said.',
      example: 'milestone weight 2: In both app stores',
    },
  ],
  [
    'column',
    {
      summary: 'Which column, or which property, holds the values.',
      example: 'data metrics/uptime.csv column availability',
    },
  ],
  [
    'date',
    {
      summary: 'Which column holds the dates; else it is the one called `date`, else the first with dates in it.',
      example: 'data metrics/uptime.csv column availability date week',
    },
  ],
  [
    'where',
    {
      summary: 'Only the rows count that have this value in this column; quotes are for spaces.',
      example: 'data metrics/sales.csv column revenue where region = EU and channel = "own shops"',
    },
  ],
  [
    '=',
    { summary: 'The row has this value there.', example: 'data metrics/sales.csv column revenue where region = EU' },
  ],
  [
    '!=',
    {
      summary: 'The row has another value there.',
      example: 'data metrics/sales.csv column revenue where region != EU',
    },
  ],
  [
    'decimal comma',
    {
      summary: 'In this file a comma stands before the decimals: `1.234,56` is 1,234.56.',
      example: 'data metrics/sales.csv column revenue decimal comma',
    },
  ],
  [
    'last',
    {
      summary: 'Of several rows on one day the latest counts, by its time, else by its place. So it is unless said.',
      example: 'data metrics/sales.csv column stock last',
    },
  ],
  ['sum', { summary: 'Several rows on one day are added up.', example: 'data metrics/sales.csv column revenue sum' }],
  ['mean', { summary: 'Of several rows on one day the mean.', example: 'data metrics/visits.csv column seconds mean' }],
  ['min', { summary: 'Of several rows on one day the least.', example: 'data metrics/visits.csv column seconds min' }],
  ['max', { summary: 'Of several rows on one day the most.', example: 'data metrics/visits.csv column seconds max' }],
  [
    'count',
    {
      summary: 'How many rows there are on each day; with a column, those that have something in it.',
      example: 'data metrics/tickets.csv where status = open count',
    },
  ],
  ['at least', { summary: 'Not below this line; on it is fine.', example: 'keep at least 99.9%' }],
  ['at most', { summary: 'Not above this line; on it is fine.', example: 'keep at most 200 ms' }],
  ['above', { summary: 'Above this line; on it is not enough.', example: 'keep above 4 points' }],
  ['below', { summary: 'Below this line; on it is not enough.', example: 'keep below 3%' }],
  ['between', { summary: 'Within these two lines; on them is fine.', example: 'keep between 3% and 5%' }],
  ['and', { summary: 'The upper of the two lines.', example: 'keep between 3% and 5%' }],
  [
    'on-track',
    { summary: 'In your own judgement it will come out well.', example: 'checkin 2026-10-31 36 points on-track' },
  ],
  [
    'at-risk',
    { summary: 'It may not come out well; something should change.', example: 'checkin 2026-10-31 36 points at-risk' },
  ],
  ['off-track', { summary: 'As things are, it will not come out.', example: 'checkin 2026-10-31 36 points off-track' }],
  [
    'blocked',
    {
      summary: 'It cannot go on until something else happens; say what, after the colon.',
      example: 'checkin 2026-10-31 blocked: We wait for the translation',
    },
  ],
]);

/** The days, weeks … of `every`. */
const rhythm: InnerWord = { summary: 'The rhythm of check-ins or readings.', example: 'every 2 weeks' };
const bounds = new Map([
  ['at', 'at least'],
  ['least', 'at least'],
  ['most', 'at most'],
  ['decimal', 'decimal comma'],
  ['comma', 'decimal comma'],
]);

/** What an inner word says; `at`, `least` and `most` are halves of one. */
export function innerWord(word: string): InnerWord | undefined {
  return (
    innerWords.get(bounds.get(word) ?? word) ?? (/^(?:day|week|month|quarter|year)s?$/.test(word) ? rhythm : undefined)
  );
}
