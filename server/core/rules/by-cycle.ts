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
  const today = workspace.today.get();
  const byCycle = new Map<string, ObjectiveEntry[]>();
  for (const entry of workspace.objectivesOf(owner)) {
    // Pauses are on the surface.
    if (droppedOn(entry.appearance.pauses, today) !== undefined) continue;
    const cycle = cycleOf(workspace, entry);
    const { last } = cycle?.period ?? {};
    if (last !== undefined && last < today) continue;
    const same = byCycle.get(cycle?.key ?? '');
    if (same === undefined) byCycle.set(cycle?.key ?? '', [entry]);
    else same.push(entry);
  }
  return byCycle;
}

/** ` in 2026-Q4`; nothing for no cycle. One that is no calendar could be any word. */
export function inCycle(cycle: CycleInfo | undefined): string {
  if (cycle === undefined) return '';
  return ` in ${cycle.calendar === undefined ? `\`${cycle.id}\`` : cycle.id}`;
}
