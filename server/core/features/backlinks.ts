/** Who points here: what supports a goal, what uses a KPI. Looked for when asked, as it is asked by one reader at a time. */
import type { RefText } from '../model/elements.ts';
import type { Entry, Goal, InitiativeEntry, KeyResultEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { isKeyResult, objectiveOf } from '../model/entry.ts';
import { fromEntry, resolveGoal, resolveKpi } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

export type Supporter = Goal | KpiEntry | InitiativeEntry;

/** What supports a goal, in the order of the workspace; for an objective also what supports one of its key results. */
export function supportersOf(workspace: Workspace, goal: Goal): Supporter[] {
  const objective = objectiveOf(goal);
  const { name } = objective.element;
  const found: Supporter[] = [];
  const points = (refs: readonly RefText[], from: Entry) =>
    refs.some(ref => {
      // Only what has the name can mean it: resolving all would take a while.
      if (ref.name !== name && !(isKeyResult(goal) && ref.name === goal.keyResult.name)) return false;
      const target = resolveGoal(workspace, ref, fromEntry(from));
      if (target === undefined || objectiveOf(target) !== objective) return false;
      return !isKeyResult(goal) || (isKeyResult(target) && target.keyResult === goal.keyResult);
    });
  for (const entry of workspace.entries.get()) {
    const element = entry.facts.peek();
    if (element.type === 'objective') {
      const own = entry as ObjectiveEntry;
      if (points(element.supports, entry)) found.push(own);
      for (const keyResult of element.keyResults)
        if (points(keyResult.supports, entry)) found.push({ objective: own, keyResult });
    } else if ((element.type === 'kpi' || element.type === 'initiative') && points(element.supports, entry)) {
      found.push(entry as KpiEntry | InitiativeEntry);
    }
  }
  return found;
}

/** The key results that take a KPI's readings as their check-ins. */
export function keyResultsOn(workspace: Workspace, kpi: KpiEntry): KeyResultEntry[] {
  const { name } = kpi.element;
  const found: KeyResultEntry[] = [];
  for (const entry of workspace.entries.get()) {
    const element = entry.facts.peek();
    if (element.type !== 'objective') continue;
    for (const keyResult of element.keyResults) {
      const ref = keyResult.kpi;
      if (ref !== undefined && ref.name === name && resolveKpi(workspace, ref, entry) === kpi)
        found.push({ objective: entry as ObjectiveEntry, keyResult });
    }
  }
  return found;
}
