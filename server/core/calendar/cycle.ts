/**
 * Cycles that a calendar defines: `2026`, `2026-H2`, `2026-Q4`, `2026-11`, and fiscal years, which are named after
 * the year they end in: `FY27`, `FY27-H1`, `FY2027Q1`. The first month of a fiscal year counts from 1 (January).
 */
import type { Day, Period } from '../model/elements.ts';
import { calendarDate, dayOf, toIso } from './day.ts';

export type CycleKind = 'year' | 'half' | 'quarter' | 'month';

export interface CalendarCycle {
  /** As it is spelled best: `FY27-Q1` for `fy2027q1`. */
  readonly id: string;
  readonly kind: CycleKind;
  readonly fiscal: boolean;
  readonly period: { readonly first: Day; readonly last: Day };
  /** The same for cycles with equal dates: `FY27-Q1` and `2026-Q4`, where the fiscal year begins in October. */
  readonly key: string;
}

const MONTHS_IN: Record<CycleKind, number> = { year: 12, half: 6, quarter: 3, month: 1 };
const CALENDAR = /^(?<fy>FY(?:\d{4}|\d{2})|\d{4})(?:-?H(?<half>[12])|-?Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?$/i;

/** Reads the name of a cycle; undefined where no calendar knows it. A fiscal year has no months of its own. */
export function readCycle(id: string, fiscalFirstMonth = 1): CalendarCycle | undefined {
  const { fy, half, quarter, month } = CALENDAR.exec(id)?.groups ?? {};
  if (fy === undefined) return undefined;
  const digits = fy.replace(/\D/g, '');
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  const firstMonth = digits === fy ? undefined : fiscalFirstMonth;
  if (half !== undefined) return cycle('half', year, Number(half), firstMonth);
  if (quarter !== undefined) return cycle('quarter', year, Number(quarter), firstMonth);
  if (month === undefined) return cycle('year', year, 1, firstMonth);
  return firstMonth === undefined ? cycle('month', year, Number(month), undefined) : undefined;
}

/**
 * The cycle of a kind that a day is in: `2026-Q4`. With the first month of the fiscal year it is the fiscal one,
 * `FY27-Q1`; a month is the calendar's all the same.
 */
export function cycleOn(day: Day, kind: CycleKind, fiscalFirstMonth?: number): string {
  const { year, month } = calendarDate(day);
  if (fiscalFirstMonth === undefined || kind === 'month') return cycleId(kind, year, indexOf(month - 1, kind), false);
  const yearOfEnd = fiscalFirstMonth > 1 && month >= fiscalFirstMonth ? year + 1 : year;
  return cycleId(kind, yearOfEnd, indexOf((month - fiscalFirstMonth + 12) % 12, kind), true);
}

/** The one of its kind that begins when it ends: `2027-Q1` after `2026-Q4`; undefined where no calendar knows it. */
export function nextCycle(id: string, fiscalFirstMonth = 1): string | undefined {
  const now = readCycle(id, fiscalFirstMonth);
  return now && cycleOn(now.period.last + 1, now.kind, now.fiscal ? fiscalFirstMonth : undefined);
}

/** What makes two cycles one: their dates, or the name of one that is open or unknown. */
export function cycleKey(id: string, period: Period | undefined): string {
  return period?.first === undefined || period.last === undefined
    ? id.toLowerCase()
    : `${toIso(period.first)}/${toIso(period.last)}`;
}

/** True where all of `inner` is in `outer`; equal dates are. An open end is only in an open end. */
export function contains(outer: Period, inner: Period): boolean {
  if (outer.first === undefined || inner.first === undefined || inner.first < outer.first) return false;
  return outer.last === undefined || (inner.last !== undefined && inner.last <= outer.last);
}

/** Those cycles that hold a period and are longer, nearest first: 2026-H2, then 2026, for 2026-Q4. */
export function cyclesAround<Around extends { readonly period: Period }>(
  period: Period,
  cycles: readonly Around[],
): Around[] {
  const length = ({ first, last }: Period) => (first === undefined || last === undefined ? Infinity : last - first);
  return cycles
    .filter(cycle => contains(cycle.period, period) && !contains(period, cycle.period))
    .sort((a, b) => (length(a.period) === length(b.period) ? 0 : length(a.period) - length(b.period)));
}

function cycle(kind: CycleKind, year: number, index: number, fiscalFirstMonth: number | undefined): CalendarCycle {
  const beginsEarlier = fiscalFirstMonth !== undefined && fiscalFirstMonth > 1;
  const firstYear = beginsEarlier ? year - 1 : year;
  const firstMonth = (fiscalFirstMonth ?? 1) + (index - 1) * MONTHS_IN[kind];
  const period = {
    first: dayOf(firstYear, firstMonth, 1),
    last: dayOf(firstYear, firstMonth + MONTHS_IN[kind], 1) - 1,
  };
  const fiscal = fiscalFirstMonth !== undefined;
  const id = cycleId(kind, year, index, fiscal);
  return { id, kind, fiscal, period, key: cycleKey(id, period) };
}

/** Which of its kind it is in its year, from 1, by how many months of the year are over. */
function indexOf(monthsGone: number, kind: CycleKind): number {
  return Math.floor(monthsGone / MONTHS_IN[kind]) + 1;
}

function cycleId(kind: CycleKind, year: number, index: number, fiscal: boolean): string {
  const digits = String(year).padStart(4, '0');
  const name = fiscal ? `FY${digits.startsWith('20') ? digits.slice(2) : digits}` : digits;
  switch (kind) {
    case 'year':
      return name;
    case 'half':
      return `${name}-H${index}`;
    case 'quarter':
      return `${name}-Q${index}`;
    case 'month':
      return `${name}-${String(index).padStart(2, '0')}`;
  }
}
