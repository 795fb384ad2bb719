/** Finds what a reference means, as LANGUAGE's "Names and references" says. */
import type { CycleInfo } from './cycles.ts';
import type { RefText } from './elements.ts';
import type { Entry, Goal, InitiativeEntry, KeyResultEntry, KpiEntry, ObjectiveEntry } from './entry.ts';
import { parentsOf } from './teams.ts';
import type { Workspace } from './workspace.ts';

/** Where a reference stands. */
export interface From {
  readonly entry: Entry;
  /** Set inside an objective: a bare name may be a key result of it. */
  readonly objective: ObjectiveEntry | undefined;
}

export function fromEntry(entry: Entry): From {
  return { entry, objective: entry.facts.peek().type === 'objective' ? (entry as ObjectiveEntry) : undefined };
}

/** The objective or key result that is meant; undefined where there is none, or several fit equally. */
export function resolveGoal(workspace: Workspace, ref: RefText, from: From): Goal | undefined {
  const objective = resolveObjective(workspace, ref, from);
  if (objective !== undefined) {
    if (ref.kr === undefined) return objective;
    return keyResultNamed(objective, ref.kr);
  }
  // A bare name is an objective, else a key result of the same objective.
  if (ref.team !== undefined || ref.kr !== undefined || ref.cycle !== undefined || from.objective === undefined)
    return undefined;
  return keyResultNamed(from.objective, ref.name);
}

function keyResultNamed(objective: ObjectiveEntry, name: string): KeyResultEntry | undefined {
  const keyResult = objective.element.keyResults.find(each => each.name === name);
  return keyResult === undefined ? undefined : { objective, keyResult };
}

function resolveObjective(workspace: Workspace, ref: RefText, from: From): ObjectiveEntry | undefined {
  for (const team of teamsToSearch(workspace, ref.team, from.entry.team)) {
    const found = inCycles(workspace, objectivesNamed(workspace, team, ref.name), ref, from);
    if (found !== undefined) return found;
  }
  if (ref.team !== undefined) return undefined;
  const everywhere = workspace.named('objective', `*/${ref.name}`) as ObjectiveEntry[];
  const teams = new Set(everywhere.map(entry => entry.team ?? ''));
  const fits = [...teams].flatMap(
    team =>
      inCycles(
        workspace,
        everywhere.filter(entry => (entry.team ?? '') === team),
        ref,
        from,
      ) ?? [],
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** The teams in which a name is looked for, in turn. */
function teamsToSearch(workspace: Workspace, named: string | undefined, own: string | null | undefined): string[] {
  if (named !== undefined) return [named];
  return typeof own === 'string' ? [own, ...parentsOf(workspace, own)] : [''];
}

export function objectivesNamed(workspace: Workspace, team: string, name: string): readonly ObjectiveEntry[] {
  return workspace.named('objective', `${team}/${name}`) as ObjectiveEntry[];
}

/** Of one team's objectives of a name, the one in the cycle that is meant. */
function inCycles(
  workspace: Workspace,
  named: readonly ObjectiveEntry[],
  ref: RefText,
  from: From,
): ObjectiveEntry | undefined {
  // An objective never finds itself, unless a key result in it is named.
  const candidates = named.filter(entry => entry !== from.objective || ref.kr !== undefined);
  if (candidates.length === 0) return undefined;
  const { cycles } = workspace;
  if (ref.cycle !== undefined) {
    const key = cycles.of(ref.cycle).key;
    return candidates.find(entry => cycleOf(workspace, entry)?.key === key);
  }
  const own = cycleOf(workspace, from.entry);
  if (own === undefined) return from.entry.cycle === null ? undefined : newest(workspace, candidates);
  for (const cycle of [own, ...cycles.around(own)]) {
    const found = candidates.find(entry => cycleOf(workspace, entry)?.key === cycle.key);
    if (found !== undefined) return found;
  }
  // What has no cycle yet is on its way into one: its own rule says so, and a second message would not help.
  return candidates.find(entry => entry.cycle === undefined);
}

function newest(workspace: Workspace, candidates: readonly ObjectiveEntry[]): ObjectiveEntry | undefined {
  const lastDay = (entry: ObjectiveEntry) => cycleOf(workspace, entry)?.period.last ?? Number.NEGATIVE_INFINITY;
  return candidates.reduce<ObjectiveEntry | undefined>(
    (best, entry) => (best === undefined || lastDay(entry) > lastDay(best) ? entry : best),
    undefined,
  );
}

/** The cycle that an entry is in; undefined for none and for one that cannot be read. */
export function cycleOf(workspace: Workspace, entry: Entry): CycleInfo | undefined {
  return typeof entry.cycle === 'string' ? workspace.cycles.of(entry.cycle) : undefined;
}

/** `[team/]name` of a KPI: in its own team, then in the team's parents, then everywhere if only one fits. */
export function resolveKpi(workspace: Workspace, ref: RefText, from: Entry): KpiEntry | undefined {
  return byTeam(workspace, 'kpi', ref, from) as KpiEntry | undefined;
}

export function resolveInitiative(workspace: Workspace, ref: RefText, from: Entry): InitiativeEntry | undefined {
  return byTeam(workspace, 'initiative', ref, from) as InitiativeEntry | undefined;
}

function byTeam(workspace: Workspace, kind: 'kpi' | 'initiative', ref: RefText, from: Entry): Entry | undefined {
  for (const team of teamsToSearch(workspace, ref.team, from.team)) {
    const found = workspace.named(kind, `${team}/${ref.name}`).find(entry => entry !== from);
    if (found !== undefined) return found;
  }
  if (ref.team !== undefined) return undefined;
  const everywhere = workspace.named(kind, `*/${ref.name}`).filter(entry => entry !== from);
  return everywhere.length === 1 ? everywhere[0] : undefined;
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

/** A reference as it is written. */
export function refToText({ team, name, kr, cycle }: RefText): string {
  return `${team === undefined ? '' : `${team}/`}${name}${kr === undefined ? '' : `.${kr}`}${cycle === undefined ? '' : ` in ${cycle}`}`;
}
