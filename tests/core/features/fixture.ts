/**
 * Fixtures of the language features: a text with `<|>` where the cursor is, and a golden file beside it that says what
 * the feature answers. Adding a fixture adds a test; `UPDATE_GOLDEN=1` writes the golden files anew, to be read before
 * they are kept. The first line may say which day it is (`# today 2026-11-21`); `--- name.okr` begins another file.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Position } from '../../../grammar/document.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { isDataFile } from '../../../server/core/data/data-file-names.ts';
import { fileOf, readAtOnce } from '../../../server/core/data/read.ts';
import type { DataFolder } from '../../../server/core/features/completion.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { Standings } from '../../../server/core/standing/standings.ts';

const MARK = '<|>';
const ROOT = 'file:///workspace';

export interface Marked {
  readonly uri: string;
  readonly position: Position;
  /** The line with its marks. */
  readonly line: string;
}
export interface Fixture {
  readonly context: FeatureContext;
  readonly marks: readonly Marked[];
  /** The data files among its files, as a door would list and read them. */
  readonly data: DataFolder;
}

/** A workspace from the text of a fixture. */
export function fixture(text: string): Fixture {
  const [, today = '2026-11-21', rest = text] = /^# today (\S+)\n([\s\S]*)$/.exec(text) ?? [];
  const workspace = new Workspace(ROOT, fromIso(today) as number);
  const marks: Marked[] = [];
  const tables = new Map<string, string>();
  readAtOnce(workspace.data, uri => fileOf(tables.get(uri)));
  for (const [name, marked] of filesIn(rest)) {
    const uri = `${ROOT}/${name}`;
    if (isDataFile(name)) tables.set(uri, marked);
    else if (name === 'okr.json') workspace.settings.set(uri, marked);
    else {
      workspace.setFile(uri, marked.replaceAll(MARK, ''), true);
      marks.push(...marksIn(uri, marked));
    }
  }
  const data: DataFolder = {
    list: async () => [...tables.keys()],
    read: async uri => fileOf(tables.get(uri)),
  };
  return { context: { workspace, standings: new Standings(workspace) }, marks, data };
}

function filesIn(text: string): [name: string, text: string][] {
  const [first = '', ...others] = text.split(/^--- (.+)\n/m);
  const files: [string, string][] = first.trim() === '' ? [] : [['main.okr', first]];
  for (let i = 0; i < others.length; i += 2) files.push([others[i] as string, others[i + 1] as string]);
  return files;
}

function marksIn(uri: string, text: string): Marked[] {
  return text.split('\n').flatMap((line, number) =>
    line
      .split(MARK)
      .slice(0, -1)
      .map((_, index, parts) => ({
        uri,
        position: { line: number, character: parts.slice(0, index + 1).join('').length },
        line: line.replaceAll(MARK, ''),
      })),
  );
}

/** Calls `check` with each fixture of a folder beside this file. */
export function eachFixture(folder: string, check: (name: string, text: string) => void): void {
  const directory = new URL(`${folder}/`, import.meta.url);
  for (const file of readdirSync(directory).sort()) {
    if (file.endsWith('.okr')) check(file.slice(0, -4), readFileSync(new URL(file, directory), 'utf8'));
  }
}

export function equalsGolden(path: string, text: string): void {
  const file = new URL(path, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, text);
  assert.equal(text, existsSync(file) ? readFileSync(file, 'utf8') : '', `${path} would be another`);
}
