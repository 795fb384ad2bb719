/** When somebody checked in. */
import type { Report } from './report.ts';

/** Every day up to today on which somebody wrote a check-in of a key result, oldest first, ISO 8601. */
export function checkInDays(report: Report): string[] {
  const checkIns = report.objectives.flatMap(objective => objective.keyResults.flatMap(keyResult => keyResult.history));
  return [...new Set(checkIns.filter(each => each.from === 'checkin').map(each => each.date))].toSorted();
}
