/** Looks for data files below a folder on the disk, for a list to choose from. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDataFile } from '../core/data/data-file-names.ts';
import { skipped } from './find.ts';

/** Nobody reads more, and a folder of a million files must not be walked to its end. */
const MOST_FILES = 2000;
const MOST_FOLDERS = 5000;

/** The paths, breadth first, so that limits cut what is deepest. Links are not followed, as for all other files. */
export async function findDataFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const folders = [folder];
  for (let at = 0; at < folders.length && at < MOST_FOLDERS && found.length < MOST_FILES; at++) {
    const path = folders[at] as string;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !skipped.test(entry.name)) folders.push(join(path, entry.name));
      else if (entry.isFile() && isDataFile(entry.name)) found.push(join(path, entry.name));
    }
  }
  return found.slice(0, MOST_FILES);
}
