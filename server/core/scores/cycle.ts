/** How a team, and a whole cycle, stand on a day: by their objectives, judged as aspirational ones are. */
import type { Day, Period } from '../model/elements.ts';
import type { Status } from '../reports/report.ts';
import { weightedMean } from './mean.ts';
import type { ObjectiveStanding } from './objective.ts';
import { elapsed, isOver } from './pace.ts';
import { isHeldOnly, statusOf } from './status.ts';
import type { Thresholds } from './thresholds.ts';

/** Shares are 0…1; undefined where nothing is scored, and without a pace in an open cycle. */
export interface Mean {
  readonly score: number | undefined;
  readonly expected: number | undefined;
  readonly status: Status;
  /** Nothing can be measured yet. */
  readonly pending: boolean;
  readonly over: boolean;
  /** Objectives with a score, of those that are not dropped. */
  readonly scored: number;
  readonly of: number;
}

export interface TeamMean extends Mean {
  /** undefined for objectives without a team. */
  readonly name: string | undefined;
}

/** What a mean is judged in. */
export interface Setting {
  /** The cycle's. */
  readonly period: Period;
  readonly today: Day;
  readonly thresholds: Thresholds;
}

/** The weighted mean of objectives: of a team's in a cycle, or of all in a cycle of one team. */
export function standTogether(objectives: readonly ObjectiveStanding[], setting: Setting): Mean {
  const open = objectives.filter(({ dropped }) => dropped === undefined);
  const scored = open.filter(({ score }) => score !== undefined);
  return { ...meanOf(scored, setting), scored: scored.length, of: open.length };
}

/**
 * The headline above several teams: the top team's mean, or the plain mean of the tops' where several have no parent.
 * A team without a score is passed over: its children are tops, then. Objectives without a team are the headline only
 * where no team has a score.
 */
export function headline(
  teams: readonly TeamMean[],
  parentOf: (team: string) => string | undefined,
  setting: Setting,
): Mean {
  const tops = topsOf(teams, parentOf);
  const parts = tops.map(team => ({ ...team, weight: 1, computedStatus: team.status }));
  const sum = (count: (team: TeamMean) => number) => tops.reduce((all, team) => all + count(team), 0);
  return { ...meanOf(parts, setting), scored: sum(({ scored }) => scored), of: sum(({ of }) => of) };
}

function topsOf(teams: readonly TeamMean[], parentOf: (team: string) => string | undefined): readonly TeamMean[] {
  const scored = teams.filter(({ name, score }) => name !== undefined && score !== undefined);
  const names = new Set(scored.map(({ name }) => name));
  const tops = scored.filter(({ name }) => !ancestors(name!, parentOf).some(ancestor => names.has(ancestor)));
  if (tops.length > 0) return tops;
  // Parents that go in a circle have no top.
  return scored.length > 0 ? scored : teams;
}

function ancestors(team: string, parentOf: (team: string) => string | undefined): string[] {
  const line = new Set<string>();
  for (let parent = parentOf(team); parent !== undefined && !line.has(parent); parent = parentOf(parent)) {
    line.add(parent);
  }
  return [...line];
}

interface Part {
  readonly weight: number;
  readonly score: number | undefined;
  readonly expected: number | undefined;
  readonly computedStatus: Status;
  readonly pending: boolean;
  readonly over: boolean;
}

function meanOf(parts: readonly Part[], { period, today, thresholds }: Setting): Omit<Mean, 'scored' | 'of'> {
  const score = weightedMean(parts, part => part.score);
  const hasPace = elapsed(period, today) !== undefined;
  const expected = hasPace ? weightedMean(parts, part => part.expected) : undefined;
  const pending = parts.every(part => part.pending);
  const over = isOver(period, today);
  const situation = {
    dropped: false,
    over,
    progress: score,
    pending,
    expected,
    kind: 'aspirational',
    doneOnlyWhenOver: parts.some(isHeldOnly),
    holdsNow: undefined,
  } as const;
  return { score, expected, status: statusOf(situation, thresholds), pending, over };
}
