/** Which columns a data file has, and what they hold: read from its beginning, as nobody waits for the rest. */
import Papa from 'papaparse/papaparse.min.js';
import type { DataFile } from './data-files.ts';
import { delimiterOf, delimitersFor, isJsonLines, textOf } from './tables.ts';

export interface Column {
  readonly name: string;
  /** The first cells of it that are not empty. */
  readonly samples: readonly string[];
  readonly holds: 'number' | 'date' | 'text';
}

/** In UTF-16 units. */
const BEGINNING = 64 * 1024;
const ROWS = 20;

/** As much of a file as is looked at; what cannot be read ends it. */
export function beginningOf(file: DataFile): string {
  let text = '';
  if ('unreadable' in file) return text;
  try {
    for (const piece of file.pieces) {
      text += piece;
      if (text.length >= BEGINNING) break;
    }
  } catch {
    return text;
  }
  return text;
}

/**
 * None where it cannot be read.
 * @param name of the file, whose ending tells the format
 * @param most how many rows to look at
 */
export function columnsOf(name: string, text: string, most = ROWS): Column[] {
  const content = text.replace(/^\uFEFF/, '').slice(0, BEGINNING);
  const isJson = /\.json$/i.test(name) || isJsonLines(name);
  const rows = isJson ? objectRows(name, content, most) : delimitedRows(name, content, most);
  const columns = new Map<string, string[]>();
  for (const row of rows) {
    for (const [column, cell] of row) {
      const samples = columns.get(column) ?? [];
      columns.set(column, samples);
      if (cell !== '') samples.push(cell);
    }
  }
  return [...columns].map(([column, samples]) => ({ name: column, samples, holds: holds(samples) }));
}

type Row = readonly (readonly [column: string, cell: string])[];

function delimitedRows(name: string, text: string, most: number): Row[] {
  const body = text.replace(/^(?:[ \t]*(?:\r\n|\n|\r))*/, '');
  const delimiter = delimiterOf(body, delimitersFor(name), []);
  const [header = [], ...rows] = Papa.parse(body, { delimiter, preview: most + 1 }).data;
  const columns = header.map(column => column.trim());
  return [columns.map(column => [column, ''] as const), ...rows.map(row => cellsOf(columns, row))];
}

function cellsOf(columns: readonly string[], row: readonly string[]): Row {
  return columns.map((column, index) => [column, row[index]?.trim() ?? ''] as const);
}

function objectRows(name: string, text: string, most: number): Row[] {
  // An object may hold the list.
  const isHeld = !isJsonLines(name) && /^\s*\{/.test(text);
  return firstObjects(isHeld ? text.slice(Math.max(0, text.search(/\[\s*\{/))) : text, most).map(object =>
    Object.entries(object).map(([key, value]) => [key, textOf(value)] as const),
  );
}

/** The objects with which an array or JSON Lines begin, which may be cut off anywhere. */
function firstObjects(text: string, most: number): object[] {
  const objects: object[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{' && depth++ === 0) start = index;
    if (token !== '}' || --depth !== 0) continue;
    try {
      objects.push(JSON.parse(text.slice(start, index + 1)));
    } catch {
      return objects;
    }
    if (objects.length === most) break;
  }
  return objects;
}

function holds(samples: readonly string[]): Column['holds'] {
  if (samples.length === 0) return 'text';
  if (samples.every(sample => /^\d{4}-\d{2}-\d{2}(?:[Tt ]|$)/.test(sample))) return 'date';
  return samples.every(sample => /^[-+−]?\p{Sc}?\d[\d.,_]*(?:[eE][-+]?\d+)?[kMB]?\s*%?$/u.test(sample))
    ? 'number'
    : 'text';
}
