/** What the statements with several arguments look like: their parameters in order, each with what it says. */
import type { Keyword } from '../../../../grammar/keywords.ts';
import { innerWords } from '../inner-words.ts';

/** What a parameter takes. */
export type Takes =
  | 'date'
  | 'number'
  | 'share'
  | 'person'
  | 'status'
  | 'bound'
  | 'count'
  | 'word'
  | 'condition'
  | 'setting'
  | 'prose';

export interface Parameter {
  /** `DATE`; behind `word` where there is one. */
  readonly label: string;
  readonly takes: Takes;
  /** The word that it begins with: `confidence`. */
  readonly word?: string;
  readonly isOptional?: boolean;
  readonly summary: string;
  readonly example: string;
}

export interface Shape {
  readonly keyword: string;
  readonly parameters: readonly Parameter[];
  /** The word that tells this shape from the first. */
  readonly when?: string;
}

const date = (summary: string): Parameter => ({ label: 'DATE', takes: 'date', summary, example: '2026-10-31' });
const value = (summary: string, label = 'VALUE'): Parameter => ({
  label,
  takes: 'number',
  summary: `${summary} A unit may follow: any words.`,
  example: '36 points',
});
const by: Parameter = {
  label: '@PERSON',
  takes: 'person',
  word: 'by',
  isOptional: true,
  summary: 'Who says it; without it, the owner.',
  example: 'by @li',
};
const prose = (label: string, summary: string, example: string): Parameter => ({
  label,
  takes: 'prose',
  summary,
  example,
});
const why = prose('Why', 'After a colon, in your own words: why.', ': Agreed with @maria');
const day = 'The day that it counts from.';

const bound: Parameter = {
  label: 'BOUND',
  takes: 'bound',
  summary: '`at least`, `at most`, `above` or `below`. On the line holds for the first two.',
  example: 'at least',
};
const line = value('The line to hold.');
const low: Parameter = { ...value('The lower line.', 'LOW'), word: 'between', example: 'between 3%' };
const high: Parameter = { ...value('The upper line.', 'HIGH'), word: 'and', example: 'and 5%' };

function inner(word: string, label: string, takes: Takes, example: string, isOptional = true): Parameter {
  return { label, takes, word, isOptional, summary: innerWords.get(word)?.summary ?? '', example };
}

/** Where a statement stands: what its arguments are depends on it. */
export interface Where {
  /** What it stands in. */
  readonly holder: 'cycle' | 'objective' | 'initiative' | 'other';
  /** The key result holds a line. */
  readonly holdsLine: boolean;
}

/** The shapes of a statement, the usual one first; none where one argument is all there is. */
export function shapesOf({ keyword, kind }: Keyword, where: Where): readonly Shape[] {
  const shape = (parameters: readonly Parameter[], when?: string): Shape => ({
    keyword,
    parameters,
    ...(when === undefined ? {} : { when }),
  });
  switch (kind) {
    case 'from':
      return where.holder === 'cycle'
        ? [shape(days)]
        : [
            shape([
              value('Where it stands at the beginning; `?` where nobody knows yet.', 'BASELINE'),
              { ...value('Where it shall stand at the end.', 'TARGET'), word: 'to', example: 'to 50 points' },
            ]),
            shape(
              [
                value('Where it stands at the beginning.', 'BASELINE'),
                {
                  ...value('How far it shall go: `-30%` of the baseline, or `5 points` more.', 'CHANGE'),
                  word: 'by',
                  example: 'by -30%',
                },
              ],
              'by',
            ),
          ];
    case 'keep':
    case 'healthy':
    case 'critical':
      return [shape([bound, line]), shape([low, high], 'between')];
    case 'milestone':
      return [
        shape([
          inner('due', 'DATE', 'date', 'due 2026-11-30'),
          inner('done', '[DATE]', 'date', 'done 2026-11-28'),
          inner('weight', 'NUMBER', 'number', 'weight 2'),
          prose('What is there then', 'After a colon: what one can see when it is done.', ': Beta with 100 customers'),
        ]),
      ];
    case 'checkin':
      return [
        shape([
          date('The day that it stood there.'),
          // An objective has no value of its own.
          ...(where.holder === 'objective'
            ? []
            : [{ ...value('Where it stands. Without one, the value before stands.'), isOptional: true }]),
          inner('confidence', 'SHARE', 'share', 'confidence 7/10'),
          {
            label: 'STATUS',
            takes: 'status',
            isOptional: true,
            summary: 'Your own word for it: `on-track`, `at-risk`, `off-track` or `blocked`.',
            example: 'at-risk',
          },
          by,
          prose('Note', 'After a colon: what happened, and what comes next.', ': New onboarding is live'),
        ]),
      ];
    case 'target':
      return where.holdsLine
        ? [shape([date(day), bound, line, by, why]), shape([date(day), low, high, by, why], 'between')]
        : [shape([date(day), value('The new target.'), by, why])];
    case 'plan':
      return [shape([date('The day of the stop on the way.'), value('Where it should stand on that day.'), by, why])];
    case 'reading':
      return [
        shape([
          date('The day that it was read.'),
          value('What it stood at.'),
          by,
          prose('Note', 'After a colon: what happened.', ': After the refund fix'),
        ]),
      ];
    case 'grade':
      return [
        shape([
          { ...date('The day of the judgement. Without one it shows at once.'), isOptional: true },
          {
            label: 'SHARE',
            takes: 'share',
            summary: 'How much of it came true: `0.7`, `7/10` and `70%` are the same. It may be over 1.',
            example: '0.7',
          },
          by,
          why,
        ]),
      ];
    case 'dropped':
    case 'resumed':
      return [shape([{ ...date(day), isOptional: where.holder === 'initiative' }, by, why])];
    case 'every':
      return [
        shape([
          { label: 'COUNT', takes: 'count', isOptional: true, summary: 'How many; 1 unless said.', example: '2' },
          {
            label: 'UNIT',
            takes: 'word',
            summary: '`day`, `week`, `month`, `quarter` or `year`, in the plural too.',
            example: 'weeks',
          },
        ]),
      ];
    case 'data':
      return [
        shape([
          {
            label: 'PATH',
            takes: 'word',
            summary:
              'A CSV, TSV, JSON or JSON Lines file of this workspace, seen from this file; in quotes where it has blanks.',
            example: 'metrics/uptime.csv',
          },
          inner('column', 'COLUMN', 'word', 'column availability', false),
          inner('date', 'DATES', 'word', 'date week'),
          inner('where', 'NAME = VALUE', 'condition', 'where region = EU'),
          {
            label: 'decimal comma',
            takes: 'setting',
            isOptional: true,
            summary: innerWords.get('decimal comma')?.summary ?? '',
            example: 'decimal comma',
          },
          {
            label: 'last|sum|mean|min|max|count',
            takes: 'setting',
            isOptional: true,
            summary: 'What becomes of several rows on one day; the last one counts unless said.',
            example: 'sum',
          },
        ]),
      ];
    default:
      return [];
  }
}

const days: readonly Parameter[] = [
  { label: 'FIRST', takes: 'date', summary: 'Its first day.', example: '2026-10-05' },
  {
    label: 'LAST',
    takes: 'date',
    word: 'to',
    summary: 'Its last day; `?` where it is open.',
    example: 'to 2026-12-18',
  },
];
