/**
 * Days as numbers, counted from 1970-01-01, and what they look like to readers.
 * Everything is in UTC: a local clock would lose a day wherever a time zone skipped one.
 */
import type { Day, Rhythm } from '../model/elements.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const MONTHS_A_YEAR = 12;
const DAYS_A_YEAR = 365.25;

/** A month counts from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The day of a calendar date; a month or date that is out of range runs over into the next ones, as in `Date.UTC`. */
export function dayOf(year: number, month: number, date: number): Day {
  return new Date(0).setUTCFullYear(year, month - 1, date) / MILLISECONDS_A_DAY;
}

export function calendarDate(day: Day): CalendarDate {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** ISO 8601: `2026-11-21`. */
export function toIso(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Reads `2026-11-21` and nothing else; undefined where it is written otherwise or there is no such day. */
export function fromIso(text: string): Day | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const day = dayOf(Number(year), Number(month), Number(date));
  return toIso(day) === text ? day : undefined;
}

/** A number that two days share when they are in the same ISO 8601 week, and that grows by one a week. */
export function isoWeek(day: Day): number {
  // 1970-01-01 was a Thursday, and an ISO week begins on Monday.
  return Math.floor((day + 3) / 7);
}

/** The last day that four digits of a year can write: a rhythm of a million years ends here. */
const LAST_DAY = dayOf(9999, 12, 31);

/**
 * The day that is `times` rhythms after a day. Months keep the day of the month, or end on their last:
 * a month after 31 January is 28 February, two months after it 31 March.
 */
export function addRhythm(day: Day, rhythm: Rhythm, times = 1): Day {
  const count = rhythm.count * times;
  switch (rhythm.unit) {
    case 'day':
      return Math.min(day + count, LAST_DAY);
    case 'week':
      return Math.min(day + 7 * count, LAST_DAY);
    case 'month':
      return addMonths(day, count);
    case 'quarter':
      return addMonths(day, 3 * count);
    case 'year':
      return addMonths(day, MONTHS_A_YEAR * count);
  }
}

function addMonths(day: Day, months: number): Day {
  const { year, month, date } = calendarDate(day);
  const target = month + Math.min(months, MONTHS_A_YEAR * 9999);
  const lastOfMonth = dayOf(year, target + 1, 1) - 1;
  return Math.min(dayOf(year, target, 1) + date - 1, lastOfMonth, LAST_DAY);
}

/** How many days a rhythm takes, months and years at their mean length. */
export function rhythmDays(rhythm: Rhythm): number {
  const unit = {
    day: 1,
    week: 7,
    month: DAYS_A_YEAR / MONTHS_A_YEAR,
    quarter: DAYS_A_YEAR / 4,
    year: DAYS_A_YEAR,
  }[rhythm.unit];
  return rhythm.count * unit;
}

// Not from Intl, whose tables differ from machine to machine ("Sep", "Sept").
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `21 Nov 2026`; `21 Nov` where `beside`, a day that the reader has in mind, is in the same year. */
export function dayInWords(day: Day, beside?: Day): string {
  const { year, month, date } = calendarDate(day);
  const short = `${date} ${MONTHS[month - 1]}`;
  return beside !== undefined && calendarDate(beside).year === year ? short : `${short} ${year}`;
}
