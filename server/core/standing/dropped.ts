/** What was let go, today. */
import type { Day, KeyResult, Pause } from '../model/elements.ts';
import type { Entry, Goal, ObjectiveEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { droppedOn } from '../scores/pauses.ts';

export interface Drop {
  /** Of an initiative it may be unsaid. */
  readonly day: Day | undefined;
}

/** What can be dropped; of a key result no more than that is asked for. */
type Droppable = Entry | { readonly objective: ObjectiveEntry; readonly keyResult: Pick<KeyResult, 'pauses'> };

/**
 * Since when something is dropped; undefined where it is not. A key result of an objective that was dropped is dropped
 * with it. Others can see whether something is dropped: no facts are asked for.
 */
export function dropOf(workspace: Workspace, target: Droppable): Drop | undefined {
  if ('keyResult' in target)
    return ofGoal(workspace, target.keyResult.pauses) ?? dropOf(workspace, target.objective as Entry);
  const seen = target.appearance;
  if (seen.type === 'objective') return ofGoal(workspace, seen.pauses);
  if (seen.type !== 'initiative' || seen.status !== 'dropped') return undefined;
  const day = seen.statusDay;
  return day === undefined || day <= workspace.today.get() ? { day } : undefined;
}

export function isDropped(workspace: Workspace, target: Goal | Entry): boolean {
  return dropOf(workspace, target as Droppable) !== undefined;
}

function ofGoal(workspace: Workspace, pauses: readonly Pause[]): Drop | undefined {
  // What was never dropped does not ask for the day, so that no midnight concerns it.
  return pauses.length === 0 ? undefined : droppedOn(pauses, workspace.today.get());
}
