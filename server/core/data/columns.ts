/** Which columns a data file has, and what they hold: read from its beginning, as nobody waits for the rest. */
import Papa from 'papaparse/papaparse.min.js';
import { delimiterOf, delimitersFor, textOf } from './table.ts';

export interface Column {
  readonly name: string;
  /** The first cells of it that are not empty. */
  readonly samples: readonly string[];
  readonly holds: 'number' | 'date' | 'text';
}

/** In UTF-16 units. */
const BEGINNING = 64 * 1024;
const ROWS = 20;

/** None where it cannot be read. @param name of the file, whose ending tells the format */
export function columnsOf(name: string, text: string): Column[] {
  const content = text.replace(/^\uFEFF/, '').slice(0, BEGINNING);
  const rows = /\.json$/i.test(name) ? objectRows(content) : delimitedRows(name, content);
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

function delimitedRows(name: string, text: string): Row[] {
  const body = text.replace(/^(?:[ \t]*(?:\r\n|\n|\r))*/, '');
  const delimiter = delimiterOf(body, delimitersFor(name), []);
  const [header = [], ...rows] = Papa.parse(body, { delimiter, preview: ROWS + 1 }).data;
  const columns = header.map(column => column.trim());
  return [columns.map(column => [column, ''] as const), ...rows.map(row => cellsOf(columns, row))];
}

function cellsOf(columns: readonly string[], row: readonly string[]): Row {
  return columns.map((column, index) => [column, row[index]?.trim() ?? ''] as const);
}

function objectRows(text: string): Row[] {
  return firstObjects(text).map(object => Object.entries(object).map(([key, value]) => [key, textOf(value)] as const));
}

/** The objects with which an array begins, which may be cut off anywhere. */
function firstObjects(text: string): object[] {
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
    if (objects.length === ROWS) break;
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
