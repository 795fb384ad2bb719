/** Where a value comes from: a key result takes a KPI's readings, a KPI a key result's check-ins, and so on. */
import { type Goal, isKeyResult, isSameKeyResult, type KeyResultEntry, type KpiEntry } from '../model/entry.ts';
import { fromEntry, resolveGoal, resolveKpi } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

export type ValueSource = KpiEntry | KeyResultEntry;

/**
 * The whole way from an element to where its values are written, the nearest first.
 * @returns without the element itself; a circle ends with what was on the way already, so that one sees that it is one
 */
export function valueSources(workspace: Workspace, of: ValueSource): ValueSource[] {
  const way: ValueSource[] = [of];
  for (let at = sourceOf(workspace, of); at !== undefined; at = sourceOf(workspace, at)) {
    const known = way.some(each => isSame(each, at as ValueSource));
    way.push(at);
    if (known) break;
  }
  return way.slice(1);
}

/** What it takes its values from; undefined where it has its own, and where the reference leads nowhere. */
function sourceOf(workspace: Workspace, of: ValueSource): ValueSource | undefined {
  if (!('keyResult' in of)) {
    const { follows } = of.element;
    return keyResultIn(follows && resolveGoal(workspace, follows, fromEntry(of)));
  }
  const { objective, keyResult } = of;
  if (keyResult.follows !== undefined)
    return keyResultIn(resolveGoal(workspace, keyResult.follows, fromEntry(objective)));
  return keyResult.kpi && resolveKpi(workspace, keyResult.kpi, objective);
}

function keyResultIn(goal: Goal | undefined): KeyResultEntry | undefined {
  return goal !== undefined && isKeyResult(goal) ? goal : undefined;
}

function isSame(one: ValueSource, other: ValueSource): boolean {
  if (!('keyResult' in one) || !('keyResult' in other)) return one === other;
  return isSameKeyResult(one, other);
}
