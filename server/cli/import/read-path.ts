/** What a path, or standard input, holds: a file, a folder of JSON files, or one of several files that belong together. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type InputRead, readBytes, readTogether } from '../../import/read-bytes.ts';
import type { SourceFormat } from '../../import/source-formats.ts';
import { UsageError } from '../usage.ts';

const SIBLINGS = /period|team|user|people|check|objective|okr|goal/i;

/** @throws UsageError or ImportProblem where it cannot be read */
export async function readPath(path: string, format: SourceFormat | undefined): Promise<InputRead> {
  if (statSync(path).isDirectory()) return readTogether(jsonFilesIn(path), format);
  const bytes = readFileSync(path);
  if (/\.json$/i.test(path) && format !== 'json') {
    const siblings = readdirSync(dirname(path)).filter(name => /\.json$/i.test(name) && SIBLINGS.test(name));
    // One file of an export that is there as several.
    if (siblings.length > 1 && SIBLINGS.test(basename(path)) && siblings.some(name => /period|check/i.test(name)))
      return readTogether(new Map(siblings.map(name => [name, readFileSync(join(dirname(path), name))])), format);
  }
  return readBytes(basename(path), bytes, format);
}

function jsonFilesIn(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder).filter(name => /\.json$/i.test(name) && name !== 'okr.json');
  if (names.length === 0)
    throw new UsageError('There is no JSON file in this folder: name a file, or the folder of an unpacked export');
  return new Map(names.sort().map(name => [name, readFileSync(join(folder, name))]));
}
