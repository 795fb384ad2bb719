/** What a KPI is counted in. */
import { isKeyResult, type KpiEntry } from '../model/entry.ts';
import { fromEntry, resolveGoal } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

/** The unit of the key result that it follows, whose values it has; else its own. Empty without one. */
export function kpiUnit(entry: KpiEntry, workspace: Workspace): string {
  const { follows, unit } = entry.element;
  const goal = follows && resolveGoal(workspace, follows, fromEntry(entry));
  const measure = goal !== undefined && isKeyResult(goal) ? goal.keyResult.measure : undefined;
  if (measure === undefined || measure.kind === 'milestones') return unit;
  return (measure.kind === 'keep' ? measure.hold.unit : measure.unit) || unit;
}
