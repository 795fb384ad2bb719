/** What a PATH on the command line means: a file, a folder, or a glob. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { minimatch } from 'minimatch';
import { findFiles, isOkrFile, isSettingsFile } from '../disk/find.ts';
import { isInside } from '../disk/inside.ts';
import { printable } from './terminal/printable.ts';
import { meant, UsageError } from './usage.ts';

/** As `realpath` spells it. */
export interface Place {
  readonly path: string;
  readonly isFolder: boolean;
}

const MAGIC = /[*?[\]{}]/;

/** The places of some PATHs; the folder that it runs in where none is given. */
export function placesOf(paths: readonly string[], cwd: string): Place[] {
  return paths.length === 0 ? [placeAt(cwd)] : paths.flatMap(path => placesAt(path, cwd));
}

/** True for what is one of the places, or in it. */
export function isSelected(path: string, places: readonly Place[]): boolean {
  return places.some(place => (place.isFolder ? isInside(path, place.path) : path === place.path));
}

/** A path as the output names it: from where it runs, with `/`. */
export function shownPath(path: string, cwd: string): string {
  const shown = printable(relative(cwd, path).split(sep).join('/') || '.');
  // A job's log takes a line that begins with one of these for a command.
  return /^[:#]/.test(shown) ? `./${shown}` : shown;
}

function placesAt(text: string, cwd: string): Place[] {
  try {
    return [placeAt(resolve(cwd, text))];
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (!MAGIC.test(text)) throw new UsageError(missing(text, resolve(cwd, text), error as Error));
  }
  const found = matches(text.split(sep).join('/'), cwd);
  if (found.length === 0) throw new UsageError(`No .okr file fits \`${printable(text)}\``);
  return found.map(placeAt);
}

/** The files that a glob fits, out of those that a search finds: what is in `node_modules` is nobody's OKR. */
function matches(glob: string, cwd: string): string[] {
  const parts = glob.split('/');
  const plain = parts.findIndex(part => MAGIC.test(part));
  const folder = resolve(cwd, parts.slice(0, plain).join('/') || (glob.startsWith('/') ? '/' : '.'));
  const { okr, settings } = findFiles(folder);
  const rest = parts.slice(plain).join('/');
  return [...okr, ...settings].filter(path => minimatch(relative(folder, path).split(sep).join('/'), rest));
}

function placeAt(path: string): Place {
  const real = realpathSync(path);
  const isFolder = statSync(real).isDirectory();
  if (!isFolder && !isOurs(real))
    throw new UsageError(`\`${printable(basename(path))}\` is no .okr file: only those, and okr.json, are read`);
  return { path: real, isFolder };
}

function isOurs(path: string): boolean {
  return isOkrFile(path) || isSettingsFile(basename(path));
}

function missing(text: string, path: string, error: Error): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ELOOP') return `\`${printable(text)}\` is a link that leads back to itself`;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return message;
  return `There is no file or folder \`${printable(text)}\`${meant(basename(path), siblings(path), '')}`;
}

function siblings(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
