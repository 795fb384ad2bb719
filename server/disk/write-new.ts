/** Writes files that are new: all of them or none, and never over one that is there. */

import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolders, takeBackFolders } from './new-folders.ts';
import { writeText } from './write.ts';

/** A file that was to be new is there already. */
export class ExistsError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} exists already`);
    this.path = path;
  }
}

/** @throws ExistsError where one is there, and what the disk says where one cannot be written; nothing is left then */
export function writeNewFiles(files: readonly { readonly path: string; readonly text: string }[]): void {
  for (const { path } of files) if (existsSync(path)) throw new ExistsError(path);
  const written: string[] = [];
  const folders: string[] = [];
  try {
    for (const { path, text } of files) {
      folders.push(...makeFolders(dirname(path)));
      writeNew(path, text);
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    takeBackFolders(folders);
    throw error;
  }
}

/** The name is given to a whole file, and by a call that does not take it from another. */
function writeNew(path: string, text: string): void {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.new`);
  try {
    writeText(draft, text);
    linkSync(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new ExistsError(path);
    // A disk that knows no links, such as a memory card's.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    if (existsSync(path)) throw new ExistsError(path);
    writeText(path, text);
  } finally {
    rmSync(draft, { force: true });
  }
}
