/** What is known of a key result or KPI by date: check-ins by hand, a KPI's readings and data rows, merged into one. */
import type { SaidStatus } from '../../../grammar/tree.ts';
import type { CheckIn, Day, Period, Reading } from '../model/elements.ts';

export interface DatedValue {
  readonly day: Day;
  readonly value: number;
}

export interface HistoryEntry {
  readonly day: Day;
  readonly value: number | undefined;
  readonly confidence: number | undefined;
  readonly status: SaidStatus | undefined;
  readonly by: string | undefined;
  readonly note: string;
  readonly from: 'checkin' | 'kpi' | 'data';
}

/** In any order; of two on one day the later in its list is the newer. */
export interface Sources {
  readonly checkins: readonly CheckIn[];
  /** Of the KPI it is linked to. */
  readonly readings: readonly Reading[];
  /** Of the data file. */
  readonly rows: readonly Reading[];
}

/**
 * What was known on a day, oldest first. On one day a check-in by hand with a value hides the KPI's reading, and that
 * the file's row. Readings and rows count in the period only, so that a closed quarter stays as it was; what a person
 * wrote always counts.
 */
export function history(sources: Sources, period: Period, today: Day): HistoryEntry[] {
  const checkins = sources.checkins.filter(({ day }) => day <= today);
  const byHand = new Set(checkins.filter(({ value }) => value !== undefined).map(({ day }) => day));
  const readings = sources.readings.filter(({ day }) => day <= today && isIn(period, day) && !byHand.has(day));
  const read = new Set(readings.map(({ day }) => day));
  const rows = sources.rows.filter(
    ({ day }) => day <= today && isIn(period, day) && !byHand.has(day) && !read.has(day),
  );
  return [
    ...rows.map(row => measured(row, 'data')),
    ...readings.map(reading => measured(reading, 'kpi')),
    ...checkins.map((checkin): HistoryEntry => ({ ...checkin, from: 'checkin' })),
  ].sort((a, b) => a.day - b.day);
}

/** The values of a history, oldest first: one a day, its newest. */
export function valuesOf(entries: readonly { day: Day; value: number | undefined }[]): DatedValue[] {
  const values = new Map<Day, DatedValue>();
  for (const { day, value } of entries) {
    if (value !== undefined) values.set(day, { day, value });
  }
  return [...values.values()];
}

export function isIn({ first, last }: Period, day: Day): boolean {
  return (first === undefined || day >= first) && (last === undefined || day <= last);
}

/** The newest of some dated facts up to a day; of two on one day the later in the list. */
export function newest<Fact extends { readonly day: Day }>(facts: readonly Fact[], today: Day): Fact | undefined {
  return facts.reduce<Fact | undefined>(
    (found, fact) => (fact.day <= today && (found === undefined || fact.day >= found.day) ? fact : found),
    undefined,
  );
}

function measured({ day, value, note }: Reading, from: 'kpi' | 'data'): HistoryEntry {
  return { day, value, confidence: undefined, status: undefined, by: undefined, note, from };
}
