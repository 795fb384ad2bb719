/** Reads text files: strictly UTF-8, and none that is too large to be one that a person wrote. */
import { readFileSync, statSync } from 'node:fs';
import { decodeText, type TextRead } from './decode.ts';

export const largestFile = 20 * 1024 * 1024;

/** The text of a file with its byte-order mark, or why there is none; undefined where there is no such file. */
export function readText(path: string): TextRead | undefined {
  try {
    const { size } = statSync(path);
    if (size > largestFile) {
      return {
        unreadable: `This file has ${Math.round(size / 1024 / 1024)} MB, and files of more than ${largestFile / 1024 / 1024} MB are not read: split it`,
        code: 'data-unreadable',
      };
    }
    return decodeText(readFileSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    return {
      unreadable: code === 'EACCES' ? 'This file may not be read: its permissions do not allow it' : message,
      code: 'data-unreadable',
    };
  }
}
