/** How a cycle compares with the one before, in one sentence. */
import type { Report } from '../reports/report.ts';
import { longDay, score } from './words.ts';

/**
 * `After as many days the cycle before, 2026-Q3, stood at 0.26 (21 August).`, or how that one ended; empty where there is
 * nothing to compare.
 */
export function comparedWithBefore({ before, cycle, today }: Pick<Report, 'before' | 'cycle' | 'today'>): string {
  if (before === null || before.score === null || cycle.score === null) return '';
  if (!before.ended)
    return `After as many days the cycle before, ${before.id}, stood at ${score(before.score)} (${longDay(before.date, today)}).`;
  const { judged, achieved } = before;
  const made =
    judged === 0 ? '' : `, with ${achieved} of ${judged} ${judged === 1 ? 'key result' : 'key results'} made`;
  return `The cycle before, ${before.id}, ended at ${score(before.score)}${made}.`;
}
