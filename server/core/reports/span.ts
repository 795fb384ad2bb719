/** A month, a half-year or a year in which nothing is written, as a report of what is in it, or of what it is in. */
import type { Day } from '../model/elements.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CycleChoice } from '../requests/cycles.ts';
import { cycleChoices } from './cycles.ts';
import type { ReportOptions } from './selection.ts';

export interface Span {
  readonly id: string;
  readonly options: Pick<ReportOptions, 'cycle' | 'reach' | 'since' | 'part'>;
  /** The day to look at it from, which is its last where it is over. */
  readonly day: Day;
  /** Before it there is nothing to report. */
  readonly first: Day;
  readonly teams: CycleChoice['teams'];
}

/**
 * Of a half-year what its quarters hold, together; of a month how the quarter around it stood on the month's last day,
 * and what moved in it. undefined where no calendar knows the id, or nothing lies in it or around it.
 */
export function spanOf(workspace: Workspace, asked: string): Span | undefined {
  const { calendar } = workspace.cycles.of(asked);
  if (calendar === undefined) return undefined;
  const { id, period } = calendar;
  const today = workspace.today.get();
  const cycles = cycleChoices(workspace).map(choice => ({ choice, period: workspace.cycles.of(choice.id).period }));
  const inside = cycles.filter(
    ({ period: { first, last } }) =>
      first !== undefined && last !== undefined && first >= period.first && last <= period.last,
  );
  const { first } = period;
  if (inside.length > 0) {
    const teams = new Map(inside.flatMap(({ choice }) => choice.teams).map(team => [team.name, team]));
    return { id, options: { cycle: id, reach: 'within' }, day: today, first, teams: [...teams.values()] };
  }
  const [around] = cycles
    .flatMap(({ choice, period: { first, last } }) =>
      first !== undefined && last !== undefined && first <= period.first && last >= period.last
        ? [{ choice, length: last - first }]
        : [],
    )
    .toSorted((a, b) => a.length - b.length);
  if (around === undefined) return undefined;
  const { choice } = around;
  return {
    id,
    options: { cycle: choice.id, since: period.first - 1, part: { id, ...period } },
    day: Math.min(today, period.last),
    first,
    teams: choice.teams,
  };
}
