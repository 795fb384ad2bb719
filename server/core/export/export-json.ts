/**
 * A workspace as JSON. Each file is a list of blocks, from one line at column one to the next; a block has its text, and
 * the facts that are read from it. The text alone is what an import takes, comments and all: the facts are for programs.
 */
import { toIso } from '../calendar/day.ts';
import type { Entry } from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';

export const FORMAT = 'okr-export';
export const VERSION = 1;

export interface ExportedFile {
  /** From the folder that is exported, with `/`. */
  readonly path: string;
  /** An `.okr` file, or the text of an okr.json. */
  readonly content: OkrFile | string;
}

/** Facts as `model/elements.ts` has them, days as ISO 8601; of a milestone, `done` is a day or true. */
export function exportJson(files: readonly ExportedFile[]): string {
  const exported = files.map(({ path, content }) => ({
    path,
    blocks:
      typeof content === 'string'
        ? [{ text: content }]
        : content.content.map(({ block, entries }) => ({ text: block.text, elements: entries.map(factsOf) })),
  }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, files: exported }, null, 2)}\n`;
}

/** Whether a path stays inside of the folder that it is written to, and is one on every machine. */
export function isPortable(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return (
    !/[\\:\0]/.test(path) &&
    parts.every(part => part !== '' && part !== '.' && part !== '..') &&
    (name === 'okr.json' || /[^.]\.okr$/i.test(name))
  );
}

const days = new Set(['day', 'due', 'first', 'last', 'until', 'statusDay', 'done']);

function factsOf({ element, team, cycle }: Entry): unknown {
  const facts = plain(element) as Record<string, unknown>;
  return { ...facts, ...(team === undefined ? {} : { team }), ...(cycle === undefined ? {} : { cycle }) };
}

function plain(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && days.has(key)) return toIso(value);
  if (Array.isArray(value)) return value.map(each => plain(each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([name, each]) => name !== 'line' && each !== undefined && !isEmpty(each),
  );
  return Object.fromEntries(entries.map(([name, each]) => [name, plain(each, name)]));
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}
