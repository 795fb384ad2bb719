import { dayOf } from '../core/calendar/day.ts';

/** The local date of an instant, as a day. */
export function today(now: Date): number {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
