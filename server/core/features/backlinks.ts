/** Who points here: what supports a goal, what uses a KPI. Looked for when asked, as it is asked by one reader at a time. */
import type { RefText } from '../model/elements.ts';
import type { Entry, Goal, InitiativeEntry, KeyResultEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { isKeyResult, isSameKeyResult, objectiveOf } from '../model/entry.ts';
import { fromEntry, resolveGoal, resolveKpi } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

export type Supporter = Goal | KpiEntry | InitiativeEntry;

/** What supports a goal, in the order of the workspace; for an objective also what supports one of its key results. */
export function supportersOf(workspace: Workspace, goal: Goal): Supporter[] {
  const supporting = supportingIn(workspace, goal);
  return [...workspace.entries.get()].flatMap(supporting);
}

/** Says what in an entry supports a goal: for whoever goes through the workspace with pauses. */
export function supportingIn(workspace: Workspace, goal: Goal): (entry: Entry) => readonly Supporter[] {
  const objective = objectiveOf(goal);
  const { name } = objective.element;
  // Only what has the name can mean it: resolving all would take a while.
  const mayPoint = ({ supports }: { readonly supports: readonly RefText[] }) =>
    supports.some(ref => ref.name === name || (isKeyResult(goal) && ref.name === goal.keyResult.name));
  const points = (refs: readonly RefText[], from: Entry) =>
    refs.some(ref => {
      const target = resolveGoal(workspace, ref, fromEntry(from));
      if (target === undefined || objectiveOf(target) !== objective) return false;
      return !isKeyResult(goal) || (isKeyResult(target) && isSameKeyResult(target, goal));
    });
  return entry => {
    const element = entry.appearance;
    if (element.type === 'objective') {
      if (!mayPoint(element) && !element.keyResults.some(mayPoint)) return [];
      const own = entry as ObjectiveEntry;
      const keyResults = own.facts.peek().keyResults.filter(each => mayPoint(each) && points(each.supports, entry));
      const supporters = keyResults.map(keyResult => ({ objective: own, keyResult }));
      return mayPoint(element) && points(element.supports, entry) ? [own, ...supporters] : supporters;
    }
    const isPlain = element.type === 'kpi' || element.type === 'initiative';
    return isPlain && mayPoint(element) && points(element.supports, entry) ? [entry as KpiEntry | InitiativeEntry] : [];
  };
}

/** The key results that take a KPI's readings as their check-ins. */
export function keyResultsOn(workspace: Workspace, kpi: KpiEntry): KeyResultEntry[] {
  const on = keyResultsIn(workspace, kpi);
  return [...workspace.entries.get()].flatMap(on);
}

/** Says which key results of an entry take a KPI's readings. */
export function keyResultsIn(workspace: Workspace, kpi: KpiEntry): (entry: Entry) => readonly KeyResultEntry[] {
  const { name } = kpi.element;
  return entry => {
    const element = entry.appearance;
    if (element.type !== 'objective' || element.keyResults.every(({ kpi: ref }) => ref?.name !== name)) return [];
    return (entry as ObjectiveEntry).facts
      .peek()
      .keyResults.filter(
        ({ kpi: ref }) => ref !== undefined && ref.name === name && resolveKpi(workspace, ref, entry) === kpi,
      )
      .map(keyResult => ({ objective: entry as ObjectiveEntry, keyResult }));
  };
}
