/** All elements of the workspace, in portions: between them whoever waits has a turn. */
import type { Entry } from '../../model/entry.ts';
import type { Writing } from './arguments.ts';

/** So many are looked at in one go. */
const PORTION = 500;

export async function* portions({ context: { workspace }, asker }: Writing): AsyncGenerator<readonly Entry[]> {
  const entries = [...workspace.entries.get()];
  for (let from = 0; from < entries.length; from += PORTION) {
    if (from > 0) await asker.pause();
    yield entries.slice(from, from + PORTION);
  }
}
