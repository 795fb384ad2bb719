/** A forecast goes on from the last values: where it is no longer today's pace, it says what would be, as of that day. */
import type { KeyResultReport } from '../reports/report.ts';
import { daysBetween } from './words.ts';

/** A forecast looks at a value a week; in days. */
const FRESH = 14;

/**
 * The day of the last value, where nobody has spoken since for longer than their rhythm, or where it would meet its target
 * although it is behind: a monthly value makes no contradiction of that. null while it is today's pace.
 */
export function oldPaceOf(
  { stale, history, forecast, status }: Pick<KeyResultReport, 'stale' | 'history' | 'forecast' | 'status'>,
  today: string,
): string | null {
  const isBehind = status === 'at-risk' || status === 'off-track' || status === 'blocked';
  if (!stale && !(isBehind && forecast !== null && forecast.reached !== null)) return null;
  const last = history.findLast(({ value }) => value !== null)?.date ?? null;
  return last !== null && daysBetween(last, today) > FRESH ? last : null;
}
