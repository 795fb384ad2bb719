/** The objectives that somebody has at once: counted over all files of the workspace. */
import type { CycleInfo } from '../model/cycles.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { droppedOn } from '../scores/pauses.ts';

/**
 * The objectives of a team, or without a team of a file (`ownerOf`), by cycle and in reading order; not those that were
 * dropped, nor of a cycle that is over. Told at a glance: none of them is read in full.
 */
export function openByCycle(owner: string, workspace: Workspace): ReadonlyMap<string, readonly ObjectiveEntry[]> {
  const byCycle = new Map<string, ObjectiveEntry[]>();
  for (const entry of workspace.objectivesOf(owner)) {
    if (!isOpen(entry, workspace)) continue;
    const key = cycleOf(workspace, entry)?.key ?? '';
    const same = byCycle.get(key);
    if (same === undefined) byCycle.set(key, [entry]);
    else same.push(entry);
  }
  return byCycle;
}

/** Whether it is neither dropped nor of a cycle that is over. */
export function isOpen(entry: ObjectiveEntry, workspace: Workspace): boolean {
  const today = workspace.today.get();
  // Pauses are on the surface.
  if (droppedOn(entry.appearance.pauses, today) !== undefined) return false;
  const { last } = cycleOf(workspace, entry)?.period ?? {};
  return last === undefined || last >= today;
}

/** ` in 2026-Q4`; nothing for no cycle. One that is no calendar could be any word. */
export function inCycle(cycle: CycleInfo | undefined): string {
  if (cycle === undefined) return '';
  return ` in ${cycle.calendar === undefined ? `\`${cycle.id}\`` : cycle.id}`;
}
