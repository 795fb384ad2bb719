import { readText } from '../disk/read.ts';
import { writeText } from '../disk/write.ts';

/** Replaces a text by what was made of it, unless somebody has changed the file meanwhile. */
export function writeIfSame(path: string, before: string, after: string, named: (path: string) => string): void {
  const now = readText(path);
  if (now === undefined || !('text' in now) || now.text !== before)
    throw new Error(`\`${named(path)}\` was changed meanwhile, and is left as it is: run this again`);
  try {
    writeText(path, after);
  } catch (error) {
    throw new Error(`\`${named(path)}\` cannot be written: ${(error as Error).message}`);
  }
}
