/** When advice on method is over: what has ended, or was let go, is no place to learn how to write it. */
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { isOver } from '../scores/pace.ts';
import { isDropped } from '../standing/dropped.ts';
import type { Standings } from '../standing/standings.ts';

/** A KPI has no end, nor has a heading. */
export function isFinished(entry: Entry, workspace: Workspace, standings: Standings): boolean {
  const { type } = entry.appearance;
  if (type === 'objective') {
    const { over, dropped } = standings.objective(entry as ObjectiveEntry).objective;
    return over || dropped !== undefined;
  }
  if (type !== 'initiative') return false;
  const { element } = entry;
  if (element.type === 'initiative' && element.status === 'done') return true;
  const period = cycleOf(workspace, entry)?.period;
  return isDropped(workspace, entry) || (period !== undefined && isOver(period, workspace.today.get()));
}
