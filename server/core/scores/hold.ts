/** Lines to hold: of a `keep`, and the `healthy` and `critical` lines of a KPI. */
import type { Hold } from '../model/elements.ts';
import { exceeds, isUnder, reaches } from './tolerance.ts';

/** On the line holds; for `above` and `below` it does not. undefined where the line itself is not known (`?`). */
export function holds({ bound, low, high }: Hold, value: number): boolean | undefined {
  switch (bound) {
    case 'at least':
      return low === null ? undefined : reaches(value, low);
    case 'above':
      return low === null ? undefined : exceeds(value, low);
    case 'at most':
      return high === null ? undefined : reaches(high, value);
    case 'below':
      return high === null ? undefined : isUnder(value, high);
    case 'between':
      return low === null || high === null ? undefined : reaches(value, low) && reaches(high, value);
  }
}

/** True where each end of the line is known that has to be. */
export function isKnown({ bound, low, high }: Hold): boolean {
  const needsLow = bound === 'at least' || bound === 'above' || bound === 'between';
  const needsHigh = bound === 'at most' || bound === 'below' || bound === 'between';
  return !(needsLow && low === null) && !(needsHigh && high === null);
}

/** True where a line asks less than the one before it did, at either end. */
export function asksLess(now: Hold, before: Hold): boolean {
  if (now.low !== null && before.low !== null && isUnder(now.low, before.low)) return true;
  return now.high !== null && before.high !== null && exceeds(now.high, before.high);
}
