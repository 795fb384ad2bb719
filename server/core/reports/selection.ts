/** What a report is about: which cycle, whose, and from which files; and the entries that belong in it. */
import type { CycleInfo } from '../model/cycles.ts';
import type { Day, Element, Period } from '../model/elements.ts';
import type { Entry, InitiativeEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { objectiveOf } from '../model/entry.ts';
import { cycleOf, fromEntry, resolveGoal } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { isIn } from '../scores/series.ts';
import type { Standings } from '../standing/standings.ts';
import { byTeam, inOrder, teamsInOrder } from './order.ts';

export interface ReportOptions {
  /** Any id of the cycle; null: what is in no cycle. */
  readonly cycle: string | null;
  /** Whose objectives count: the cycle's own, as if left out; or those of all cycles that lie in it, as quarters in a year. */
  readonly reach?: 'own' | 'within' | undefined;
  /** null or left out: everyone. */
  readonly team?: string | null | undefined;
  /** From which day on what moved is told; left out: since the last round of check-ins. */
  readonly since?: Day | undefined;
  /** The files that count, by their URI; left out: all. */
  readonly only?: ((uri: string) => boolean) | undefined;
  /** Of which part of the cycle it is, as a month of a quarter. */
  readonly part?: { readonly id: string; readonly first: Day; readonly last: Day } | undefined;
  /** With how the cycle before stood. */
  readonly compare?: boolean | undefined;
}

export interface Selection {
  readonly workspace: Workspace;
  readonly standings: Standings;
  readonly cycle: CycleInfo | undefined;
  /** Of the cycle; without days where there is none. */
  readonly period: Period;
  readonly today: Day;
  /** Today, or the last day of a cycle that has ended. */
  readonly asOf: Day;
  readonly team: string | undefined;
  readonly since: Day | undefined;
  /** Whether a file counts, by its URI. */
  readonly counts: (uri: string) => boolean;
  /** By team, then as they are written. */
  readonly objectives: readonly ObjectiveEntry[];
  readonly kpis: readonly KpiEntry[];
  readonly initiatives: readonly InitiativeEntry[];
}

export function select(workspace: Workspace, standings: Standings, options: ReportOptions): Selection {
  const cycle = options.cycle === null ? undefined : workspace.cycles.of(options.cycle);
  const period = cycle?.period ?? { first: undefined, last: undefined };
  const today = workspace.today.get();
  const team = options.team ?? undefined;
  const counts = options.only ?? (() => true);
  const teams = teamsInOrder(workspace);
  const entries = [...workspace.entries.get()].filter(({ file }) => counts(file.uri));
  const isOurs = (entry: Entry) => team === undefined || entry.team === team;
  const sorted = <Any extends Entry>(some: readonly Any[]) => byTeam(inOrder(some), teams);

  const isReached = (entry: Entry) => {
    const own = cycleOf(workspace, entry);
    if (options.reach === 'within' && own?.isDefined) return isInside(own.period, period);
    return own?.key === cycle?.key;
  };
  const isReported = (entry: ObjectiveEntry) => isReached(entry) || isInCycle(workspace, entry, cycle);

  const objectives = sorted(ofType(entries, 'objective').filter(entry => isOurs(entry) && isReported(entry)));
  const reported = new Set(objectives);
  const isForUs = (entry: InitiativeEntry) =>
    (isOurs(entry) && isReached(entry)) || goalsOf(workspace, entry).some(goal => reported.has(goal));
  return {
    workspace,
    standings,
    cycle,
    period,
    today,
    asOf: Math.min(today, period.last ?? today),
    team,
    since: options.since,
    counts,
    objectives,
    kpis: sorted(ofType(entries, 'kpi').filter(isOurs)),
    initiatives: sorted(ofType(entries, 'initiative').filter(isForUs)),
  };
}

/** Under a heading of the cycle, or in no cycle and due in it. Without a cycle: in none. */
export function isInCycle(workspace: Workspace, entry: ObjectiveEntry, cycle: CycleInfo | undefined): boolean {
  if (cycleOf(workspace, entry)?.key === cycle?.key) return true;
  const { due } = entry.element;
  const isDated = cycle !== undefined && (cycle.period.first !== undefined || cycle.period.last !== undefined);
  return entry.cycle === undefined && due !== undefined && isDated && isIn(cycle.period, due);
}

/** One with an open end is in none. */
function isInside({ first, last }: Period, period: Period): boolean {
  return first !== undefined && last !== undefined && isIn(period, first) && isIn(period, last);
}

function goalsOf(workspace: Workspace, entry: InitiativeEntry): readonly ObjectiveEntry[] {
  return entry.element.supports.flatMap(ref => {
    const goal = resolveGoal(workspace, ref, fromEntry(entry));
    return goal === undefined ? [] : [objectiveOf(goal)];
  });
}

export function ofType<Type extends Element['type']>(
  entries: Iterable<Entry>,
  type: Type,
): readonly Entry<Extract<Element, { type: Type }>>[] {
  return [...entries].filter(
    (entry): entry is Entry<Extract<Element, { type: Type }>> => entry.facts.peek().type === type,
  );
}
