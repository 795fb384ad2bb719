/** Which cycles there are to report, and which one a reader means. */
import type { CycleInfo } from '../model/cycles.ts';
import type { Day } from '../model/elements.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CycleChoice } from '../requests/cycles.ts';
import { elapsed } from '../scores/pace.ts';
import { titleOf } from './cycle-report.ts';
import { byTeam, inOrder, teamsInOrder } from './order.ts';
import { ofType } from './selection.ts';
import { isoOrNull } from './written.ts';

interface Known {
  readonly cycle: CycleInfo;
  readonly objectives: ObjectiveEntry[];
}

/**
 * The cycles that have objectives: those that today is in, the shortest first, then the others, the newest first.
 * @param only the files that count, by their URI
 */
export function cycleChoices(workspace: Workspace, only: (uri: string) => boolean = () => true): CycleChoice[] {
  const today = workspace.today.get();
  const known = new Map<string, Known>();
  for (const entry of ofType(workspace.entries.get(), 'objective')) {
    const cycle = only(entry.file.uri) ? cycleOf(workspace, entry) : undefined;
    if (cycle === undefined) continue;
    const found = known.get(cycle.key);
    if (found === undefined) known.set(cycle.key, { cycle, objectives: [entry] });
    else found.objectives.push(entry);
  }
  const isCurrent = ({ cycle }: Known) => workspace.cycles.holds(cycle, today);
  return [...known.values()]
    .toSorted((a, b) => {
      const [current, other] = [isCurrent(a), isCurrent(b)];
      if (current !== other) return current ? -1 : 1;
      return current ? lengthOf(a) - lengthOf(b) : startOf(b) - startOf(a);
    })
    .map(each => choiceOf(workspace, each, isCurrent(each), today));
}

/** The choice that an id means: any id of its cycle. */
export function choiceNamed(
  workspace: Workspace,
  choices: readonly CycleChoice[],
  id: string,
): CycleChoice | undefined {
  const { key } = workspace.cycles.of(id);
  return choices.find(choice => workspace.cycles.of(choice.id).key === key);
}

/**
 * What a reader of a file means most likely: the current cycle in it, the shortest of several; else the newest in it;
 * else the same of the whole workspace. null where nothing is in a cycle.
 */
export function defaultCycle(workspace: Workspace, fileUri?: string): string | null {
  const inFile = fileUri === undefined ? [] : cycleChoices(workspace, uri => uri === fileUri);
  return (inFile[0] ?? cycleChoices(workspace)[0])?.id ?? null;
}

function choiceOf(workspace: Workspace, { cycle, objectives }: Known, current: boolean, today: Day): CycleChoice {
  const { first, last } = cycle.period;
  const inTeams = byTeam(inOrder(objectives), teamsInOrder(workspace));
  const teams = [...new Set(inTeams.map(({ team }) => team ?? undefined))];
  return {
    id: cycle.id,
    title: titleOf(workspace, cycle, teams),
    start: isoOrNull(first),
    end: isoOrNull(last),
    current,
    elapsed: elapsed(cycle.period, today) ?? null,
    teams: teams.flatMap(name => (name === undefined ? [] : { name, title: teamInfo(workspace, name).title })),
  };
}

function lengthOf({ cycle: { period } }: Known): number {
  return period.first === undefined || period.last === undefined ? Number.MAX_SAFE_INTEGER : period.last - period.first;
}

function startOf({ cycle: { period } }: Known): number {
  return period.first ?? Number.MIN_SAFE_INTEGER;
}
