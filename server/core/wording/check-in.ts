/** Check-ins in words: what was said last, and how a round of them went. */
import type { CheckInSubject } from '../requests.ts';
import { day, number } from './words.ts';

/** `44 points on 20 Nov`, `nothing yet`. */
export function lastSaid({ value, date, today }: Pick<CheckInSubject, 'value' | 'date' | 'today'>): string {
  if (date === null) return 'nothing yet';
  return value === null ? `last on ${day(date, today)}` : `${value} on ${day(date, today)}`;
}

export interface Round {
  readonly written: number;
  readonly skipped: number;
  /** Those that were still to come when somebody ended it. */
  readonly left: number;
}

/** `3 checked in, 2 skipped.` */
export function roundInWords({ written, skipped, left }: Round): string {
  const parts = [
    written > 0 ? `${number(written)} checked in` : 'Nothing written',
    ...(skipped > 0 ? [`${number(skipped)} skipped`] : []),
    ...(left > 0 ? [`${number(left)} left`] : []),
  ];
  return `${parts.join(', ')}.`;
}
