/** A report, or a team's part of it, with what its texts ask of it again and again. */
import type { KeyResultReport, ObjectiveReport, Report, ShownStatus } from '../report.ts';

export type Time = 'before' | 'running' | 'over';

/** The whole report or one team in it. */
export interface Part {
  readonly report: Report;
  readonly time: Time;
  readonly today: string;
  readonly objectives: readonly ObjectiveReport[];
  readonly score: number | null;
  readonly expected: number | null;
  readonly status: ShownStatus;
  /** How many teams are in it. */
  readonly teams: number;
}

/** A key result, and the objective whose owner counts where it has none. */
export interface Goal {
  readonly keyResult: KeyResultReport;
  readonly objective: ObjectiveReport;
}

export function whole(report: Report): Part {
  const { cycle, today, objectives, teams } = report;
  const { score, expected, status } = cycle;
  return { report, time: timeOf(report), today, objectives, score, expected, status, teams: teams.length };
}

export function teamParts(part: Part): readonly (Part & { readonly name: string | null; readonly title: string })[] {
  return part.report.teams.map(({ name, title, score, expected, status }) => ({
    ...part,
    name,
    title: title || name || 'Without a team',
    objectives: part.objectives.filter(({ team }) => team === name),
    score,
    expected,
    status,
    teams: 1,
  }));
}

/** The key results that are pursued: neither they nor their objectives are dropped. */
export function openGoals({ objectives }: Pick<Part, 'objectives'>): readonly Goal[] {
  return objectives
    .filter(({ dropped }) => dropped === null)
    .flatMap(objective => objective.keyResults.map(keyResult => ({ objective, keyResult })))
    .filter(({ keyResult }) => keyResult.dropped === null);
}

/** The same without those that share the numbers of another one in this part: told once. */
export function ownGoals(part: Pick<Part, 'objectives'>): readonly Goal[] {
  const refs = new Set(part.objectives.flatMap(({ keyResults }) => keyResults.map(({ ref }) => ref)));
  return openGoals(part).filter(({ keyResult }) => keyResult.follows === null || !refs.has(keyResult.follows));
}

/** What still runs: of a longer time some may have ended, and of a quarter what was due earlier. */
export function runningGoals(part: Pick<Part, 'objectives'>): readonly Goal[] {
  return ownGoals(part).filter(({ keyResult }) => keyResult.verdict === null && keyResult.status !== 'ended');
}

export function ownerOf({ keyResult, objective }: Goal): string | null {
  return keyResult.owner ?? objective.owner;
}

/** Score against what is expected: how far behind, as a share; 0 for what is ahead or has neither. */
export function behind({ score, expected }: KeyResultReport): number {
  return score === null || expected === null ? 0 : Math.max(0, expected - score);
}

function timeOf({ cycle: { start, end }, today }: Report): Time {
  if (end !== null && today > end) return 'over';
  return start !== null && today < start ? 'before' : 'running';
}
