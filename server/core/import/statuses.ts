/**
 * Statuses in the words of other tools. “At risk” is the worst of three where the one in the middle is “behind” or
 * “needs attention”, and the one in the middle where the worst is “off track”.
 */
import type { SaidStatus, WorkStatus } from '../../../grammar/tree.ts';

export type AtRiskMeans = 'at-risk' | 'off-track';

const certain: Readonly<Record<string, SaidStatus>> = {
  'on track': 'on-track',
  ontrack: 'on-track',
  green: 'on-track',
  good: 'on-track',
  behind: 'at-risk',
  'needs attention': 'at-risk',
  'progressing with issues': 'at-risk',
  yellow: 'at-risk',
  amber: 'at-risk',
  'off track': 'off-track',
  offtrack: 'off-track',
  red: 'off-track',
  blocked: 'blocked',
};
const middle = new Set(['behind', 'needs attention']);
const worst = new Set(['off track', 'offtrack', 'red']);

const works: Readonly<Record<string, WorkStatus | 'dropped'>> = {
  'not started': 'planned',
  planned: 'planned',
  'to do': 'planned',
  backlog: 'planned',
  'in progress': 'active',
  active: 'active',
  started: 'active',
  ongoing: 'active',
  'on track': 'active',
  behind: 'active',
  'at risk': 'active',
  done: 'done',
  completed: 'done',
  complete: 'done',
  finished: 'done',
  achieved: 'done',
  closed: 'done',
  cancelled: 'dropped',
  canceled: 'dropped',
  dropped: 'dropped',
  abandoned: 'dropped',
};

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** What “at risk” means in a source, by the other words in it; undefined where they do not tell. */
export function atRiskIn(statuses: Iterable<string>): AtRiskMeans | undefined {
  const said = new Set([...statuses].map(keyOf));
  if ([...said].some(word => worst.has(word))) return 'at-risk';
  return [...said].some(word => middle.has(word)) ? 'off-track' : undefined;
}

export function isAtRisk(text: string): boolean {
  return /^at ?risk$/.test(keyOf(text));
}

/** undefined for a word that is no status of a check-in, such as “not started”. */
export function statusOf(text: string, atRisk: AtRiskMeans | undefined): SaidStatus | undefined {
  return isAtRisk(text) ? atRisk : certain[keyOf(text)];
}

/** How far work is; undefined for a word that does not say it. */
export function workStatusOf(text: string): WorkStatus | 'dropped' | undefined {
  return works[keyOf(text)];
}
