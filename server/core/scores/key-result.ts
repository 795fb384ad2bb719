/** How a key result stands on a day: all that is said of it anywhere, put together from the formulas beside this file. */
import type { Kind, SaidStatus } from '../../../grammar/tree.ts';
import type { Day, Grade, KeyResult, Measure, Pause, Period, Reading, Rhythm } from '../model/elements.ts';
import type { ShownStatus, Status, Verdict } from '../reports/report.ts';
import { type Forecast, forecast, paceNeeded } from './forecast.ts';
import { gradeOn } from './grade.ts';
import { elapsed, expectedProgress, isOver, periodOf } from './pace.ts';
import { droppedOn } from './pauses.ts';
import { type Course, heldValues, measuredProgress, type PendingReason, progressOf } from './progress.ts';
import { type HistoryEntry, history, valuesOf } from './series.ts';
import { type SmartCard, smartCard, type Tick } from './smart.ts';
import { shownStatus, statusOf, verdictOf } from './status.ts';
import { isLowered, measureOn } from './target.ts';
import type { Thresholds } from './thresholds.ts';
import { cut } from './tolerance.ts';

export interface KeyResultInput {
  /** As it is written; one that follows another has that one's measure, targets, plan, check-ins and grades already. */
  readonly keyResult: Pick<KeyResult, 'measure' | 'targets' | 'plan' | 'checkins' | 'grades' | 'pauses' | 'weight'>;
  /** Its own, else its objective's, else aspirational. */
  readonly kind: Kind;
  /** Of its cycle: undefined where it is in none, without both days where it is in an unknown one. */
  readonly cycle: Period | undefined;
  /** Its own due day, else its objective's. */
  readonly due: Day | undefined;
  /** How often it is checked in. */
  readonly rhythm: Rhythm;
  /** Of the KPI it is linked to, and of its data file. Those outside its time are left out here. */
  readonly readings: readonly Reading[];
  readonly rows: readonly Reading[];
  /** For the SMART card: what its title says, whether it or its objective has an owner, and supports something. */
  readonly specific: Tick;
  readonly owned: boolean;
  readonly aligned: boolean;
  readonly today: Day;
  readonly thresholds: Thresholds;
}

/** Shares are 0…1, with full precision; undefined is "not there". */
export interface KeyResultStanding {
  readonly kind: Kind;
  readonly weight: number;
  readonly period: Period;
  readonly elapsed: number | undefined;
  /** Over: its last day has passed. */
  readonly over: boolean;
  /** Up to today, oldest first. */
  readonly history: readonly HistoryEntry[];
  readonly lastCheckin: Day | undefined;
  readonly value: number | undefined;
  /** The day of that value. */
  readonly valueDay: Day | undefined;
  /** With the target, or the line, that is in force today. */
  readonly measure: Measure | undefined;
  /** Not cut to 0…1. */
  readonly progress: number | undefined;
  /** undefined where it is in no mean: unmeasured, or dropped. */
  readonly score: number | undefined;
  readonly judged: boolean;
  /** Why there is no progress yet, and the score is 0. */
  readonly pending: PendingReason | undefined;
  readonly expected: number | undefined;
  /** Shown first: what people said, else the computed one. */
  readonly status: ShownStatus;
  readonly computedStatus: Status;
  readonly saidStatus: SaidStatus | undefined;
  readonly verdict: Verdict | undefined;
  readonly confidence: number | undefined;
  readonly firstConfidence: number | undefined;
  readonly forecast: Forecast | undefined;
  /** In the measure's unit, a week. */
  readonly paceNeeded: number | undefined;
  /** The score against the first target, where that was lowered. */
  readonly firstTargetScore: number | undefined;
  /** The newest. */
  readonly grade: Grade | undefined;
  readonly dropped: Pause | undefined;
  readonly smart: SmartCard;
}

export function standKeyResult(input: KeyResultInput): KeyResultStanding {
  const { keyResult, kind, rhythm, today, thresholds } = input;
  const period = periodOf(input.cycle, input.due);
  const over = isOver(period, today);
  const known = history({ checkins: keyResult.checkins, readings: input.readings, rows: input.rows }, period, today);
  const values = valuesOf(known);
  const newest = values.at(-1);
  const course: Course = { keyResult, values, period, rhythm, today };

  const grade = gradeOn(keyResult.grades, today);
  const dropped = droppedOn(keyResult.pauses, today);
  const { progress, judged, pending } = progressOf(course, grade);
  const score = progress === undefined || dropped ? undefined : cut(progress);
  const expected =
    progress === undefined || dropped !== undefined
      ? undefined
      : expectedProgress({ keyResult, judged, hasValue: values.length > 0, period, today });

  const isKeep = keyResult.measure?.kind === 'keep';
  const situation = {
    dropped: dropped !== undefined,
    over,
    progress,
    pending: pending !== undefined,
    expected,
    kind,
    doneOnlyWhenOver: isKeep,
    holdsNow: keyResult.measure?.kind === 'keep' ? heldValues(keyResult.measure, course).at(-1) : undefined,
  };
  const computedStatus = statusOf(situation, thresholds);
  const saidStatus = known.findLast(({ status }) => status !== undefined)?.status;
  const confidence = known.findLast(({ confidence }) => confidence !== undefined)?.confidence;

  return {
    kind,
    weight: keyResult.weight,
    period,
    elapsed: elapsed(period, today),
    over,
    history: known,
    lastCheckin: known.at(-1)?.day,
    value: newest?.value,
    valueDay: newest?.day,
    measure: keyResult.measure && measureOn(keyResult.measure, keyResult.targets, today),
    progress,
    score,
    judged,
    pending,
    expected,
    status: shownStatus(computedStatus, saidStatus, over),
    computedStatus,
    saidStatus,
    verdict: verdictOf(situation, score, thresholds),
    confidence,
    firstConfidence: known.find(({ confidence }) => confidence !== undefined)?.confidence,
    ...outlook(course, dropped !== undefined || pending !== undefined),
    firstTargetScore: firstTargetScore(course),
    grade,
    dropped,
    // For whoever looks at it.
    get smart() {
      return smartCard({
        specific: input.specific,
        owned: input.owned,
        aligned: input.aligned,
        inCycle: input.cycle !== undefined,
        due: input.due,
        course,
        pending,
        confidence,
      });
    },
  };
}

/** Where it leads, and what it takes: for what goes from one number to another, and goes on. */
function outlook(
  { keyResult, values, period, today }: Course,
  isIdle: boolean,
): Pick<KeyResultStanding, 'forecast' | 'paceNeeded'> {
  if (isIdle || keyResult.measure?.kind !== 'from-to') return { forecast: undefined, paceNeeded: undefined };
  const measure = measureOn(keyResult.measure, keyResult.targets, today);
  return {
    forecast: forecast(measure, values, period, today),
    paceNeeded: paceNeeded(measure, values.at(-1)?.value, period, today),
  };
}

function firstTargetScore(course: Course): number | undefined {
  const { measure, targets } = course.keyResult;
  if (measure === undefined || !isLowered(measure, measureOn(measure, targets, course.today))) return undefined;
  const progress = measuredProgress({ ...course, keyResult: { measure, targets: [] } });
  return typeof progress === 'number' ? cut(progress) : undefined;
}
