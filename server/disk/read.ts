/** Reads text files: strictly UTF-8, and none that is too large to be one that a person wrote. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { decodeText, largestFile, type TextRead, tooLarge } from './decode.ts';

/** Opening a pipe must not wait for somebody to write into it; Windows has no such flag, nor such pipes in folders. */
export const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Files are read one at a time, nearly all of them into the same room: their texts are copies. */
const room = Buffer.allocUnsafe(64 * 1024);

/** The text of a file with its byte-order mark, or why there is none; undefined where there is no such file. */
export function readText(path: string): TextRead | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, readOnly);
    const stats = fstatSync(file);
    if (stats.isDirectory()) return undefined;
    if (!stats.isFile()) return { unreadable: 'This is no ordinary file', code: 'file-unreadable' };
    if (stats.size > largestFile) return tooLarge(stats.size);
    return decodeText(readAll(file, stats.size));
  } catch (error) {
    const unreadable = whyUnreadable(error);
    return unreadable === undefined ? undefined : { unreadable, code: 'file-unreadable' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Why a file could not be opened or read, as a sentence; undefined where there is no such file. */
export function whyUnreadable(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : (reasons.get(code ?? '') ?? message);
}

/** All bytes of a file that has `size` of them, or more by now; they are good until the next file is read. */
function readAll(file: number, size: number): Uint8Array {
  if (size >= room.length) return readFileSync(file);
  let end = 0;
  for (let count = -1; count !== 0; end += count) {
    if (end === room.length) return Buffer.concat([room, readFileSync(file)]);
    count = readSync(file, room, end, room.length - end, null);
  }
  return room.subarray(0, end);
}

const mayNot = 'This file may not be read: its permissions do not allow it';
const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', mayNot],
  ['EPERM', mayNot],
  // What is opened like a file and is none: a socket, a device that is not there.
  ['ENXIO', 'This is no ordinary file'],
  ['ELOOP', 'This is a link that leads back to itself'],
]);
