/** Folders that are made for new files, and go again where those could not be written. */
import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** @returns those that were not there, the outermost first */
export function makeFolders(folder: string): string[] {
  const first = mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  for (let each = folder; first !== undefined && each.length >= first.length; each = dirname(each)) made.unshift(each);
  return made;
}

/** @param made as they were made, an outer one before what is in it */
export function takeBackFolders(made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // Somebody has put something into it.
    }
  }
}
