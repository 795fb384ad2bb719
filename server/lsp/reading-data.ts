/** Has data files read while the editor goes on: a large one takes seconds, and nobody who types may notice. */
import type { DataFile, DataFiles } from '../core/data/data-files.ts';
import { read } from '../core/data/read.ts';

/** So long nobody else has their turn. */
const turnMs = 3;
/** So long after something was asked for there is more to come, mostly its answer. */
const busyMs = 15;
/** So long is waited for somebody who asks without a pause. */
const longestWaitMs = 50;

/**
 * Reads all that is wanted, one file after another.
 * @param file never throws
 * @param sinceAsked milliseconds since somebody asked the server for something
 */
export async function readWanted(
  data: DataFiles,
  file: (uri: string) => Promise<DataFile>,
  sinceAsked: () => number,
): Promise<void> {
  for (let wanted = data.takeWanted(); wanted.length > 0; wanted = data.takeWanted())
    for (const each of wanted) await read(data, each, await file(each.uri), turns(sinceAsked));
}

/** Waits where a turn was long enough: at least until what has come meanwhile is done. */
function turns(sinceAsked: () => number): () => Promise<void> {
  let since = performance.now();
  return async () => {
    const end = performance.now();
    if (end - since < turnMs) return;
    do await new Promise(resolve => setTimeout(resolve, 0));
    while (sinceAsked() < busyMs && performance.now() - end < longestWaitMs);
    since = performance.now();
  };
}
