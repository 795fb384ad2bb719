/** What a board reads: the year's report, the same a quarter ago, and what happened in all cycles of the year. */
import { addRhythm, fromIso, toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Standings } from '../standing/standings.ts';
import { buildReport } from './build-report.ts';
import { cycleChoices } from './cycles.ts';
import { onDay } from './other-day.ts';
import type { Report } from './report.ts';

export interface BoardReport {
  /** Of the year's own objectives. */
  readonly year: Report;
  /** The same on the day of the last board report. */
  readonly before: Report;
  /** Of everything that lies in the year. */
  readonly all: Report;
  /** ISO 8601 */
  readonly since: string;
}

export interface BoardOptions {
  readonly cycle: string;
  readonly team?: string | null | undefined;
  /** The day of the last board report; left out: three months ago, or the first day. */
  readonly since?: Day | undefined;
}

const QUARTER = { count: 1, unit: 'quarter' } as const;

export function buildBoard(workspace: Workspace, standings: Standings, options: BoardOptions): BoardReport {
  const { cycle, team } = options;
  const year = buildReport(workspace, standings, { cycle, team, compare: true });
  const today = workspace.today.get();
  const { period } = workspace.cycles.of(cycle);
  const asOf = Math.min(today, period.last ?? today);
  const since = options.since ?? Math.max(addRhythm(asOf, QUARTER, -1), period.first ?? Number.NEGATIVE_INFINITY);
  const then = onDay(workspace, since);
  return {
    year,
    before: buildReport(then.workspace, then.standings, { cycle, team }),
    all: buildReport(workspace, standings, { cycle, team, reach: 'within', since }),
    since: toIso(since),
  };
}

/** The longest cycle that today is in, as a year is; else the newest that there is. */
export function boardCycle(workspace: Workspace): string | undefined {
  const choices = cycleChoices(workspace);
  const days = ({ start, end }: (typeof choices)[number]) =>
    start === null || end === null ? -1 : (fromIso(end) ?? 0) - (fromIso(start) ?? 0);
  const current = choices.filter(choice => choice.current).toSorted((a, b) => days(b) - days(a));
  return (current[0] ?? choices[0])?.id;
}
