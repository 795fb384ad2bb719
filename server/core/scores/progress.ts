/**
 * Progress of a key result. The formula is the one that Viva Goals, Perdoo, okr-tracker and puzzle/okr share; the share
 * of values that hold a line is Profit.co's, for control key results; judged scores are as GitLab and IPFS publish them.
 */

import { addRhythm } from '../calendar/day.ts';
import type {
  Day,
  FromToMeasure,
  Grade,
  KeepMeasure,
  KeyResult,
  Milestone,
  MilestonesMeasure,
  Period,
  Rhythm,
} from '../model/elements.ts';
import { holds, isKnown } from './hold.ts';
import type { DatedValue } from './series.ts';
import { measureOn } from './target.ts';
import { equals, exceeds } from './tolerance.ts';

/** Why progress cannot be measured yet: it counts as 0 until it can. */
export type PendingReason =
  | 'no-value'
  /** A `?` in the measure. */
  | 'unknown-measure'
  /** `to B`, but the first value was already beyond B: it does not start from nothing. */
  | 'beyond-target'
  /** Baseline and target are the same. */
  | 'nothing-to-reach'
  /** Milestones that weigh nothing. */
  | 'no-weight';

export interface Progress {
  /** Not cut to 0…1; undefined where there is neither a measure nor a grade. */
  readonly progress: number | undefined;
  /** It is a grade, as nothing could be measured. */
  readonly judged: boolean;
  readonly pending: PendingReason | undefined;
}

/** What progress is measured on. `values` is oldest first and ends today. */
export interface Course {
  readonly keyResult: Pick<KeyResult, 'measure' | 'targets'>;
  readonly values: readonly DatedValue[];
  readonly period: Period;
  readonly rhythm: Rhythm;
  readonly today: Day;
}

/** Progress as measured; else the newest grade; else 0 and pending. */
export function progressOf(course: Course, grade: Grade | undefined): Progress {
  const progress = measuredProgress(course);
  if (typeof progress === 'number') return { progress, judged: false, pending: undefined };
  if (grade) return { progress: grade.grade, judged: true, pending: undefined };
  return { progress: progress === undefined ? undefined : 0, judged: false, pending: progress };
}

/** Progress by the measure; or why there is none yet; undefined without a measure. */
export function measuredProgress(course: Course): number | PendingReason | undefined {
  const { keyResult, today } = course;
  switch (keyResult.measure?.kind) {
    case 'from-to':
      return wayProgress(measureOn(keyResult.measure, keyResult.targets, today), course);
    case 'keep':
      return isKnown(measureOn(keyResult.measure, keyResult.targets, today).hold)
        ? shareHeld(heldValues(keyResult.measure, course))
        : 'unknown-measure';
    case 'milestones':
      return milestoneProgress(keyResult.measure, today);
    case undefined:
      return undefined;
  }
}

/** (value − A) / (B − A), up or down alike. */
export function shareOfWay(value: number, from: number, to: number): number {
  return (value - from) / (to - from);
}

/** Baseline and target where both are known and differ, so that a share of the way between them can be said. */
export function knownWay({ from, to }: FromToMeasure): { readonly from: number; readonly to: number } | PendingReason {
  if (from === null || to === null) return 'unknown-measure';
  return equals(from, to) ? 'nothing-to-reach' : { from, to };
}

function wayProgress(measure: FromToMeasure, { values, period, rhythm }: Course): number | PendingReason {
  const newest = values.at(-1);
  const way = knownWay(measure);
  if (typeof way === 'string') return way;
  if (newest === undefined) return 'no-value';
  if (measure.fromNothing && period.first !== undefined) {
    const start = values.find(({ day }) => day <= addRhythm(period.first!, rhythm));
    if (start && exceeds(shareOfWay(start.value, way.from, way.to), 1)) return 'beyond-target';
  }
  return shareOfWay(newest.value, way.from, way.to);
}

/** Each value, by whether it held the line that was in force on its day. */
export function heldValues(
  measure: KeepMeasure,
  { keyResult, values }: Pick<Course, 'keyResult' | 'values'>,
): boolean[] {
  return values
    .map(({ day, value }) => holds(measureOn(measure, keyResult.targets, day).hold, value))
    .filter(held => held !== undefined);
}

function shareHeld(held: readonly boolean[]): number | PendingReason {
  return held.length === 0 ? 'no-value' : held.filter(Boolean).length / held.length;
}

function milestoneProgress({ steps }: MilestonesMeasure, today: Day): number | PendingReason {
  return weightShare(steps, step => isDone(step, today)) ?? 'no-weight';
}

/** The weight of some of the steps / the weight of all; undefined where they weigh nothing. */
export function weightShare(steps: readonly Milestone[], counts: (step: Milestone) => boolean): number | undefined {
  const weigh = (some: readonly Milestone[]) => some.reduce((sum, { weight }) => sum + Math.max(weight, 0), 0);
  const all = weigh(steps);
  return all > 0 ? weigh(steps.filter(counts)) / all : undefined;
}

/** A milestone done without a date is done on every day. */
export function isDone({ done }: Milestone, today: Day): boolean {
  return typeof done === 'number' ? done <= today : done;
}
