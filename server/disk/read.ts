/** Reads text files: strictly UTF-8, and none that is too large to be one that a person wrote. */
import { readFileSync, statSync } from 'node:fs';
import { decodeText, type TextRead } from './decode.ts';

const MEGABYTE = 1024 * 1024;
export const largestFile = 20 * MEGABYTE;

/** The text of a file with its byte-order mark, or why there is none; undefined where there is no such file. */
export function readText(path: string): TextRead | undefined {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return undefined;
    // Reading a pipe would wait for ever.
    if (!stats.isFile()) return { unreadable: 'This is no ordinary file', code: 'data-unreadable' };
    if (stats.size > largestFile) return tooLarge(stats.size);
    return decodeText(readFileSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { unreadable: reasons.get(code ?? '') ?? message, code: 'data-unreadable' };
  }
}

const mayNot = 'This file may not be read: its permissions do not allow it';
const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', mayNot],
  ['EPERM', mayNot],
  ['ELOOP', 'This is a link that leads back to itself'],
]);

function tooLarge(size: number): TextRead {
  const megabytes = Math.round(size / MEGABYTE);
  const most = largestFile / MEGABYTE;
  return {
    unreadable: `This file has ${megabytes} MB, and files of more than ${most} MB are not read: split it`,
    code: 'data-unreadable',
  };
}
