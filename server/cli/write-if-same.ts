import { existsSync } from 'node:fs';
import { readText } from '../disk/read.ts';
import { whyUnwritable, writeText } from '../disk/write.ts';

/**
 * Replaces a text by what was made of it, unless somebody has changed the file meanwhile.
 * @param then what to do in that case
 */
export function writeIfSame(
  path: string,
  before: string,
  after: string,
  named: (path: string) => string,
  then = 'run this again',
): void {
  refuseIfChanged(path, before, named, then);
  try {
    writeText(path, after);
  } catch (error) {
    throw new Error(`\`${named(path)}\` cannot be written: ${whyUnwritable(error)}`);
  }
}

/**
 * @param before the text that was read; undefined: there was no such file
 * @param then what to do where it is another one
 * @throws where the file is another one by now
 */
export function refuseIfChanged(
  path: string,
  before: string | undefined,
  named: (path: string) => string,
  then = 'run this again',
): void {
  if (before === undefined && existsSync(path))
    throw new Error(`There is a file \`${named(path)}\` already, and it is left as it is`);
  const now = readText(path);
  const isSame = now === undefined ? before === undefined : 'text' in now && now.text === before;
  if (!isSame) throw new Error(`\`${named(path)}\` was changed meanwhile, and is left as it is: ${then}`);
}
