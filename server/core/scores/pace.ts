/** Where a key result should stand on a day. */
import type { Day, FromToMeasure, KeyResult, Measure, MilestonesMeasure, Period, Plan } from '../model/elements.ts';
import { knownWay, shareOfWay, weightShare } from './progress.ts';
import { isIn } from './series.ts';
import { measureOn } from './target.ts';
import { cut } from './tolerance.ts';

interface Time {
  readonly first: Day;
  readonly last: Day;
}

/**
 * The share of its time that is over, in whole days, 0…1; undefined while its first or last day is not known.
 * A time of a day or less is over on its last day, and not before.
 */
export function elapsed(period: Period, today: Day): number | undefined {
  return hasEnds(period) ? elapsedOf(period, today) : undefined;
}

/** It is over from the day after its last. */
export function isOver({ last }: Period, today: Day): boolean {
  return last !== undefined && today > last;
}

/** What a key result runs to: from its cycle's first day to its own due day (or its objective's), else its cycle's last. */
export function periodOf(cycle: Period | undefined, due: Day | undefined): Period {
  return { first: cycle?.first, last: due ?? cycle?.last };
}

/** What expected progress depends on. */
export interface Pace {
  readonly keyResult: Pick<KeyResult, 'measure' | 'targets' | 'plan'>;
  /** A grade has no plan: it is expected to grow with time. */
  readonly judged: boolean;
  /** Any value, up to today. */
  readonly hasValue: boolean;
  readonly period: Period;
  readonly today: Day;
}

/** Expected progress, 0…1; undefined without a first or a last day, where nothing can be expected. */
export function expectedProgress({ keyResult, judged, hasValue, period, today }: Pace): number | undefined {
  if (!hasEnds(period)) return undefined;
  const measure: Measure | undefined = keyResult.measure && measureOn(keyResult.measure, keyResult.targets, today);
  if (judged || measure === undefined) return elapsedOf(period, today);
  switch (measure.kind) {
    case 'from-to':
      return plannedProgress(measure, keyResult.plan, period, today);
    case 'milestones':
      return dueProgress(measure, period, today);
    case 'keep':
      return hasValue ? 1 : elapsedOf(period, today);
  }
}

/**
 * Straight from one plan to the next, from nothing on the first day to all on the last. What a plan says of one of
 * these two days counts in place of that; plans outside the period don't count.
 */
function plannedProgress(measure: FromToMeasure, plan: readonly Plan[], period: Time, today: Day): number {
  const way = knownWay(measure);
  if (typeof way === 'string' || plan.length === 0 || period.last <= period.first) return elapsedOf(period, today);
  const shares = new Map<Day, number>([
    [period.first, 0],
    [period.last, 1],
  ]);
  for (const { day, value } of plan) {
    if (isIn(period, day)) shares.set(day, shareOfWay(value, way.from, way.to));
  }
  const points = [...shares].sort(([a], [b]) => a - b);
  const day = Math.min(Math.max(today, period.first), period.last);
  const next = points.findIndex(point => point[0] >= day);
  const [nextDay, nextShare] = points[next]!;
  const [lastDay, lastShare] = points[next - 1] ?? [day, nextShare];
  if (nextDay === day) return cut(nextShare);
  return cut(lastShare + ((nextShare - lastShare) * (day - lastDay)) / (nextDay - lastDay));
}

/** The weight due by today / all; a step without a date, or with one outside the period, is due on the last day. */
function dueProgress({ steps }: MilestonesMeasure, period: Time, today: Day): number {
  const dueDay = (due: Day | undefined) => (due !== undefined && isIn(period, due) ? due : period.last);
  return weightShare(steps, ({ due }) => dueDay(due) <= today) ?? elapsedOf(period, today);
}

function hasEnds(period: Period): period is Time {
  return period.first !== undefined && period.last !== undefined;
}

function elapsedOf({ first, last }: Time, today: Day): number {
  if (last <= first) return today < last ? 0 : 1;
  return cut((today - first) / (last - first));
}
