/** How an objective stands on a day: by its key results, with its own kind, time and check-ins. */
import type { Kind, SaidStatus } from '../../../grammar/tree.ts';
import type { Day, Grade, Objective, Pause, Period } from '../model/elements.ts';
import type { ShownStatus, Status, Verdict } from '../reports/report.ts';
import { gradeOn } from './grade.ts';
import type { KeyResultStanding } from './key-result.ts';
import { weightedMean } from './mean.ts';
import { elapsed, isOver, periodOf } from './pace.ts';
import { droppedOn } from './pauses.ts';
import { newest } from './series.ts';
import { isHeldOnly, shownStatus, statusOf, verdictOf } from './status.ts';
import type { Thresholds } from './thresholds.ts';
import { cut } from './tolerance.ts';

export interface ObjectiveInput {
  readonly objective: Pick<Objective, 'kind' | 'weight' | 'due' | 'checkins' | 'grades' | 'pauses'>;
  /** Of its cycle: undefined where it is in none, without both days where it is in an unknown one. */
  readonly cycle: Period | undefined;
  readonly keyResults: readonly KeyResultStanding[];
  readonly today: Day;
  readonly thresholds: Thresholds;
}

/** Shares are 0…1, with full precision; undefined is "not there". */
export interface ObjectiveStanding {
  readonly kind: Kind;
  readonly weight: number;
  readonly period: Period;
  readonly elapsed: number | undefined;
  readonly over: boolean;
  /** undefined where it is in no mean: nothing to score, or dropped. */
  readonly score: number | undefined;
  /** The score is its grade, as no key result has one. */
  readonly judged: boolean;
  /** No key result can be measured yet. */
  readonly pending: boolean;
  readonly expected: number | undefined;
  /** Shown first: what people said, else the computed one. */
  readonly status: ShownStatus;
  readonly computedStatus: Status;
  readonly saidStatus: SaidStatus | undefined;
  readonly verdict: Verdict | undefined;
  readonly confidence: number | undefined;
  readonly grade: Grade | undefined;
  readonly dropped: Pause | undefined;
  /** Key results with a score, of those that are not dropped. */
  readonly scored: number;
  readonly of: number;
  /** The newest of its own check-ins and its key results'. */
  readonly lastCheckin: Day | undefined;
}

export function standObjective(input: ObjectiveInput): ObjectiveStanding {
  const { objective, today, thresholds } = input;
  const period = periodOf(input.cycle, objective.due);
  const over = isOver(period, today);
  const gone = elapsed(period, today);
  const dropped = droppedOn(objective.pauses, today);
  const grade = gradeOn(objective.grades, today);

  const open = input.keyResults.filter(keyResult => keyResult.dropped === undefined);
  const scored = open.filter(({ score }) => score !== undefined);
  const computed = weightedMean(scored, ({ score }) => score);
  const judged = computed === undefined && grade !== undefined;
  const score = dropped ? undefined : (computed ?? (grade && cut(grade.grade)));
  const expected = dropped ? undefined : judged ? gone : weightedMean(scored, keyResult => keyResult.expected);
  const pending = !judged && scored.every(keyResult => keyResult.pending !== undefined);

  const situation = {
    dropped: dropped !== undefined,
    over,
    progress: score,
    pending,
    expected,
    kind: objective.kind,
    doneOnlyWhenOver: scored.some(isHeldOnly),
    holdsNow: undefined,
  };
  const computedStatus = statusOf(situation, thresholds);
  const own = objective.checkins;
  const saidStatus = newest(
    own.filter(({ status }) => status !== undefined),
    today,
  )?.status;

  return {
    kind: objective.kind,
    weight: objective.weight,
    period,
    elapsed: gone,
    over,
    score,
    judged,
    pending,
    expected,
    status: shownStatus(computedStatus, saidStatus, over),
    computedStatus,
    saidStatus,
    verdict: verdictOf(situation, score, thresholds),
    confidence:
      weightedMean(open, ({ confidence }) => confidence) ??
      newest(
        own.filter(({ confidence }) => confidence !== undefined),
        today,
      )?.confidence,
    grade,
    dropped,
    scored: scored.length,
    of: open.length,
    lastCheckin: latest([newest(own, today)?.day, ...input.keyResults.map(({ lastCheckin }) => lastCheckin)]),
  };
}

function latest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce(
    (found, day) => (day === undefined || (found !== undefined && found >= day) ? found : day),
    undefined,
  );
}
