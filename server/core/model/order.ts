/** The order in which a workspace is read, whatever order its files came in: by path, then by line. */
import type { Entry } from './entry.ts';

export function inReadingOrder(a: Entry, b: Entry): number {
  if (a.file !== b.file) return a.file.uri < b.file.uri ? -1 : 1;
  if (a.block !== b.block) return a.file.indexOf(a.block) - b.file.indexOf(b.block);
  return a.index - b.index;
}

export function isBefore(a: Entry, b: Entry): boolean {
  return inReadingOrder(a, b) < 0;
}
