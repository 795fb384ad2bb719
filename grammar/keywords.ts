/**
 * The statements of the language, one entry a keyword: where it may stand, what it takes, which inner words it knows.
 * The parser, the structure check, completion, hover and the reference are all made from this list.
 */
import type { TokenType } from 'chevrotain';
import { aliasesOf } from './spelling.ts';
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

/** In the order in which they are written. */
const dataWords: Record<string, TokenType> = {
  column: t.Column,
  date: t.DateWord,
  where: t.Where,
  '=': t.Equals,
  '!=': t.Equals,
  and: t.And,
  decimal: t.Decimal,
  comma: t.DecimalComma,
};
for (const word of ['last', 'sum', 'mean', 'min', 'max', 'count']) dataWords[word] = t.Aggregation;

interface Definition {
  readonly in: readonly Place[];
  readonly kind?: StatementKind;
  readonly once?: string | readonly [string, ...Place[]];
  readonly bare?: true;
  readonly nameFirst?: true;
  readonly prose?: Keyword['prose'];
  readonly inner?: Record<string, TokenType>;
  readonly example: string;
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
  },
  cycle: {
    in: ['top', 'objective'],
    once: ['cycle', 'objective'],
    nameFirst: true,
    prose: 'title',
    example: 'cycle 2026-Q4: Peak season',
  },
  person: {
    in: ['top'],
    prose: 'title',
    example: 'person @ana: Ana Silva',
  },
  objective: {
    in: ['top'],
    bare: true,
    nameFirst: true,
    prose: 'title',
    example: 'objective love: Customers love us more than any rival',
  },
  kr: {
    in: ['objective'],
    bare: true,
    nameFirst: true,
    prose: 'title',
    example: 'kr nps: Raise our Net Promoter Score',
  },
  kpi: {
    in: ['top', 'kr'],
    once: ['kpi', 'kr'],
    nameFirst: true,
    prose: 'title',
    inner: { in: t.In },
    example: 'kpi recurring-tickets: Recurring tickets per week',
  },
  initiative: {
    in: ['top'],
    bare: true,
    nameFirst: true,
    prose: 'title',
    example: 'initiative loyalty: Launch the loyalty programme',
  },

  from: {
    in: ['kr', 'cycle'],
    once: 'measure',
    inner: { to: t.Toward, by: t.Toward },
    example: 'from 32 to 50 points',
  },
  to: { in: ['kr'], once: 'measure', example: 'to 10 clients' },
  keep: {
    in: ['kr'],
    once: 'measure',
    inner: bounds,
    example: 'keep at least 99.9%',
  },
  milestone: {
    in: ['kr'],
    bare: true,
    prose: 'required',
    inner: { due: t.Due, weight: t.Weight, done: t.Done },
    example: 'milestone due 2026-10-20 done 2026-10-19: Beta with 100 customers',
  },

  checkin: {
    in: goals,
    prose: 'optional',
    inner: { ...by, ...statuses, confidence: t.Confidence },
    example: 'checkin 2026-10-31 36 points confidence 6/10: New onboarding is live',
  },
  target: {
    in: ['kr'],
    prose: 'optional',
    inner: { ...by, ...bounds },
    example: 'target 2026-11-16 48 points: The survey scale is narrower',
  },
  plan: {
    in: ['kr'],
    prose: 'optional',
    inner: by,
    example: 'plan 2026-11-15 40 points',
  },
  grade: {
    in: goals,
    prose: 'optional',
    inner: by,
    example: 'grade 2026-12-31 0.6: Two of seven tried it',
  },
  dropped: {
    in: ['objective', 'kr', 'initiative'],
    once: ['work', 'initiative'],
    bare: true,
    prose: 'optional',
    inner: by,
    example: 'dropped 2026-10-30: The partner withdrew',
  },
  resumed: {
    in: goals,
    prose: 'optional',
    inner: by,
    example: 'resumed 2026-11-10: The partner is back',
  },
  reading: {
    in: ['kpi'],
    prose: 'optional',
    inner: by,
    example: 'reading 2026-11-14 371: After the refund fix',
  },
  reflect: {
    in: ['objective', 'cycle', 'team'],
    bare: true,
    prose: 'required',
    example: 'reflect: We started the survey too late',
  },

  owner: { in: everywhere, once: 'owner', example: 'owner @ana' },
  with: { in: goals, example: 'with @li, @sam' },
  lead: { in: ['team'], once: 'lead', kind: 'lead', example: 'lead @ana' },
  members: { in: ['team'], example: 'members @ana, @li, @sam' },
  parent: {
    in: ['team'],
    once: 'parent',
    nameFirst: true,
    example: 'parent company',
  },
  supports: {
    in: everywhere,
    nameFirst: true,
    inner: { in: t.In },
    example: 'supports company/grow.referrals',
  },
  needs: {
    in: ['objective', 'kr', 'initiative'],
    nameFirst: true,
    prose: 'optional',
    inner: { in: t.In },
    example: 'needs platform/access.sso: Nobody can look up an order without it',
  },
  continues: {
    in: goals,
    once: 'continues',
    nameFirst: true,
    inner: { in: t.In },
    example: 'continues love in 2026-Q3',
  },
  follows: {
    in: ['kr', 'kpi'],
    once: 'follows',
    nameFirst: true,
    inner: { in: t.In },
    example: 'follows growth/love.nps',
  },
  due: {
    in: ['objective', 'kr', 'initiative'],
    once: 'due',
    example: 'due 2026-12-01',
  },
  until: { in: ['person'], once: 'until', example: 'until 2026-11-30' },
  aspirational: {
    in: goals,
    once: 'kind',
    bare: true,
    example: 'aspirational',
  },
  committed: {
    in: goals,
    once: 'kind',
    bare: true,
    example: 'committed',
  },
  learning: {
    in: ['objective'],
    once: 'kind',
    bare: true,
    example: 'learning',
  },
  planned: { in: ['initiative'], once: 'work', bare: true, example: 'planned' },
  active: { in: ['initiative'], once: 'work', bare: true, example: 'active' },
  done: { in: ['initiative'], once: 'work', bare: true, example: 'done 2026-11-20' },
  weight: {
    in: goals,
    once: 'weight',
    example: 'weight 2',
  },
  every: {
    in: ['team', 'cycle', 'objective', 'kr', 'kpi'],
    once: 'every',
    inner: rhythms,
    example: 'every 2 weeks',
  },
  tags: { in: everywhere, nameFirst: true, example: 'tags brand, peak' },
  link: { in: everywhere, example: 'link https://example.com/board' },
  data: {
    in: ['kr', 'kpi'],
    once: 'data',
    inner: dataWords,
    example: 'data metrics/uptime.csv column availability',
  },
  healthy: {
    in: ['kpi'],
    once: 'healthy',
    inner: bounds,
    example: 'healthy at most 350',
  },
  critical: {
    in: ['kpi'],
    once: 'critical',
    inner: bounds,
    example: 'critical above 450',
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
      },
    ];
  }),
);

/** Every keyword by the kind of its statement. */
export const keywordOfKind: ReadonlyMap<StatementKind, Keyword> = new Map(
  [...keywords.values()].map(keyword => [keyword.kind, keyword]),
);

/** What people write for a keyword, from other tools and other habits. */
export const aliases = aliasesOf({
  kr: 'keyresult keyresults key krs result',
  objective: 'goal objectives obj',
  kpi: 'metric indicator kpis',
  initiative: 'project action task',
  cycle: 'quarter period',
  checkin: 'update status progress',
  owner: 'assignee dri',
  due: 'deadline',
  grade: 'score',
  reflect: 'reflection',
  keep: 'hold maintain',
  supports: 'aligns',
  needs: 'depends blocked-by',
  link: 'url',
  tags: 'tag',
  with: 'helper helpers',
  milestone: 'step',
  done: 'completed',
});
