/**
 * What the workspace says, as plain facts: read from the trees, without positions or text, and all that scores need.
 * Days count from 1970-01-01; shares are 0…1.
 */
import type { Aggregation, Bound, Kind, RhythmUnit, SaidStatus, WorkStatus } from '../../../grammar/tree.ts';

export type Day = number;

/** First and last day, both inclusive; undefined where it is open or unknown. */
export interface Period {
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

export interface Rhythm {
  readonly count: number;
  readonly unit: RhythmUnit;
}

/** Lines to hold: `keep`, `healthy`, `critical`. `between` has `low` and `high`, the others one of them. */
export interface Hold {
  readonly bound: Bound;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}

export interface FromToMeasure {
  readonly kind: 'from-to';
  /** null is `?`. 0 where the measure is `to B`, and then `fromNothing` is true. */
  readonly from: number | null;
  /** null is `?`. A `by` is worked out already. */
  readonly to: number | null;
  readonly fromNothing: boolean;
  readonly unit: string;
}
export interface KeepMeasure {
  readonly kind: 'keep';
  readonly hold: Hold;
}
export interface Milestone {
  readonly text: string;
  readonly due: Day | undefined;
  readonly weight: number;
  /** `true`: done, on every day. */
  readonly done: Day | boolean;
}
export interface MilestonesMeasure {
  readonly kind: 'milestones';
  readonly steps: readonly Milestone[];
}
export type Measure = FromToMeasure | KeepMeasure | MilestonesMeasure;

export interface CheckIn {
  readonly day: Day;
  readonly value: number | undefined;
  readonly confidence: number | undefined;
  readonly status: SaidStatus | undefined;
  readonly by: string | undefined;
  readonly note: string;
}
/** `target DATE …`: a new target for a `from-to`, or a new line for a `keep`. */
export interface TargetChange {
  readonly day: Day;
  readonly to: number | null | undefined;
  readonly hold: Hold | undefined;
  readonly by: string | undefined;
  readonly why: string;
}
export interface Plan {
  readonly day: Day;
  readonly value: number;
}
export interface Grade {
  /** undefined: shows at once. */
  readonly day: Day | undefined;
  readonly grade: number;
  readonly by: string | undefined;
  readonly why: string;
}
export interface Pause {
  readonly day: Day;
  readonly what: 'dropped' | 'resumed';
  readonly by: string | undefined;
  readonly why: string;
}
export interface Reading {
  readonly day: Day;
  readonly value: number;
  readonly note: string;
}

/** A reference as it is written, not yet resolved. */
export interface RefText {
  readonly team: string | undefined;
  readonly name: string;
  readonly kr: string | undefined;
  readonly cycle: string | undefined;
}

export interface DataSource {
  readonly path: string;
  /** undefined where rows are counted, whatever is in them. */
  readonly column: string | undefined;
  readonly dateColumn: string | undefined;
  /** All must be true of a row. */
  readonly where: readonly { readonly column: string; readonly isNot: boolean; readonly value: string }[];
  /** Whether decimals follow a comma: `1.234,56`. */
  readonly decimalComma: boolean;
  /** What becomes of several rows on one day. */
  readonly aggregation: Aggregation;
}

export interface KeyResult {
  readonly type: 'kr';
  readonly name: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly owner: string | undefined;
  readonly with: readonly string[];
  /** Its own; its objective's counts without one. */
  readonly kind: Kind | undefined;
  readonly due: Day | undefined;
  readonly weight: number;
  readonly rhythm: Rhythm | undefined;
  readonly measure: Measure | undefined;
  readonly targets: readonly TargetChange[];
  readonly plan: readonly Plan[];
  readonly checkins: readonly CheckIn[];
  readonly grades: readonly Grade[];
  readonly pauses: readonly Pause[];
  readonly supports: readonly RefText[];
  readonly needs: readonly { readonly ref: RefText; readonly why: string }[];
  readonly continues: RefText | undefined;
  readonly follows: RefText | undefined;
  readonly kpi: RefText | undefined;
  readonly data: DataSource | undefined;
  readonly tags: readonly string[];
  readonly links: readonly string[];
  /** The line of its heading, counted from the block's first. */
  readonly line: number;
}

export interface Objective {
  readonly type: 'objective';
  readonly name: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly owner: string | undefined;
  readonly with: readonly string[];
  readonly kind: Kind;
  /** Its own `team` and `cycle` statements; the headings above count without them. */
  readonly team: string | undefined;
  readonly cycle: string | undefined;
  readonly due: Day | undefined;
  readonly weight: number;
  readonly rhythm: Rhythm | undefined;
  readonly checkins: readonly CheckIn[];
  readonly grades: readonly Grade[];
  readonly pauses: readonly Pause[];
  readonly reflections: readonly string[];
  readonly supports: readonly RefText[];
  readonly needs: readonly { readonly ref: RefText; readonly why: string }[];
  readonly continues: RefText | undefined;
  readonly tags: readonly string[];
  readonly links: readonly string[];
  readonly keyResults: readonly KeyResult[];
  readonly line: number;
}

export interface Kpi {
  readonly type: 'kpi';
  readonly name: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly owner: string | undefined;
  readonly team: string | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly healthy: Hold | undefined;
  readonly critical: Hold | undefined;
  readonly readings: readonly Reading[];
  /** Of its readings, else of its lines, as written; empty without one. */
  readonly unit: string;
  readonly follows: RefText | undefined;
  readonly data: DataSource | undefined;
  readonly supports: readonly RefText[];
  readonly tags: readonly string[];
  readonly links: readonly string[];
  readonly line: number;
}

export interface Initiative {
  readonly type: 'initiative';
  readonly name: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly owner: string | undefined;
  readonly due: Day | undefined;
  readonly status: WorkStatus | 'dropped';
  /** Since when it is done or dropped, where that is said. */
  readonly statusDay: Day | undefined;
  readonly supports: readonly RefText[];
  readonly needs: readonly { readonly ref: RefText; readonly why: string }[];
  readonly tags: readonly string[];
  readonly links: readonly string[];
  readonly line: number;
}

export interface Team {
  readonly type: 'team';
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly lead: string | undefined;
  readonly members: readonly string[];
  readonly parent: string | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly line: number;
}

export interface Cycle {
  readonly type: 'cycle';
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** `from DATE to DATE`; undefined for a calendar. */
  readonly period: Period | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly reflections: readonly string[];
  readonly line: number;
}

export interface Person {
  readonly type: 'person';
  readonly handle: string;
  readonly title: string;
  readonly until: Day | undefined;
  readonly line: number;
}

export type Element = Objective | Kpi | Initiative | Team | Cycle | Person;
