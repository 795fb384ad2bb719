/** What a report is called, and what time it is in it. */
import { partName } from '../../wording/words.ts';
import type { Report } from '../report.ts';
import { on } from './english.ts';
import type { Part } from './parts.ts';

export function titleOf({ cycle, team, teams, part }: Report): string {
  const [only] = teams.length === 1 ? teams : [];
  const who = team?.title ?? only?.title ?? '';
  const what = cycle.title === '' || cycle.title === cycle.id ? (cycle.id ?? 'Objectives') : cycle.title;
  const id = cycle.id === null || cycle.id === what ? '' : ` (${cycle.id})`;
  const which = part === null ? '' : `${partName(part)}, in `;
  return `${who === '' ? '' : `${who}: `}${which}${what}${id}`;
}

export function timeOf({ report: { cycle }, today, time }: Part): string {
  const { start, end, daysGone, daysLeft } = cycle;
  const day = on(today, '');
  if (time === 'over') return `${on(start ?? '', end ?? '')} to ${on(end ?? '', '')}, as seen on ${day}`;
  if (time === 'before') return `${day}; it begins on ${on(start ?? '', today)}`;
  if (daysGone === null || daysLeft === null) return day;
  return `${day}: day ${daysGone + 1} of ${daysGone + 1 + daysLeft}, ${daysLeft === 0 ? 'the last' : `${daysLeft} left`}`;
}
