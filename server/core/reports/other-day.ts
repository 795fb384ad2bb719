/** A workspace as it stood on another day: the same files, of which later facts are not seen yet. */
import { Cell } from '../model/cells.ts';
import type { Day } from '../model/elements.ts';
import type { Workspace } from '../model/workspace.ts';
import { Standings } from '../standing/standings.ts';

interface OtherDay {
  readonly workspace: Workspace;
  readonly standings: Standings;
}

/** To read from: files, names and settings are the workspace's own, and nothing that it has computed is lost. */
export function onDay(workspace: Workspace, day: Day): OtherDay {
  const then: Workspace = Object.create(workspace, { today: { value: new Cell(day) } });
  return { workspace: then, standings: new Standings(then) };
}
