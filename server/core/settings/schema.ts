/**
 * What `okr.json` may say, once: the types, the check of a file and the JSON Schema that editors use come from here.
 * A message says what to write instead; it stands at the value that it is about.
 */
import * as v from 'valibot';
import { nearest } from '../../../grammar/spelling.ts';
import type { RhythmUnit } from '../../../grammar/tree.ts';
import type { Rhythm } from '../model/elements.ts';
import { defaultThresholds } from '../scores/thresholds.ts';
import { presets } from './presets.ts';

export const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** What `okr.json` can set of a rule. */
export interface RuleOptionSpec {
  readonly id: string;
  /** One sentence, shown when the rule is hovered in `okr.json`. */
  readonly description?: string;
  readonly options: Readonly<Record<string, { readonly default: number; readonly description: string }>>;
}

type Issue = v.BaseIssue<unknown>;

const isTrueOrFalse = ({ input }: Issue) => `${shown(input)} is neither \`true\` nor \`false\`: write one of them`;
const isText = ({ input }: Issue) => `${shown(input)} is no text: write it in double quotes`;

// ---- the first month of a fiscal year

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const capitalized = new RegExp(`^(?:${months.map(month => `${month[0]?.toUpperCase()}${month.slice(1)}`).join('|')})$`);

function noMonth({ input }: Issue): string {
  const word = typeof input === 'string' ? input.trim().toLowerCase() : '';
  const number = Number(word);
  const meant =
    word === ''
      ? undefined
      : (months[number - 1] ?? months.find(month => month.startsWith(word.slice(0, 3))) ?? nearest(word, months));
  return `${shown(input)} is no month: write ${meant === undefined ? '1 to 12, or a name such as `"october"`' : `\`"${meant}"\``}`;
}

const month = v.pipe(
  v.union(
    [
      v.pipe(v.number(noMonth), v.integer(noMonth), v.minValue(1, noMonth), v.maxValue(12, noMonth)),
      v.picklist(months, noMonth),
      v.pipe(v.string(noMonth), v.regex(capitalized, noMonth)),
    ],
    noMonth,
  ),
  v.description(
    'The month in which a fiscal year begins: 1 to 12, or its English name. `FY27` is the fiscal year that ends in 2027. January if nothing is said. One for the whole workspace.',
  ),
  v.transform(first => (typeof first === 'number' ? first : months.indexOf(first.toLowerCase() as 'january') + 1)),
);

// ---- a rhythm

const everyTime = /^every (?:([1-9][0-9]{0,3}) )?(day|week|month|quarter|year)s?$/;

/** What people say in words, as `every` would have it. */
const spelled: ReadonlyMap<string, string> = new Map([
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, at) => [word, `${at + 2}`] as const,
  ),
  ['other', '2'],
  ['second', '2'],
  ['daily', 'day'],
  ['fortnight', '2 weeks'],
  ['fortnightly', '2 weeks'],
]);

function noRhythm({ input }: Issue): string {
  const said = String(input)
    .toLowerCase()
    .replace(/[a-z]+/g, word => spelled.get(word) ?? word);
  const [, count, unit] = /(?:([1-9][0-9]{0,3}) *)?(day|week|month|quarter|year)s?/.exec(said) ?? [];
  const meant = count === undefined || count === '1' ? `every ${unit}` : `every ${count} ${unit}s`;
  return `${shown(input)} is no rhythm: write ${unit === undefined ? 'for example `"every 2 weeks"`' : `\`"${meant}"\``}`;
}

const rhythm = v.pipe(
  v.string(noRhythm),
  v.regex(everyTime, noRhythm),
  v.description(
    'How often to check in where no cycle says it: `"every week"`, `"every 2 weeks"`. Every month if nothing is said.',
  ),
  v.transform((text): Rhythm => {
    const [, count = '1', unit] = everyTime.exec(text) ?? [];
    return { count: Number(count), unit: unit as RhythmUnit };
  }),
);

// ---- thresholds

function noShare({ input }: Issue): string {
  const number = typeof input === 'string' ? Number.parseFloat(input) : Number(input);
  const meant = number > 1 && number <= 100 ? number / 100 : number >= 0 && number <= 1 ? number : undefined;
  return `${shown(input)} is no share: write ${meant === undefined ? 'a number from 0 to 1, such as `0.7`' : `\`${meant}\``}`;
}
const share = (description: string) =>
  v.optional(v.pipe(v.number(noShare), v.minValue(0, noShare), v.maxValue(1, noShare), v.description(description)));

const section =
  (example: string) =>
  ({ input }: Issue) =>
    `${shown(input)} is no object: write \`${example}\``;

type OfKind = 'committed' | 'aspirational' | 'learning';

function kindThresholds(kind: OfKind) {
  const { onTrack, atRisk, achieved } = defaultThresholds[kind];
  return v.optional(
    v.pipe(
      v.strictObject(
        {
          onTrack: share(`On track from this share of the progress expected by today: ${onTrack} if nothing is said.`),
          atRisk: share(
            `At risk from this share of the progress expected by today, off track below: ${atRisk} if nothing is said.`,
          ),
          achieved: share(
            `Achieved from this score when the time is over: ${achieved ?? 'no verdict'} if nothing is said.`,
          ),
        },
        section(`{ "onTrack": ${onTrack}, "atRisk": ${atRisk} }`),
      ),
      v.description(`When a goal that is ${kind} is on track, at risk and achieved.`),
    ),
  );
}

const slack = v.optional(
  v.pipe(
    v.strictObject(
      {
        onTrack: share(
          `Behind by less than this is always on track: ${defaultThresholds.slack.onTrack} if nothing is said.`,
        ),
        atRisk: share(
          `Behind by less than this is never worse than at risk: ${defaultThresholds.slack.atRisk} if nothing is said.`,
        ),
      },
      section('{ "onTrack": 0.1, "atRisk": 0.2 }'),
    ),
    v.description('How far progress may be behind what is expected, in points of progress, before anybody is warned.'),
  ),
);

const thresholds = v.pipe(
  v.strictObject(
    {
      committed: kindThresholds('committed'),
      aspirational: kindThresholds('aspirational'),
      learning: kindThresholds('learning'),
      slack,
    },
    section('{ "committed": { "onTrack": 0.9 } }'),
  ),
  v.description('Where on track, at risk and achieved begin, for each kind of goal.'),
);

// ---- rules

function noPreset({ input }: Issue): string {
  const meant = typeof input === 'string' ? nearest(input, presets) : undefined;
  const all = presets.map(each => `\`"${each}"\``).join(', ');
  return `${shown(input)} is no preset: write ${meant === undefined ? `one of ${all}` : `\`"${meant}"\``}`;
}
const preset = v.pipe(
  v.picklist(presets, noPreset),
  v.description(
    'How loudly all rules speak before `rules` sets single ones: `recommended` as each says of itself, `strict` a step louder (a warning is an error), `gentle` a step quieter (a warning is information, a hint is off). In a folder below the root it takes the place of what the root says of severities.',
  ),
);

function noSeverity({ input }: Issue): string {
  const aliases = new Map([
    ['warn', 'warning'],
    ['information', 'info'],
    ['none', 'off'],
    ['ignore', 'off'],
    ['disabled', 'off'],
  ]);
  const meant = input === false ? 'off' : typeof input === 'string' ? nearest(input, severities, aliases) : undefined;
  const all = severities.map(each => `\`"${each}"\``).join(', ');
  return `${shown(input)} is no severity: write ${meant === undefined ? `one of ${all}` : `\`"${meant}"\``}`;
}
const severity = v.pipe(v.picklist(severities, noSeverity), v.description('How loudly the rule speaks, or `off`.'));

function ruleSchema({ id, description = `The rule \`${id}\`.`, options }: RuleOptionSpec) {
  const limits = Object.entries(options).map(([name, option]) => {
    const noLimit = ({ input }: Issue) =>
      `${shown(input)} is no limit: write a number that is not negative, such as \`${option.default}\``;
    const limit = v.pipe(v.number(noLimit), v.minValue(0, noLimit));
    return [
      name,
      v.optional(v.pipe(limit, v.description(`${option.description} ${option.default} if nothing is said.`))),
    ] as const;
  });
  const details = v.strictObject({ ...Object.fromEntries(limits), severity: v.optional(severity) });
  return v.optional(v.pipe(v.union([severity, details], noSeverity), v.description(description)));
}

/** The schema of an `okr.json` for these rules. All objects in it are strict, and every key is optional. */
export function okrSchema(rules: readonly RuleOptionSpec[]) {
  return v.strictObject(
    {
      $schema: v.optional(v.pipe(v.string(isText), v.description('Where the JSON Schema of this file is.'))),
      root: v.optional(
        v.pipe(
          v.boolean(isTrueOrFalse),
          v.description(
            'This folder is a workspace of its own: all `.okr` files in it, and nothing outside. Without it, this file changes settings for the folders below it.',
          ),
        ),
      ),
      fiscalYearStart: v.optional(month),
      rhythm: v.optional(rhythm),
      thresholds: v.optional(thresholds),
      extends: v.optional(preset),
      rules: v.optional(
        v.pipe(
          v.strictObject(
            Object.fromEntries(rules.map(rule => [rule.id, ruleSchema(rule)])),
            section('{ "objective-too-many": "off" }'),
          ),
          v.description(
            'How loudly each rule speaks, and its limits: `"off"`, or `{ "severity": "warning", "limit": 4 }`.',
          ),
        ),
      ),
    },
    section('{ "root": true }'),
  );
}

export type OkrSchema = ReturnType<typeof okrSchema>;
export type OkrJson = v.InferOutput<OkrSchema>;

/** A value as a message shows it. */
function shown(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}
