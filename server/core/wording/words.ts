/**
 * Numbers and days as people read them: as everywhere else, and with no line break between a number and its unit or a
 * day and its month.
 */
import { addRhythm, calendarDate, dayInWords, fromIso, toIso } from '../calendar/day.ts';
import { halfUp, showPercent, showScore } from '../scores/rounding.ts';
import { formatEstimate, formatNumber, formatValue, unitOfChange } from '../scores/value-text.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const NO_BREAK = '\u00a0';

export const number = formatNumber;
export const score = showScore;
export const percent = showPercent;

/** `41 points`, `65%`, `$1.2M`. `bare` leaves out a unit that another number beside it has already, but for a sign. */
export function quantity(value: number, unit: string, bare = false): string {
  return together(formatValue(value, bare ? withSign(unit) : unit));
}

/** The unit, where it is a sign that stays at every number; else nothing. */
export function withSign(unit: string): string {
  return /^x$|^%|\p{Sc}$/u.test(unit) ? unit : '';
}

/** The same for what was worked out, as a forecast is, to about three digits. */
export function estimate(value: number, unit: string): string {
  return together(formatEstimate(value, unit));
}

/** What comes on top, where it was worked out: `+4.29 points`, `−16.3` */
export function change(by: number, unit: string): string {
  return `${by > 0 ? '+' : ''}${estimate(by, unitOfChange(unit))}`;
}

/** A confidence as it is asked for, of ten: `7`, `6.5`. */
export function ofTen(share: number): string {
  return number(halfUp(share * 10, 1));
}

/** `14 Nov`, with its year where that is not this year. */
export function day(iso: string, today: string): string {
  return dayInWords(fromIso(iso) ?? 0, fromIso(today)).replaceAll(' ', NO_BREAK);
}

/** `14 November`, with its year where that is not this year. */
export function longDay(iso: string, today: string): string {
  const { year, month, date } = calendarDate(fromIso(iso) ?? 0);
  const name = `${date}${NO_BREAK}${MONTHS[month - 1]}`;
  return iso.slice(0, 4) === today.slice(0, 4) ? name : `${name} ${year}`;
}

/** What a part of a cycle is called: `October 2026`, or its id where it is no month. */
export function partName({
  id,
  start,
  end,
}: {
  readonly id: string;
  readonly start: string;
  readonly end: string;
}): string {
  return start.slice(0, 7) === end.slice(0, 7) ? fullDay(start).replace(/^\d+\s/, '') : id;
}

/** `21 November 2026` */
export function fullDay(iso: string): string {
  return longDay(iso, '');
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return (fromIso(to) ?? 0) - (fromIso(from) ?? 0);
}

/** The first days of the months that begin strictly between two dates, as ISO 8601. */
export function monthsBetween(start: string, end: string): string[] {
  const firsts: string[] = [];
  const first = fromIso(`${start.slice(0, 7)}-01`) ?? 0;
  for (let times = 1; ; times += 1) {
    const next = toIso(addRhythm(first, { count: 1, unit: 'month' }, times));
    if (next >= end || next === firsts.at(-1)) return firsts;
    firsts.push(next);
  }
}

/** `1 key result`, `3 key results` */
export function count(many: number, one: string): string {
  return `${number(many)} ${many === 1 ? one : `${one}s`}`;
}

function together(text: string): string {
  return text.replace(' ', NO_BREAK);
}
