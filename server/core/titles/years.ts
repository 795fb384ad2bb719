/** Whether a point on the calendar that a title seems to name is one: 2026 may also count trees. */
import { yearOf } from './calendar-points.ts';
import type { DeadlinePoint } from './reading.ts';
import { months } from './tables/calendar.ts';
import { calendarPlurals, yearContext } from './tables/names.ts';
import type { Token } from './tokens.ts';
import { isPlural } from './unit-words.ts';

/** Whether the tokens from `at` to `to`, which read as a point, are no number to measure. */
export function isDate(tokens: readonly Token[], at: number, to: number, { type }: DeadlinePoint): boolean {
  if (type === 'year' && yearOf(tokens[at]) !== undefined) return isYear(tokens, at);
  if (type === 'month' && to === at + 1) return false;
  return type !== 'current';
}

/** 2026 is a year, unless it counts: after a currency or a bound, or before a plural at the start. */
function isYear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (yearContext.has(before?.lower ?? '') || months.has(before?.lower ?? ''))
    return before?.lower !== 'from' || isFromYear(tokens, at);
  if (tokens[at]?.text === '2000' || after?.text === '%' || after?.text === '+') return false;
  if (after?.type === 'word' && !after.glued && isPlural(after)) return calendarPlurals.has(after.lower);
  if (
    before &&
    (before.type === 'sign' || /^(?:to|least|most|than|over|under|above|below|reach|hit)$/u.test(before.lower))
  ) {
    return /^[(,\-–—/'’"“:]$/u.test(before.text);
  }
  return true;
}

function isFromYear(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.lower !== 'to' || yearOf(tokens[at + 2]) !== undefined || tokens[at + 2]?.type !== 'number';
}
