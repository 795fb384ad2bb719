/** Finds what a reference means, as LANGUAGE's "Names and references" says. */
import type { CycleInfo } from './cycles.ts';
import type { RefText } from './elements.ts';
import type { Entry, Goal, InitiativeEntry, KeyResultEntry, KpiEntry, ObjectiveEntry } from './entry.ts';
import { parentsOf } from './teams.ts';
import type { Workspace } from './workspace.ts';

/** Where names are looked up: the workspace, or one in which something is called otherwise. */
export type Directory = Pick<Workspace, 'named' | 'cycles' | 'teams' | 'hasKeyResult'>;

export { refToText } from './ref-text.ts';

/** Where a reference stands. */
export interface From {
  readonly entry: Entry;
  /** Set inside an objective: a bare name may be a key result of it. */
  readonly objective: ObjectiveEntry | undefined;
}

export function fromEntry(entry: Entry): From {
  return { entry, objective: entry.appearance.type === 'objective' ? (entry as ObjectiveEntry) : undefined };
}

/** The objective or key result that is meant; undefined where there is none, or several fit equally. */
export function resolveGoal(workspace: Workspace, ref: RefText, from: From): Goal | undefined {
  const found = locateGoal(workspace, ref, from);
  return found?.kr === undefined ? found?.objective : keyResultNamed(found.objective, found.kr);
}

/** Whether there is such a goal. Whoever asks does not depend on what it says, only on what it is called. */
export function hasGoal(directory: Directory, ref: RefText, from: From): boolean {
  return locateGoal(directory, ref, from) !== undefined;
}

export interface Located {
  readonly objective: ObjectiveEntry;
  /** The name of one of its key results. */
  readonly kr: string | undefined;
}

/** The same as `resolveGoal`, by the names alone: it asks no facts. */
export function locateGoal(directory: Directory, ref: RefText, from: From): Located | undefined {
  const objective = resolveObjective(directory, ref, from);
  if (objective !== undefined)
    return ref.kr === undefined || directory.hasKeyResult(objective, ref.kr) ? { objective, kr: ref.kr } : undefined;
  // A bare name is an objective, else a key result of the same objective.
  if (ref.team !== undefined || ref.kr !== undefined || ref.cycle !== undefined || from.objective === undefined)
    return undefined;
  return directory.hasKeyResult(from.objective, ref.name) ? { objective: from.objective, kr: ref.name } : undefined;
}

function keyResultNamed(objective: ObjectiveEntry, name: string): KeyResultEntry | undefined {
  const keyResult = objective.element.keyResults.find(each => each.name === name);
  return keyResult === undefined ? undefined : { objective, keyResult };
}

/** The objective that a reference names, whether or not it has the key result that is named. */
export function resolveObjective(directory: Directory, ref: RefText, from: From): ObjectiveEntry | undefined {
  // An objective never finds itself, unless a key result in it is named.
  const self = ref.kr === undefined ? from.objective : undefined;
  return search(directory, 'objective', ref, from.entry, team =>
    inCycles(
      directory,
      objectivesNamed(directory, team, ref.name).filter(entry => entry !== self),
      ref.cycle,
      from.entry,
    ),
  ) as ObjectiveEntry | undefined;
}

/**
 * Looks where a reference looks: in the team that it names, else in its own team and those above it, else everywhere,
 * if only one team has what fits.
 */
function search(
  directory: Directory,
  kind: 'objective' | 'kpi' | 'initiative',
  ref: RefText,
  from: Entry,
  inTeam: (team: string) => Entry | undefined,
): Entry | undefined {
  for (const team of teamsToSearch(directory, ref.team, from.team)) {
    const found = inTeam(team);
    if (found !== undefined) return found;
  }
  if (ref.team !== undefined) return undefined;
  const teams = new Set(directory.named(kind, `*/${ref.name}`).map(({ team }) => team ?? ''));
  let only: Entry | undefined;
  for (const team of teams) {
    const found = inTeam(team);
    if (found !== undefined && only !== undefined) return undefined;
    only ??= found;
  }
  return only;
}

/** The teams in which a name is looked for, in turn. */
function teamsToSearch(
  directory: Directory,
  named: string | undefined,
  own: string | null | undefined,
): readonly string[] {
  if (named !== undefined) return [named];
  return typeof own === 'string' ? [own, ...parentsOf(directory, own)] : [''];
}

export function objectivesNamed(directory: Directory, team: string, name: string): readonly ObjectiveEntry[] {
  return directory.named('objective', `${team}/${name}`) as ObjectiveEntry[];
}

/** Of one team's entries of a name, the one in the cycle that is meant. */
function inCycles<E extends Entry>(
  directory: Directory,
  candidates: readonly E[],
  written: string | undefined,
  from: Entry,
): E | undefined {
  if (candidates.length === 0) return undefined;
  const { cycles } = directory;
  if (written !== undefined) {
    const { key } = cycles.of(written);
    return candidates.find(entry => cycleOf(directory, entry)?.key === key);
  }
  const own = cycleOf(directory, from);
  if (own === undefined) return from.cycle === null ? undefined : newest(directory, candidates);
  for (const cycle of [own, ...cycles.around(own)]) {
    const found = candidates.find(entry => cycleOf(directory, entry)?.key === cycle.key);
    if (found !== undefined) return found;
  }
  // What has no cycle yet is on its way into one: its own rule says so, and a second message would not help.
  return candidates.find(entry => entry.cycle === undefined);
}

/** The one whose cycle ends last, where several do the one that begins last; an open end is the latest. */
function newest<E extends Entry>(directory: Directory, candidates: readonly E[]): E | undefined {
  const daysOf = (entry: E): readonly [last: number, first: number] => {
    const { first, last } = cycleOf(directory, entry)?.period ?? { first: undefined, last: undefined };
    if (first === undefined) return [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    return [last ?? Number.POSITIVE_INFINITY, first];
  };
  let best: { entry: E; last: number; first: number } | undefined;
  for (const entry of candidates) {
    const [last, first] = daysOf(entry);
    if (best === undefined || last > best.last || (last === best.last && first > best.first))
      best = { entry, last, first };
  }
  return best?.entry;
}

/** The cycle that an entry is in; undefined for none and for one that cannot be read. */
export function cycleOf({ cycles }: Pick<Directory, 'cycles'>, entry: Entry): CycleInfo | undefined {
  return typeof entry.cycle === 'string' ? cycles.of(entry.cycle) : undefined;
}

/** `[team/]name` of a KPI: in its own team, then in the team's parents, then everywhere if only one fits. */
export function resolveKpi(directory: Directory, ref: RefText, from: Entry): KpiEntry | undefined {
  if (ref.kr !== undefined || ref.cycle !== undefined) return undefined;
  return search(directory, 'kpi', ref, from, team =>
    directory.named('kpi', `${team}/${ref.name}`).find(entry => entry !== from),
  ) as KpiEntry | undefined;
}

/** An initiative, in a cycle as an objective is; else the newest, as work goes on over the end of a quarter. */
export function resolveInitiative(directory: Directory, ref: RefText, from: Entry): InitiativeEntry | undefined {
  if (ref.kr !== undefined) return undefined;
  return search(directory, 'initiative', ref, from, team => {
    const named = directory.named('initiative', `${team}/${ref.name}`).filter(entry => entry !== from);
    const inCycle = inCycles(directory, named, ref.cycle, from);
    return inCycle ?? (ref.cycle === undefined && from.cycle !== null ? newest(directory, named) : undefined);
  }) as InitiativeEntry | undefined;
}

/** `team/objective.kr`, as short as it can be written from anywhere; undefined where a name is missing. */
export function refOf(goal: Goal): string | undefined {
  const [objective, keyResult] = 'keyResult' in goal ? [goal.objective, goal.keyResult] : [goal, undefined];
  const { name } = objective.element;
  if (name === undefined || (keyResult !== undefined && keyResult.name === undefined)) return undefined;
  const team = typeof objective.team === 'string' ? `${objective.team}/` : '';
  return `${team}${name}${keyResult === undefined ? '' : `.${keyResult.name}`}`;
}

/** `team/name` of a KPI or an initiative. */
export function nameOf(entry: KpiEntry | InitiativeEntry): string | undefined {
  const { name } = entry.element;
  if (name === undefined) return undefined;
  return typeof entry.team === 'string' ? `${entry.team}/${name}` : name;
}
