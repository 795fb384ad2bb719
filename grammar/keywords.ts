/**
 * The statements of the language, one entry a keyword: where it may stand, what it says, which inner words it knows.
 * The parser, the structure check, completion, hover and the reference are all made from this list.
 */
import type { TokenType } from 'chevrotain';
import * as t from './tokens.ts';
import type { StatementKind } from './tree.ts';

/** Where a statement may stand: at the top of a file, or under an element. */
export type Place = 'top' | 'team' | 'cycle' | 'person' | 'objective' | 'kr' | 'kpi' | 'initiative';

export interface Keyword {
  readonly keyword: string;
  readonly kind: StatementKind;
  readonly places: readonly Place[];
  /** Of which group there can be only one in an element, and in which elements; none where it may be repeated. */
  readonly once: { readonly group: string; readonly places?: readonly Place[] } | undefined;
  /** It has arguments that cannot be left out, so that what follows a colon right after the keyword is them. */
  readonly needsArguments: boolean;
  /** What comes right after the keyword is a name, even where it is spelled like an inner word. */
  readonly nameFirst: boolean;
  readonly prose: 'none' | 'optional' | 'title' | 'required';
  /** The words that are not text in this statement. */
  readonly inner: ReadonlyMap<string, TokenType>;
  /** One line that is right, for messages, hovers and the reference. */
  readonly example: string;
  readonly summary: string;
}

const bounds = {
  at: t.At,
  least: t.Least,
  most: t.Most,
  above: t.Above,
  below: t.Below,
  between: t.Between,
  and: t.And,
};
const by = { by: t.By };
const statuses = { 'on-track': t.Status, 'at-risk': t.Status, 'off-track': t.Status, blocked: t.Status };
const rhythms = Object.fromEntries(
  ['day', 'week', 'month', 'quarter', 'year'].flatMap(unit => [
    [unit, t.RhythmWord],
    [`${unit}s`, t.RhythmWord],
  ]),
);

interface Definition {
  readonly in: readonly Place[];
  readonly kind?: StatementKind;
  readonly once?: string | readonly [string, ...Place[]];
  readonly bare?: true;
  readonly nameFirst?: true;
  readonly prose?: Keyword['prose'];
  readonly inner?: Record<string, TokenType>;
  readonly example: string;
  readonly summary: string;
}

const everywhere: Place[] = ['objective', 'kr', 'kpi', 'initiative'];
const goals: Place[] = ['objective', 'kr'];

const definitions: Record<string, Definition> = {
  team: {
    in: ['top', 'objective', 'kpi'],
    once: ['team', 'objective', 'kpi'],
    nameFirst: true,
    prose: 'title',
    example: 'team growth: Growth',
    summary:
      'What follows in this file belongs to this team, until the next `team`. With a title it also defines the team. Inside an objective or a KPI: whose it is.',
  },
  cycle: {
    in: ['top', 'objective'],
    once: ['cycle', 'objective'],
    nameFirst: true,
    prose: 'title',
    example: 'cycle 2026-Q4: Peak season',
    summary:
      'What follows belongs to this cycle: a quarter (`2026-Q4`), half year, year, month, a fiscal one (`FY27-Q1`), or one of your own with `from DATE to DATE`.',
  },
  person: {
    in: ['top'],
    prose: 'title',
    example: 'person @ana: Ana Silva',
    summary: 'Who stands behind a handle. Once there is one `person`, an unknown handle is pointed out.',
  },
  objective: {
    in: ['top'],
    bare: true,
    nameFirst: true,
    prose: 'title',
    example: 'objective love: Customers love us more than any rival',
    summary: 'What we want to be true at the end of the cycle. Its key results say how we would notice.',
  },
  kr: {
    in: ['objective'],
    bare: true,
    nameFirst: true,
    prose: 'title',
    example: 'kr nps: Raise our Net Promoter Score',
    summary: 'How we would notice that the objective came true: one measure, and what people say about it.',
  },
  kpi: {
    in: ['top', 'kr'],
    once: ['kpi', 'kr'],
    nameFirst: true,
    prose: 'title',
    inner: { in: t.In },
    example: 'kpi recurring-tickets: Recurring tickets per week',
    summary:
      'Business as usual, watched all the time and in no cycle. In a key result: its check-ins are the readings of this KPI.',
  },
  initiative: {
    in: ['top'],
    bare: true,
    nameFirst: true,
    prose: 'title',
    example: 'initiative loyalty: Launch the loyalty programme',
    summary: 'The work that moves a key result.',
  },

  from: {
    in: ['kr', 'cycle'],
    once: 'measure',
    inner: { to: t.Toward, by: t.Toward },
    example: 'from 32 to 50 points',
    summary:
      'From a baseline to a target, up or down. `from 420 by -30%` gives the target as a change; `?` is a number not known yet. In a cycle: its first and last day.',
  },
  to: { in: ['kr'], once: 'measure', example: 'to 10 clients', summary: 'From nothing to a target.' },
  keep: {
    in: ['kr'],
    once: 'measure',
    inner: bounds,
    example: 'keep at least 99.9%',
    summary:
      'Hold a line all cycle: `at least`, `at most`, `above`, `below`, `between 3% and 5%`. The score is the share of values that hold it.',
  },
  milestone: {
    in: ['kr'],
    bare: true,
    prose: 'required',
    inner: { due: t.Due, weight: t.Weight, done: t.Done },
    example: 'milestone due 2026-10-20 done 2026-10-19: Beta with 100 customers',
    summary: 'A step on the way, done or not done; a key result may have several.',
  },

  checkin: {
    in: goals,
    prose: 'optional',
    inner: { ...by, ...statuses, confidence: t.Confidence },
    example: 'checkin 2026-10-31 36 points confidence 6/10: New onboarding is live',
    summary: 'Where it stands on a day: the value, how sure we are to make it, a status in our own words, a note.',
  },
  target: {
    in: ['kr'],
    prose: 'optional',
    inner: { ...by, ...bounds },
    example: 'target 2026-11-16 48 points: The survey scale is narrower',
    summary: 'From that day the target is another one; what it was before stays visible.',
  },
  plan: {
    in: ['kr'],
    prose: 'optional',
    inner: by,
    example: 'plan 2026-11-15 40 points',
    summary: 'Where it should stand on a day, when the way is no straight line.',
  },
  grade: {
    in: goals,
    prose: 'optional',
    inner: by,
    example: 'grade 2026-12-31 0.6: Two of seven tried it',
    summary: "The team's own judgement, 0 to 1.",
  },
  dropped: {
    in: ['objective', 'kr', 'initiative'],
    once: ['work', 'initiative'],
    bare: true,
    prose: 'optional',
    inner: by,
    example: 'dropped 2026-10-30: The partner withdrew',
    summary: 'Let go on a day; out of every score from then on.',
  },
  resumed: {
    in: goals,
    prose: 'optional',
    inner: by,
    example: 'resumed 2026-11-10: The partner is back',
    summary: 'Taken up again after `dropped`.',
  },
  reading: {
    in: ['kpi'],
    prose: 'optional',
    inner: by,
    example: 'reading 2026-11-14 371: After the refund fix',
    summary: 'What a KPI stood at on a day.',
  },
  reflect: {
    in: ['objective', 'cycle', 'team'],
    bare: true,
    prose: 'required',
    example: 'reflect: We started the survey too late',
    summary: 'What we learned, at the end of the cycle.',
  },

  owner: { in: everywhere, once: 'owner', example: 'owner @ana', summary: 'The one person who answers for it.' },
  with: { in: goals, example: 'with @li, @sam', summary: 'Those who help.' },
  lead: { in: ['team'], once: 'lead', kind: 'lead', example: 'lead @ana', summary: 'Who leads the team.' },
  members: { in: ['team'], example: 'members @ana, @li, @sam', summary: 'Who is in the team.' },
  parent: {
    in: ['team'],
    once: 'parent',
    nameFirst: true,
    example: 'parent company',
    summary: 'The team that this team is part of.',
  },
  supports: {
    in: everywhere,
    nameFirst: true,
    inner: { in: t.In },
    example: 'supports company/grow.referrals',
    summary: 'The objective or key result, usually a level up, that this one helps.',
  },
  needs: {
    in: ['objective', 'kr', 'initiative'],
    nameFirst: true,
    prose: 'optional',
    inner: { in: t.In },
    example: 'needs platform/access.sso: Nobody can look up an order without it',
    summary: 'What has to be there first.',
  },
  continues: {
    in: goals,
    once: 'continues',
    nameFirst: true,
    inner: { in: t.In },
    example: 'continues love in 2026-Q3',
    summary: 'What it was called in the cycle before.',
  },
  follows: {
    in: ['kr', 'kpi'],
    once: 'follows',
    nameFirst: true,
    inner: { in: t.In },
    example: 'follows growth/love.nps',
    summary:
      'A key result shared with another objective: title, measure and check-ins are taken from there. In a KPI: its readings are the check-ins of that key result.',
  },
  due: {
    in: ['objective', 'kr', 'initiative'],
    once: 'due',
    example: 'due 2026-12-01',
    summary: 'By when, if not by the end of the cycle.',
  },
  until: { in: ['person'], once: 'until', example: 'until 2026-11-30', summary: 'The last day with us.' },
  aspirational: {
    in: goals,
    once: 'kind',
    bare: true,
    example: 'aspirational',
    summary: 'A stretch: 0.7 is a success.',
  },
  committed: {
    in: goals,
    once: 'kind',
    bare: true,
    example: 'committed',
    summary: 'A promise: only 1.0 is a success.',
  },
  learning: {
    in: ['objective'],
    once: 'kind',
    bare: true,
    example: 'learning',
    summary: 'We want to find out; there is no pass or fail.',
  },
  planned: { in: ['initiative'], once: 'work', bare: true, example: 'planned', summary: 'Not begun yet.' },
  active: { in: ['initiative'], once: 'work', bare: true, example: 'active', summary: 'Being worked on.' },
  done: { in: ['initiative'], once: 'work', bare: true, example: 'done 2026-11-20', summary: 'Finished.' },
  weight: {
    in: goals,
    once: 'weight',
    example: 'weight 2',
    summary: 'How much it counts among its neighbours; 1 unless said.',
  },
  every: {
    in: ['team', 'cycle', 'objective', 'kr', 'kpi'],
    once: 'every',
    inner: rhythms,
    example: 'every 2 weeks',
    summary: 'The rhythm of check-ins or readings.',
  },
  tags: { in: everywhere, nameFirst: true, example: 'tags brand, peak', summary: 'Words to find it by.' },
  link: { in: everywhere, example: 'link https://example.com/board', summary: 'Where to read more.' },
  data: {
    in: ['kr', 'kpi'],
    once: 'data',
    inner: { column: t.Column, date: t.DateWord },
    example: 'data metrics/uptime.csv column availability',
    summary: 'Takes the values from a CSV or JSON file that a job writes.',
  },
  healthy: {
    in: ['kpi'],
    once: 'healthy',
    inner: bounds,
    example: 'healthy at most 350',
    summary: 'While this holds, all is well.',
  },
  critical: {
    in: ['kpi'],
    once: 'critical',
    inner: bounds,
    example: 'critical above 450',
    summary: 'When this holds, somebody must act.',
  },
};

/** Every keyword by its spelling. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries(definitions).map(([keyword, d]): [string, Keyword] => {
    const [group, ...places] = typeof d.once === 'string' ? [d.once] : (d.once ?? []);
    return [
      keyword,
      {
        keyword,
        kind: d.kind ?? (keyword as StatementKind),
        places: d.in,
        once: group === undefined ? undefined : places.length > 0 ? { group, places: places as Place[] } : { group },
        needsArguments: d.bare !== true,
        nameFirst: d.nameFirst === true,
        prose: d.prose ?? 'none',
        inner: new Map(Object.entries(d.inner ?? {})),
        example: d.example,
        summary: d.summary,
      },
    ];
  }),
);

/** Every keyword by the kind of its statement. */
export const keywordOfKind: ReadonlyMap<StatementKind, Keyword> = new Map(
  [...keywords.values()].map(keyword => [keyword.kind, keyword]),
);

/** What people write for a keyword, from other tools and other habits. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['keyresult', 'kr'],
  ['keyresults', 'kr'],
  ['key', 'kr'],
  ['krs', 'kr'],
  ['result', 'kr'],
  ['goal', 'objective'],
  ['objectives', 'objective'],
  ['obj', 'objective'],
  ['metric', 'kpi'],
  ['indicator', 'kpi'],
  ['kpis', 'kpi'],
  ['project', 'initiative'],
  ['action', 'initiative'],
  ['task', 'initiative'],
  ['quarter', 'cycle'],
  ['period', 'cycle'],
  ['update', 'checkin'],
  ['status', 'checkin'],
  ['progress', 'checkin'],
  ['assignee', 'owner'],
  ['dri', 'owner'],
  ['deadline', 'due'],
  ['score', 'grade'],
  ['reflection', 'reflect'],
  ['hold', 'keep'],
  ['maintain', 'keep'],
  ['aligns', 'supports'],
  ['depends', 'needs'],
  ['blocked-by', 'needs'],
  ['url', 'link'],
  ['tag', 'tags'],
  ['helper', 'with'],
  ['helpers', 'with'],
  ['step', 'milestone'],
  ['completed', 'done'],
]);
