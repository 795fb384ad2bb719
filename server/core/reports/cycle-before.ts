/** The cycle before a report's, to compare with. */
import { toIso } from '../calendar/day.ts';
import type { CycleInfo } from '../model/cycles.ts';
import type { Period } from '../model/elements.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import { overview } from './cycle-report.ts';
import { onDay } from './other-day.ts';
import type { CycleBefore } from './report.ts';
import { type ReportOptions, type Selection, select } from './selection.ts';

/** Quarters and months have not all the same number of days. */
const LENGTHS_DIFFER = 0.15;

/**
 * How the cycle that ended as this one began stood after as many days; when this one is over, how it ended. null where
 * there is none of about that length, or nothing of these teams in it.
 */
export function cycleBefore(
  selection: Selection,
  { team, only }: Pick<ReportOptions, 'team' | 'only'>,
): CycleBefore | null {
  const { workspace, standings, period, today } = selection;
  const found = workspace.cycles.all().find(cycle => isJustBefore(cycle, period));
  const { first, last } = found?.period ?? {};
  if (found === undefined || first === undefined || last === undefined || period.first === undefined) return null;
  const isOver = period.last !== undefined && today > period.last;
  const day = isOver ? last : Math.max(first, Math.min(last, first + today - period.first));
  const then = isOver ? { workspace, standings } : onDay(workspace, day);
  const before = comparable(selection, select(then.workspace, then.standings, { cycle: found.id, team, only }));
  if (before === undefined) return null;
  const { cycle, teams } = overview(before);
  return {
    id: found.id,
    title: cycle.title,
    date: toIso(day),
    ended: isOver,
    score: cycle.score,
    ...verdicts(before),
    teams: teams.map(({ name, score }) => ({ name, score })),
  };
}

/**
 * A file of one cycle alone is compared with what the workspace has of its teams: where all that they have in this cycle
 * is in the file, as a part of it stands for no team.
 */
function comparable(selection: Selection, before: Selection): Selection | undefined {
  if (before.objectives.length > 0) return before;
  const teams = new Set(selection.objectives.map(teamOf));
  const { workspace, standings, cycle, team } = selection;
  if (cycle === undefined) return undefined;
  const ofTeams = (each: Selection) => each.objectives.filter(objective => teams.has(teamOf(objective)));
  const whole = ofTeams(select(workspace, standings, { cycle: cycle.id, team }));
  if (whole.length > selection.objectives.length) return undefined;
  const then = select(before.workspace, before.standings, { cycle: before.cycle?.id ?? null, team });
  const objectives = ofTeams(then);
  return objectives.length === 0 ? undefined : { ...then, objectives };
}

function teamOf({ team }: ObjectiveEntry): string {
  return team ?? '';
}

function isJustBefore({ period: { first, last } }: CycleInfo, period: Period): boolean {
  if (first === undefined || last === undefined || period.first === undefined || period.last === undefined)
    return false;
  const [length, other] = [period.last - period.first + 1, last - first + 1];
  return last === period.first - 1 && Math.abs(length - other) <= length * LENGTHS_DIFFER;
}

/** Of key results; one that shares another one's numbers counts once. */
function verdicts({ objectives, standings }: Selection): Pick<CycleBefore, 'achieved' | 'judged'> {
  const all = objectives.flatMap(objective => {
    const { objective: whole, keyResults } = standings.objective(objective);
    if (whole.dropped !== undefined) return [];
    return objective.element.keyResults.flatMap((keyResult, index) => {
      const source = standings.source({ objective, keyResult });
      const isShared = source.keyResult !== keyResult && objectives.includes(source.objective);
      const verdict = keyResults[index]?.dropped === undefined ? keyResults[index]?.verdict : undefined;
      return isShared || verdict === undefined ? [] : [verdict];
    });
  });
  return { judged: all.length, achieved: all.filter(verdict => verdict === 'achieved').length };
}
