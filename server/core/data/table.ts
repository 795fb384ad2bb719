/** A data file as a table of texts, whichever format it has. */
// Papa Parse: 19 kB that know quotes, line ends and all the ways in which spreadsheets write both.
import Papa from 'papaparse/papaparse.min.js';
import { nearest } from '../../../grammar/spelling.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly length: number;
  /** The text of a cell; empty where there is none. Rows count from 0. */
  cell(row: number, column: string): string;
  /** What a person calls a row: `row 7`, as a spreadsheet counts. */
  nameOf(row: number): string;
}

/** What is wrong, as the end of a sentence that begins with the file's name, and with `where` if there is one. */
export interface TableProblem {
  readonly where?: string;
  readonly wrong: string;
}

/** @param wanted the columns that will be asked for: they tell which delimiter is the right one */
export function readTable(name: string, text: string, wanted: readonly string[]): Table | TableProblem {
  const content = text.replace(/^\uFEFF/, '');
  if (/\.json$/i.test(name)) return readJson(content);
  return readDelimited(content, delimitersFor(name), wanted);
}

/** What may stand between the cells of a file. */
export function delimitersFor(name: string): readonly string[] {
  return /\.(?:tsv|tab)$/i.test(name) ? ['\t'] : [',', ';', '\t'];
}

/** The column `name`, or what to write instead. */
export function findColumn(table: Table, name: string): string | TableProblem {
  const same = table.columns.filter(column => column === name).length;
  if (same === 1) return name;
  if (same > 1) return { wrong: `has ${same} columns \`${name}\`: rename one of them` };
  const meant = nearest(name, table.columns);
  const there = table.columns.slice(0, 12).map(quoted);
  const all = `${there.join(', ')}${table.columns.length > 12 ? ', …' : ''}`;
  return {
    wrong: `has no column \`${name}\`: ${meant === undefined ? `it has ${all}` : `did you mean ${quoted(meant)}? It has ${all}`}`,
  };
}

/** A text of the file, as messages show it. */
export function quoted(text: string): string {
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}

// ---- CSV and TSV

function readDelimited(text: string, delimiters: readonly string[], wanted: readonly string[]): Table | TableProblem {
  // Rows before the header that are empty count as rows, and nothing else.
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text)?.[0] ?? '';
  const offset = blank.split(/\r\n|\n|\r/).length;
  const body = text.slice(blank.length);
  if (body.trim() === '') return { wrong: 'is empty' };
  const { data, errors } = Papa.parse(body, { delimiter: delimiterOf(body, delimiters, wanted) });
  const quote = errors.find(error => error.type === 'Quotes');
  if (quote !== undefined) {
    const what =
      quote.code === 'MissingQuotes' ? 'has a quote that is never closed' : 'has a quote inside a quoted text';
    return { where: `row ${(quote.row ?? 0) + offset}`, wrong: what };
  }
  const columns = (data[0] ?? []).map(column => column.trim());
  const indexes = new Map(columns.map((column, index) => [column, index] as const).reverse());
  return {
    columns,
    length: data.length - 1,
    cell: (row, column) => data[row + 1]?.[indexes.get(column) ?? -1]?.trim() ?? '',
    nameOf: row => `row ${row + 1 + offset}`,
  };
}

/** The one with which the header has most of the columns that are wanted; else the one that makes most columns. */
export function delimiterOf(text: string, delimiters: readonly string[], wanted: readonly string[]): string {
  let best = delimiters[0] as string;
  let bestScore = -1;
  for (const delimiter of delimiters) {
    const header = (Papa.parse(text, { delimiter, preview: 1 }).data[0] ?? []).map(column => column.trim());
    const score = wanted.filter(column => header.includes(column)).length * 1e6 + header.length;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

// ---- JSON

function readJson(text: string): Table | TableProblem {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    return { wrong: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (!Array.isArray(rows) || !rows.every(isObject)) {
    return { wrong: 'is no array of objects: `[{ "date": "2026-10-31", "value": 36 }, …]`' };
  }
  if (rows.length === 0) return { wrong: 'is empty' };
  const objects: readonly Readonly<Record<string, unknown>>[] = rows;
  return {
    columns: [...new Set(objects.flatMap(row => Object.keys(row)))],
    length: objects.length,
    cell: (row, column) => {
      const object = objects[row];
      return object !== undefined && Object.hasOwn(object, column) ? textOf(object[column]) : '';
    },
    nameOf: row => `object ${row + 1}`,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value of a JSON file is as a cell. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
