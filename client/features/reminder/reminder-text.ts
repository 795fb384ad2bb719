/** What the reminder says. */
import type { CheckInSubject } from '../../../server/core/requests/check-in.ts';
import { count } from '../../../server/core/wording/words.ts';

/**
 * `3 of your key results have had no check-in for more than 2 weeks.`
 * @returns undefined where nothing has been silent for longer than anyone would wait
 */
export function reminderText(due: readonly CheckInSubject[]): string | undefined {
  const stale = due.filter(each => each.stale);
  const [first] = stale;
  if (first === undefined) return undefined;
  const kinds = new Set(stale.map(({ kind }) => kind));
  const [what, lacks] =
    kinds.size > 1
      ? ['key results and KPIs', 'have not been heard of']
      : kinds.has('kpi')
        ? ['KPIs', 'have had no reading']
        : ['key results', 'have had no check-in'];
  const time = longerThan(Math.min(...stale.map(({ silentDays }) => silentDays ?? 1)));
  if (stale.length > 1) return `${stale.length} of your ${what} ${lacks} for ${time}.`;
  return `“${first.title}” ${lacks.replace('have', 'has')} for ${time}.`;
}

function longerThan(days: number): string {
  const weeks = Math.floor((days - 1) / 7);
  return weeks > 0 ? `more than ${count(weeks, 'week')}` : `more than ${count(Math.max(1, days - 1), 'day')}`;
}
