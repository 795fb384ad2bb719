/**
 * The days of a cycle that one can look back at, and the way from one to the next. Days are ISO 8601; null is today.
 */
import { fromIso, toIso } from '../calendar/day.ts';
import { daysBetween } from '../wording/words.ts';
import type { CycleReport } from './report.ts';

export interface Journey {
  readonly start: string;
  readonly end: string;
  readonly today: string;
  /** Oldest first. */
  readonly checkInDays: readonly string[];
}

/** null for a cycle that lacks a day, or has not begun. */
export function journeyIn(
  { start, end }: Pick<CycleReport, 'start' | 'end'>,
  today: string,
  checkInDays: readonly string[],
): Journey | null {
  if (start === null || end === null || start >= end || today <= start) return null;
  return { start, end, today, checkInDays: checkInDays.filter(day => day >= start && day <= end && day < today) };
}

/** The day itself where one can look back at it, else null. */
export function dayOf({ start, end, today }: Omit<Journey, 'checkInDays'>, day: string | null): string | null {
  return day !== null && fromIso(day) !== undefined && day >= start && day < today && day <= end ? day : null;
}

/** The day that is so many after the first. */
export function dayAt(journey: Journey, days: number): string | null {
  return dayOf(journey, toIso((fromIso(journey.start) ?? 0) + days));
}

/** How many days after the first; today is the one after the last where the cycle is over. */
export function daysTo(journey: Journey, day: string | null): number {
  const { start, end, today } = journey;
  if (day !== null) return daysBetween(start, day);
  return today > end ? lengthOf(journey) : daysBetween(start, today);
}

/** From the first day to the last, and to today where that comes after it. */
export function lengthOf({ start, end, today }: Journey): number {
  return daysBetween(start, end) + (today > end ? 1 : 0);
}

/** One day on; from today to the first. */
export function nextDay(journey: Journey, day: string | null): string | null {
  return day === null ? journey.start : dayAt(journey, daysTo(journey, day) + 1);
}

/** The next check-in, or today; from today to the first day. */
export function nextStep(journey: Journey, day: string | null): string | null {
  return day === null ? journey.start : dayOf(journey, journey.checkInDays.find(each => each > day) ?? null);
}

/** The check-in before, or the first day. */
export function stepBack(journey: Journey, day: string | null): string {
  return journey.checkInDays.findLast(each => day === null || each < day) ?? journey.start;
}
