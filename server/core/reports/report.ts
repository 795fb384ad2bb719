/**
 * A report as data: what `okr report --format json` prints, what the preview draws and what every report is written
 * from. Dates are ISO 8601, shares are 0…1 with full precision, null is "not there". Users rely on these names: add to
 * them, never rename.
 */
import type { Kind, SaidStatus, WorkStatus } from '../../../grammar/tree.ts';

export type Status = 'on-track' | 'at-risk' | 'off-track' | 'pending' | 'done' | 'dropped' | 'ended';
export type ShownStatus = Status | 'blocked';
export type Verdict = 'achieved' | 'missed';
export type Health = 'healthy' | 'watch' | 'critical' | 'unknown';

/** Where an element is written, so that a click can go there. Lines count from 0. */
export interface Place {
  readonly uri: string;
  readonly line: number;
}

/** Objectives of another cycle that those of a report support, as a year's are supported by a quarter's. */
export interface ServedCycle {
  readonly cycle: CycleReport;
  readonly objectives: readonly ObjectiveReport[];
}

export interface Report {
  readonly today: string;
  readonly cycle: CycleReport;
  /** Set where the report is of a part of its cycle, as a month of a quarter is; all is as it stood at its end. */
  readonly part: { readonly id: string; readonly start: string; readonly end: string } | null;
  /** Set where the report is of one team only. */
  readonly team: { readonly name: string; readonly title: string } | null;
  /** One entry a team that has objectives in the cycle; the team of objectives without one is null. */
  readonly teams: readonly TeamReport[];
  readonly objectives: readonly ObjectiveReport[];
  readonly kpis: readonly KpiReport[];
  readonly initiatives: readonly InitiativeReport[];
  /** What moved since the last round of check-ins, newest first. */
  readonly moved: readonly Movement[];
  readonly movedSince: string | null;
  /** The cycle before, where the report is to be compared with it and there is one. */
  readonly before: CycleBefore | null;
  /** What was decided or stopped on the way, oldest first. */
  readonly changes: readonly ChangeReport[];
}

export interface CycleReport {
  readonly id: string | null;
  readonly title: string;
  readonly start: string | null;
  readonly end: string | null;
  /** 0…1, null without both dates. */
  readonly elapsed: number | null;
  readonly score: number | null;
  /** Expected today, 0…1. */
  readonly expected: number | null;
  readonly status: ShownStatus;
  /** Before today and after it: today itself is neither gone nor left. */
  readonly daysGone: number | null;
  readonly daysLeft: number | null;
  /** Everyone's first, then team by team. */
  readonly reflections: readonly string[];
}

export interface CycleBefore {
  readonly id: string;
  readonly title: string;
  /** How it stood on this day: after as many days as have gone of this cycle, or on its last. */
  readonly date: string;
  /** This cycle is over, and so it is how that one ended. */
  readonly ended: boolean;
  readonly score: number | null;
  /** Key results with a verdict, and how many of them were achieved. */
  readonly judged: number;
  readonly achieved: number;
  readonly teams: readonly { readonly name: string | null; readonly score: number | null }[];
}

export interface TeamReport {
  readonly name: string | null;
  readonly title: string;
  readonly score: number | null;
  readonly expected: number | null;
  readonly status: ShownStatus;
  readonly objectives: number;
  readonly reflections: readonly string[];
}

export interface GradeReport {
  readonly grade: number;
  readonly date: string | null;
  readonly why: string;
  readonly by: string | null;
  /** Given before the end. */
  readonly early: boolean;
}

export interface ObjectiveReport {
  /** `team/name`; null without a name. */
  readonly ref: string | null;
  readonly title: string;
  readonly description: string;
  readonly team: string | null;
  readonly teamTitle: string | null;
  /** The id of its own cycle, as a quarter of a report's half-year; null where it is in none. */
  readonly cycle: string | null;
  readonly owner: string | null;
  readonly with: readonly string[];
  readonly kind: Kind;
  readonly weight: number;
  readonly score: number | null;
  readonly expected: number | null;
  /** Shown first: what people said, where they said something, else what the pace says. */
  readonly status: ShownStatus;
  readonly computedStatus: Status;
  readonly saidStatus: SaidStatus | null;
  readonly verdict: Verdict | null;
  readonly confidence: number | null;
  readonly grade: GradeReport | null;
  readonly due: string | null;
  readonly supports: readonly string[];
  readonly needs: readonly NeedReport[];
  /** How many key results have a score, of how many that are not dropped. */
  readonly scored: number;
  readonly of: number;
  /** Who supports it, and the mean of their scores, for one without key results of its own. */
  readonly supporters: { readonly count: number; readonly score: number | null };
  readonly lastCheckin: string | null;
  readonly lastNote: CheckInReport | null;
  readonly dropped: { readonly date: string; readonly why: string } | null;
  readonly reflections: readonly string[];
  readonly keyResults: readonly KeyResultReport[];
  readonly place: Place;
}

export interface NeedReport {
  readonly ref: string;
  readonly why: string;
}

export type MeasureReport =
  | {
      readonly kind: 'from-to';
      readonly from: number | null;
      /** The target in force today. */
      readonly to: number | null;
      readonly unit: string;
      readonly firstTarget: number | null;
    }
  | {
      /** What is not written is not there; null is `?`. */
      readonly kind: 'keep';
      readonly atLeast?: number | null;
      readonly atMost?: number | null;
      readonly above?: number | null;
      readonly below?: number | null;
      readonly unit: string;
    }
  | {
      readonly kind: 'milestones';
      readonly done: number;
      readonly total: number;
      readonly steps: readonly StepReport[];
    };

export type KeepReport = Extract<MeasureReport, { kind: 'keep' }>;

export interface StepReport {
  readonly text: string;
  readonly due: string | null;
  readonly done: boolean;
  readonly doneOn: string | null;
  readonly weight: number;
  readonly overdue: boolean;
}

export interface CheckInReport {
  readonly date: string;
  readonly value: number | null;
  readonly confidence: number | null;
  readonly status: SaidStatus | null;
  readonly by: string | null;
  readonly note: string;
  /** Where the value comes from. */
  readonly from: 'checkin' | 'kpi' | 'data';
}

export interface TargetChangeReport {
  readonly date: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly why: string;
  readonly by: string | null;
}

export interface KeyResultReport {
  /** `team/objective.name`; null where one of the names is missing. */
  readonly ref: string | null;
  readonly title: string;
  readonly description: string;
  readonly owner: string | null;
  readonly with: readonly string[];
  readonly kind: Kind;
  readonly weight: number;
  readonly measure: MeasureReport | null;
  readonly value: number | null;
  /** Not cut to 0…1. */
  readonly progress: number | null;
  readonly score: number | null;
  /** The score is a grade, for want of a value. */
  readonly judged: boolean;
  readonly expected: number | null;
  readonly status: ShownStatus;
  readonly computedStatus: Status;
  readonly saidStatus: SaidStatus | null;
  readonly verdict: Verdict | null;
  readonly confidence: number | null;
  readonly firstConfidence: number | null;
  readonly lastCheckin: string | null;
  readonly lastNote: CheckInReport | null;
  /** Nobody has said anything for longer than its rhythm and a week; of what has ended: when it ended. */
  readonly stale: boolean;
  readonly forecast: ForecastReport | null;
  /** After the end: the forecast on the way that was furthest from what came, where one was far off. */
  readonly missedForecast: MissedForecastReport | null;
  /** What a week has to bring from today on to reach the target; in the measure's unit. */
  readonly paceNeeded: number | null;
  /** The score against the first target, where the target was lowered on the way. */
  readonly firstTargetScore: number | null;
  readonly grade: GradeReport | null;
  readonly due: string | null;
  /** Its last day: `due`, else the one of its cycle. */
  readonly end: string | null;
  readonly dropped: { readonly date: string; readonly why: string } | null;
  readonly blocked: string | null;
  readonly kpi: string | null;
  /** The key result whose title, measure and check-ins it shares. */
  readonly follows: string | null;
  /** Where its values come from, the nearest first; empty where they are its own. A circle ends with what came before. */
  readonly sources: readonly ValueLinkReport[];
  readonly supports: readonly string[];
  readonly needs: readonly NeedReport[];
  readonly targets: readonly TargetChangeReport[];
  /** Oldest first, up to today. */
  readonly history: readonly CheckInReport[];
  readonly smart: SmartReport;
  readonly place: Place;
}

export interface ForecastReport {
  readonly value: number;
  readonly score: number;
  /** When the target is met, if that is before the end. */
  readonly reached: string | null;
}

export interface MissedForecastReport {
  /** The day on which it looked so. */
  readonly date: string;
  /** What it looked like by the end, and what it was. */
  readonly value: number;
  readonly ended: number;
  /** What was known on that day. */
  readonly confidence: number | null;
  readonly note: string;
}

export interface SmartReport {
  readonly specific: boolean;
  readonly measurable: boolean;
  readonly assignable: boolean;
  /** null: open, as there is no confidence yet. */
  readonly realistic: boolean | null;
  readonly timeRelated: boolean;
}

/** Of a cycle that has ended: as it was on its last day. */
export interface KpiReport {
  readonly ref: string | null;
  readonly title: string;
  readonly description: string;
  readonly team: string | null;
  readonly teamTitle: string | null;
  readonly owner: string | null;
  readonly unit: string;
  readonly value: number | null;
  readonly date: string | null;
  readonly health: Health;
  readonly since: string | null;
  readonly stale: boolean;
  /** `at most 350`, as written. */
  readonly healthy: string | null;
  readonly critical: string | null;
  /** The same as numbers; null where there is no such line, or it is a `?`. */
  readonly bands: { readonly healthy: BandReport | null; readonly critical: BandReport | null };
  readonly history: readonly {
    readonly date: string;
    readonly value: number;
    readonly note: string;
    readonly health: Health;
  }[];
  /** Its history as stretches of the same health, oldest first: with the days of their first and last reading. */
  readonly course: readonly {
    readonly health: Health;
    readonly from: string;
    readonly to: string;
    readonly readings: number;
  }[];
  /** The key results that it feeds, or that work on it. */
  readonly feeds: readonly string[];
  /** The same, with their places. */
  readonly feedsTo: readonly ValueLinkReport[];
  /** Where its values come from, the nearest first; empty where they are its own. A circle ends with what came before. */
  readonly sources: readonly ValueLinkReport[];
  readonly place: Place;
}

/** Both ends belong to it; null is open. */
export interface BandReport {
  readonly low: number | null;
  readonly high: number | null;
}

/** An element that values are taken from, or that takes them. */
export interface ValueLinkReport {
  readonly kind: 'kpi' | 'key result';
  readonly ref: string | null;
  readonly title: string;
  readonly place: Place;
}

export interface InitiativeReport {
  readonly ref: string | null;
  readonly title: string;
  readonly team: string | null;
  readonly status: WorkStatus | 'dropped';
  readonly owner: string | null;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly supports: readonly string[];
  readonly place: Place;
}

export interface Movement {
  readonly ref: string | null;
  readonly title: string;
  readonly what:
    | 'rose'
    | 'fell'
    | 'blocked'
    | 'unblocked'
    | 'step-done'
    | 'silent'
    | 'dropped'
    | 'kpi-worse'
    | 'kpi-better'
    | 'target';
  readonly date: string;
  /** Good or bad for the goal, whichever way the number went. */
  readonly good: boolean | null;
  /** `38 → 41 points`, ready to read. */
  readonly text: string;
  readonly place: Place;
}

export interface ChangeReport {
  /** Of the objective or key result. */
  readonly ref: string | null;
  readonly title: string;
  readonly team: string | null;
  readonly what: 'target' | 'dropped' | 'resumed' | 'blocked' | 'unblocked';
  readonly date: string;
  /** Of a target: `50 → 48 points`; else empty. */
  readonly text: string;
  readonly why: string;
  readonly by: string | null;
  readonly place: Place;
}
