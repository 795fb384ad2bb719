/** Whether anybody still speaks of a key result. */
import { addRhythm } from '../calendar/day.ts';
import type { Day, Rhythm } from '../model/elements.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import { isDone } from '../scores/progress.ts';

/** A check-in may be late by so many days before anyone asks. */
export const GRACE = 7;

/** The last day up to `asOf` on which something was heard: a check-in, a value, a grade, a milestone. */
export function lastHeard({ history, grade, measure }: KeyResultStanding, asOf: Day): Day | undefined {
  const steps = measure?.kind === 'milestones' ? measure.steps.filter(step => isDone(step, asOf)) : [];
  const days = [...history, ...(grade === undefined ? [] : [grade])].map(({ day }) => day);
  return [...days, ...steps.map(({ done }) => done)]
    .filter(day => typeof day === 'number')
    .filter(day => day <= asOf)
    .reduce<Day | undefined>((newest, day) => (newest === undefined || day > newest ? day : newest), undefined);
}

/**
 * The day since when it has been silent: a rhythm and a week after it was last heard of, or a week after its first day.
 * undefined while it is not, and for what is done, dropped or judged before it began. What has ended is asked as of its
 * last day.
 */
export function silentSince(standing: KeyResultStanding, rhythm: Rhythm, today: Day): Day | undefined {
  const { period, computedStatus, dropped } = standing;
  if (dropped !== undefined || computedStatus === 'done') return undefined;
  const asOf = Math.min(today, period.last ?? today);
  const heard = lastHeard(standing, asOf);
  const from = heard === undefined ? period.first : addRhythm(heard, rhythm);
  return from !== undefined && asOf > from + GRACE ? from + GRACE + 1 : undefined;
}
