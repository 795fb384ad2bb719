/** What was let go, today. */
import type { Entry, Goal, InitiativeEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { droppedOn } from '../scores/pauses.ts';

/** A key result of an objective that was dropped is dropped with it. */
export function isDropped(workspace: Workspace, target: Goal | KpiEntry | InitiativeEntry | Entry): boolean {
  const today = workspace.today.get();
  if ('keyResult' in target)
    return droppedOn(target.keyResult.pauses, today) !== undefined || isDropped(workspace, target.objective);
  const { element } = target;
  if (element.type === 'objective') return droppedOn((target as ObjectiveEntry).element.pauses, today) !== undefined;
  return element.type === 'initiative' && element.status === 'dropped' && (element.statusDay ?? today) <= today;
}
