/** Reads a data file from the disk, a piece at a time: it may be larger than anything that should be held at once. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { DataFile } from '../core/data/data-files.ts';
import { utf16 } from './decode.ts';
import { Decoder } from './decode-pieces.ts';
import { isReallyInside } from './inside.ts';
import { readOnly, whyUnreadable } from './read.ts';

/** In bytes. */
const PIECE = 32 * 1024;

/** A data file, unless a link on the way to it leads out of the folder. It is opened when the first piece is taken. */
export function readData(path: string, folder: string): DataFile {
  if (!isReallyInside(path, folder))
    return { unreadable: 'a link leads out of the workspace, and only files inside it are read' };
  let file: number | undefined;
  try {
    file = openSync(path, readOnly);
    const stats = fstatSync(file, { bigint: true });
    if (stats.isDirectory()) return { unreadable: 'it is a folder, so name a file in it' };
    if (!stats.isFile()) return { unreadable: 'this is no ordinary file' };
    return { stamp: `${stats.ino} ${stats.mtimeNs} ${stats.size}`, pieces: piecesOf(path) };
  } catch (error) {
    return { unreadable: reason(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function* piecesOf(path: string): Generator<string> {
  let file: number | undefined;
  try {
    file = openSync(path, readOnly);
    const decoder = new Decoder();
    const bytes = new Uint8Array(PIECE);
    for (let at = 0, count = -1; count !== 0; at += count) {
      count = readSync(file, bytes, 0, PIECE, null);
      const wrong = at === 0 ? utf16(bytes) : undefined;
      if (wrong !== undefined) throw new Error(wrong);
      yield decoder.decode(bytes.subarray(0, count));
    }
    yield decoder.end();
  } catch (error) {
    throw new Error(reason(error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** As the end of a sentence that names the file. */
function reason(error: unknown): string {
  return (whyUnreadable(error) ?? 'there is no such file').replace(/^T/, 't');
}
