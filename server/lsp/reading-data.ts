/** Has data files read while the editor goes on: a large one takes seconds, and nobody who types may notice. */
import type { DataFile, DataFiles } from '../core/data/data-files.ts';
import { read } from '../core/data/read.ts';

/** So long nobody else has their turn. */
const turnMs = 8;

/** Reads all that is wanted, one file after another. @param file never throws */
export async function readWanted(data: DataFiles, file: (uri: string) => Promise<DataFile>): Promise<void> {
  for (let wanted = data.takeWanted(); wanted.length > 0; wanted = data.takeWanted())
    for (const each of wanted) await read(data, each, await file(each.uri), turns());
}

/** Waits where a turn was long enough. */
function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMs) return;
    await new Promise(resolve => setTimeout(resolve, 0));
    since = performance.now();
  };
}
