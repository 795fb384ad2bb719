/** Which key results and KPIs wait for somebody to say where they stand. */
import { addRhythm } from '../calendar/day.ts';
import type { Day, Rhythm } from '../model/elements.ts';
import type { KeyResultEntry, KpiEntry } from '../model/entry.ts';
import { lastHeard, silentSince } from '../reports/silence.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import type { KpiStanding } from '../scores/kpi-health.ts';

export interface Wait {
  /** A rhythm has passed since it was last heard of; what a KPI or a file feeds waits only when that has fallen silent. */
  readonly due: boolean;
  /** For longer than anyone would wait. */
  readonly stale: boolean;
  /** Whole days since it was last heard of, else since its first day; null where that is not known. */
  readonly silentDays: number | null;
}

export const waitsForNothing: Wait = { due: false, stale: false, silentDays: null };

/** Of a key result that runs. */
export function keyResultWait(
  { keyResult }: KeyResultEntry,
  standing: KeyResultStanding,
  rhythm: Rhythm,
  today: Day,
): Wait {
  if (standing.computedStatus === 'done' || standing.dropped !== undefined) return waitsForNothing;
  const heard = lastHeard(standing, today);
  const { first } = standing.period;
  const next = heard === undefined ? first : addRhythm(heard, rhythm);
  const stale = silentSince(standing, rhythm, today) !== undefined;
  const isFed = keyResult.kpi !== undefined || keyResult.data !== undefined;
  const isDue = next !== undefined && today >= next;
  return { due: stale || (isDue && !isFed), stale, silentDays: daysSince(heard ?? first, today) };
}

/** Of a KPI; one that follows a key result waits for nothing of its own. */
export function kpiWait({ element }: KpiEntry, { day, stale }: KpiStanding, today: Day): Wait {
  const { rhythm, follows, data } = element;
  if (follows !== undefined || rhythm === undefined) return { ...waitsForNothing, stale };
  const isDue = day === undefined || today >= addRhythm(day, rhythm);
  return { due: stale || (isDue && data === undefined), stale, silentDays: daysSince(day, today) };
}

function daysSince(day: Day | undefined, today: Day): number | null {
  return day === undefined || day > today ? null : today - day;
}
