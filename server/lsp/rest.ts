/**
 * What was read at a glance is read in full while nobody waits: so that the first who asks about everybody, for what a
 * person owns or who has a tag, does not wait for thousands of files.
 */
import type { Workspace } from '../core/model/workspace.ts';
import type { Workspaces } from './workspaces.ts';

/** The first answers come before. */
const LATER_MS = 1_000;
/** In less than a millisecond: whoever types meanwhile does not notice. */
const AT_ONCE = 4;

export function readRest(workspaces: Workspaces): void {
  const later = setTimeout(async () => {
    for (const { workspace } of workspaces.all) await readInFull(workspace);
  }, LATER_MS);
  (later as { unref?: () => void }).unref?.();
}

export async function readInFull({ entries }: Workspace): Promise<void> {
  for (const [i, entry] of [...entries.peek()].entries()) {
    if (i % AT_ONCE === 0) await new Promise(resolve => setTimeout(resolve, 0));
    if (entries.peek().has(entry)) entry.facts.peek();
  }
}
