/** Reads a data file from the disk. */
import type { DataFile } from '../core/data/data-files.ts';
import { asDataFile } from './decode.ts';
import { isReallyInside } from './inside.ts';
import { readText } from './read.ts';

/** A data file, unless a link on the way to it leads out of the folder. */
export function readData(path: string, folder: string): DataFile {
  if (!isReallyInside(path, folder))
    return { unreadable: 'a link leads out of the workspace, and only files inside it are read' };
  return asDataFile(readText(path));
}
