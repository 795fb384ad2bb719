/** When advice on method is over: what has ended, or was let go, is no place to learn how to write it. */
import type { ObjectiveEntry } from '../model/entry.ts';
import type { Standings } from '../standing/standings.ts';

export function isFinished(entry: ObjectiveEntry, standings: Standings): boolean {
  const { over, dropped } = standings.objective(entry).objective;
  return over || dropped !== undefined;
}
