/** Writes files so that a reader, or a power cut, meets the old text or the new one and nothing between. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces the text of a file, or makes it. A file keeps its mode, and one that is reached through a link stays where
 * it is; byte-order marks and line breaks are the text's own.
 * @throws where it may not be written; nothing is changed then
 */
export function writeText(path: string, text: string): void {
  const target = targetOf(path);
  // Beside it, as a rename is atomic on one file system only.
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = openSync(draft, 'wx', 0o666);
  try {
    try {
      const mode = modeOf(target);
      if (mode !== undefined) fchmodSync(file, mode);
      writeAll(file, Buffer.from(text, 'utf8'));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'its permissions do not allow it'],
  ['EPERM', 'its permissions do not allow it'],
  ['EROFS', 'nothing can be written on this disk'],
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'there is no such folder'],
  ['EISDIR', 'it is a folder'],
  ['ENOSPC', 'the disk is full'],
]);

/** Why a file could not be written, as the end of a sentence that names it. */
export function whyUnwritable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons.get(code ?? '') ?? message;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** undefined where there is no such file yet. */
function modeOf(path: string): number | undefined {
  try {
    const { mode } = statSync(path);
    // A file that its owner has protected is not to be replaced behind their back.
    if ((mode & 0o222) === 0) throw Object.assign(new Error('its permissions do not allow it'), { code: 'EACCES' });
    return mode & 0o7777;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
