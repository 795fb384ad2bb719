/** The work, and what it is for. */
import type { InitiativeReport } from '../report.ts';
import { listed } from './english.ts';
import { shortDay } from './figures.ts';
import type { Part } from './parts.ts';
import { work } from './standing.ts';
import { table } from './table.ts';
import { plain } from './text.ts';

const ORDER: readonly InitiativeReport['status'][] = ['active', 'planned', 'done', 'dropped'];

export function initiatives({ report, today }: Part): string {
  const sorted = report.initiatives.toSorted(
    (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1),
  );
  return table<InitiativeReport>(
    [
      { name: 'Initiative', cell: ({ title }) => plain(title || 'An initiative without a title') },
      { name: 'For', cell: ({ supports, team }) => listed(supports.map(ref => plain(withoutTeam(ref, team)))) },
      { name: 'Owner', cell: ({ owner }) => plain(owner ?? '') },
      { name: 'Due', right: true, cell: ({ due }) => (due === null ? '' : shortDay(due, today)) },
      { name: 'Status', cell: work },
    ],
    sorted,
  );
}

/** `love.nps` for `growth/love.nps` of one's own team. */
function withoutTeam(ref: string, team: string | null): string {
  return team !== null && ref.startsWith(`${team}/`) ? ref.slice(team.length + 1) : ref;
}
