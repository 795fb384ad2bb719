/** A workspace as it stood on another day: the same files, of which later facts are not seen yet. */
import { Cell } from '../model/cells.ts';
import type { Day } from '../model/elements.ts';
import type { Workspace } from '../model/workspace.ts';
import { Standings } from '../standing/standings.ts';

interface OtherDay {
  readonly workspace: Workspace;
  readonly standings: Standings;
}

/** Today's comparison, the day that somebody looks back at, and what that is compared with. */
const MOST_KEPT = 3;
const kept = new WeakMap<Workspace, Map<Day, OtherDay>>();

/**
 * To read from: files, names and settings are the workspace's own, and nothing that it has computed is lost. Who asks for
 * the same day again gets what is known of it by then, so that an edit costs only what depends on it.
 */
export function onDay(workspace: Workspace, day: Day): OtherDay {
  const days = kept.get(workspace) ?? new Map<Day, OtherDay>();
  kept.set(workspace, days);
  const found = days.get(day) ?? newDay(workspace, day);
  // The one that was asked for last comes last.
  days.delete(day);
  days.set(day, found);
  for (const oldest of days.keys()) if (days.size > MOST_KEPT) days.delete(oldest);
  return found;
}

function newDay(workspace: Workspace, day: Day): OtherDay {
  const then: Workspace = Object.create(workspace, { today: { value: new Cell(day) } });
  return { workspace: then, standings: new Standings(then) };
}
