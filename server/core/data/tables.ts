/** Data files as rows, whichever format they have: the text comes in pieces, and the rows go on at once. */
// Papa Parse: 19 kB that know quotes, line ends and all the ways in which spreadsheets write both, piece by piece.
import Papa from 'papaparse/papaparse.min.js';
import type { Row, TableProblem } from './series.ts';

/** Takes what a table holds. */
export interface RowTaker {
  /** The columns, where the file begins with them. */
  header(columns: readonly string[]): void;
  row(row: Row): void;
}

export interface TableReader {
  /** What stopped it: what comes after is of no use. */
  readonly problem: TableProblem | undefined;
  push(text: string): void;
  /** @returns all columns, or what stopped it */
  end(): readonly string[] | TableProblem;
}

/** In UTF-16 units: what is looked at to find out how a table is written. */
const BEGINNING = 64 * 1024;
/** In UTF-16 units: a row or line that goes on for longer is none. */
const LONGEST_ROW = 2_000_000;
/** In UTF-16 units: a JSON file says what it is with its last bracket, so that all of it has to be held. */
const LARGEST_JSON = 20_000_000;
const openQuote = 'a quote is never closed: close it';

/** @param wanted the columns that are asked for: they tell which delimiter is the right one */
export function readerFor(name: string, wanted: readonly string[], taker: RowTaker): TableReader {
  if (/\.json$/i.test(name)) return new JsonReader(taker);
  if (isJsonLines(name)) return new JsonLinesReader(taker);
  return new DelimitedReader(delimitersFor(name), wanted, taker);
}

export function isJsonLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

/** What may stand between the cells of a file. */
export function delimitersFor(name: string): readonly string[] {
  return /\.(?:tsv|tab)$/i.test(name) ? ['\t'] : [',', ';', '\t', '|'];
}

// ---- CSV and TSV

class DelimitedReader implements TableReader {
  problem: TableProblem | undefined;
  private readonly delimiters: readonly string[];
  private readonly wanted: readonly string[];
  private readonly taker: RowTaker;
  /** Until it is long enough to see how the table is written. */
  private beginning = '';
  private feed: ReturnType<typeof papaFeed> | undefined;
  private columns: readonly string[] | undefined;
  private indexes: ReadonlyMap<string, number> = new Map();
  /** Rows before the next one, as a spreadsheet counts. */
  private count = 0;
  private sinceRow = 0;

  constructor(delimiters: readonly string[], wanted: readonly string[], taker: RowTaker) {
    this.delimiters = delimiters;
    this.wanted = wanted;
    this.taker = taker;
  }

  push(text: string): void {
    if (this.problem !== undefined) return;
    if (this.feed !== undefined) this.pass(text);
    else {
      this.beginning += text;
      if (this.beginning.length >= BEGINNING) this.begin();
    }
  }

  end(): readonly string[] | TableProblem {
    if (this.feed === undefined && this.problem === undefined) this.begin();
    this.feed?.end();
    return this.problem ?? this.columns ?? { wrong: 'is empty' };
  }

  private begin(): void {
    // Rows before the header that are empty count as rows, and nothing else.
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(this.beginning)?.[0] ?? '';
    const body = this.beginning.slice(blank.length);
    this.beginning = '';
    if (body.trim() === '') {
      // More blank lines than anybody writes by accident are a file of nothing.
      this.problem = { wrong: 'is empty' };
      return;
    }
    this.count = blank.split(/\r\n|\n|\r/).length - 1;
    const delimiter = delimiterOf(body, this.delimiters, this.wanted);
    const { linebreak } = Papa.parse(body, { delimiter, preview: 2 }).meta;
    this.feed = papaFeed({ delimiter, newline: linebreak }, (rows, errors, isLast) => this.take(rows, errors, isLast));
    this.pass(body);
  }

  private pass(text: string): void {
    this.sinceRow += text.length;
    this.feed?.push(text);
    if (this.sinceRow <= LONGEST_ROW || this.problem !== undefined) return;
    this.problem = { where: `row ${this.count + 1}`, wrong: openQuote };
  }

  private take(rows: readonly (readonly string[])[], errors: readonly Papa.ParseError[], isLast: boolean): void {
    if (this.problem !== undefined) return;
    if (rows.length > 0) this.sinceRow = 0;
    // What is said of a row that is not whole yet may be wrong.
    const quote = errors.find(({ type, row = 0 }) => type === 'Quotes' && (isLast || row < rows.length));
    for (const [i, cells] of rows.entries()) {
      if (quote !== undefined && i >= (quote.row ?? 0)) break;
      this.count++;
      if (this.columns === undefined) this.takeHeader(cells);
      else if (cells.length > 1 || cells[0]?.trim() !== '') this.takeRow(cells);
    }
    if (quote === undefined) return;
    const isOpen = quote.code === 'MissingQuotes';
    const wrong = isOpen ? openQuote : 'a quote stands inside a quoted text: write it twice';
    this.problem = { where: `row ${this.count + 1}`, wrong };
  }

  private takeHeader(cells: readonly string[]): void {
    this.columns = cells.map(column => column.trim());
    this.indexes = new Map(this.columns.map((column, index) => [column, index] as const).reverse());
    this.taker.header(this.columns);
  }

  private takeRow(cells: readonly string[]): void {
    this.taker.row(new DelimitedRow(this.columns ?? [], this.indexes, cells, this.count));
  }
}

/** There are millions of them: an object with functions of its own would take twice as long. */
class DelimitedRow implements Row {
  readonly columns: readonly string[];
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly cells: readonly string[];
  private readonly count: number;

  constructor(
    columns: readonly string[],
    indexes: ReadonlyMap<string, number>,
    cells: readonly string[],
    count: number,
  ) {
    this.columns = columns;
    this.indexes = indexes;
    this.cells = cells;
    this.count = count;
  }
  get name(): string {
    return `row ${this.count}`;
  }
  cell(column: string): string {
    return this.cells[this.indexes.get(column) ?? -1]?.trim() ?? '';
  }
}

/** Papa Parse as something that texts are pushed into: it takes what looks like one of Node's streams. */
function papaFeed(
  config: { readonly delimiter: string; readonly newline: string },
  take: (rows: string[][], errors: readonly Papa.ParseError[], isLast: boolean) => void,
): { push(text: string): void; end(): void } {
  const listeners = new Map<string, (text?: string) => void>();
  const nothing = () => {};
  let isLast = false;
  const input = {
    readable: true,
    on: (event: string, listener: (text?: string) => void) => void listeners.set(event, listener),
    read: nothing,
    pause: nothing,
    resume: nothing,
    removeListener: nothing,
  };
  Papa.parse(input, { ...config, chunk: ({ data, errors }) => take(data, errors, isLast) });
  return {
    push: text => listeners.get('data')?.(text),
    end() {
      isLast = true;
      listeners.get('end')?.();
    },
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

// ---- JSON and JSON Lines

type JsonObject = Readonly<Record<string, unknown>>;

/** Objects whose properties are columns: new ones may come with every object. */
class Objects {
  readonly columns: string[] = [];
  private readonly known = new Set<string>();
  private readonly taker: RowTaker;

  constructor(taker: RowTaker) {
    this.taker = taker;
  }

  take(object: JsonObject, name: string): void {
    for (const key of Object.keys(object)) {
      if (this.known.has(key)) continue;
      this.known.add(key);
      this.columns.push(key);
    }
    const cell = (column: string) => (Object.hasOwn(object, column) ? textOf(object[column]) : '');
    this.taker.row({ name, cell, columns: this.columns });
  }
}

class JsonReader implements TableReader {
  problem: TableProblem | undefined;
  private readonly objects: Objects;
  private pieces: string[] = [];
  private length = 0;

  constructor(taker: RowTaker) {
    this.objects = new Objects(taker);
  }

  push(text: string): void {
    if (this.problem !== undefined) return;
    this.pieces.push(text);
    this.length += text.length;
    if (this.length <= LARGEST_JSON) return;
    this.pieces = [];
    const instead = 'as JSON Lines (`.jsonl`, one object a line) it may be of any size';
    this.problem = { wrong: `has more than ${LARGEST_JSON / 1e6} MB, too much to be read in one: ${instead}` };
  }

  end(): readonly string[] | TableProblem {
    if (this.problem !== undefined) return this.problem;
    const rows = rowsOf(this.pieces.join(''));
    if ('wrong' in rows) return rows;
    for (const [i, row] of rows.entries()) this.objects.take(row, `object ${i + 1}`);
    return rows.length === 0 ? { wrong: 'is empty' } : this.objects.columns;
  }
}

/** An array of objects, or an object that holds one. */
function rowsOf(text: string): readonly JsonObject[] | TableProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { wrong: `is ${noJson(error)}` };
  }
  if (isRows(value)) return value;
  const held = isObject(value) ? Object.entries(value).filter(([, each]) => isRows(each) && each.length > 0) : [];
  const [only] = held;
  if (only !== undefined && held.length === 1) return only[1] as readonly JsonObject[];
  const example = '`[{ "date": "2026-10-31", "value": 36 }, …]`';
  return {
    wrong:
      held.length === 0
        ? `is no array of objects: ${example}`
        : `holds several arrays of objects (${held.map(([key]) => `\`${key}\``).join(', ')}): keep one, as in ${example}`,
  };
}

/** What the parser says is wrong, and where, as far as it says it, without its own way of counting. */
function noJson(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return `no JSON: ${words
    .replace(/, (?:\.{3})?".*"(?:\.{3})? is not valid JSON$/s, '')
    .replace(
      / in JSON at position \d+(?: \((?:line 1|line (\d+)) column (\d+)\))?$/,
      (_, line?: string, column?: string) =>
        column === undefined ? '' : `, at ${line === undefined ? '' : `line ${line}, `}character ${column}`,
    )}`;
}

function isRows(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class JsonLinesReader implements TableReader {
  problem: TableProblem | undefined;
  private readonly objects: Objects;
  private line = '';
  private count = 0;

  constructor(taker: RowTaker) {
    this.objects = new Objects(taker);
  }

  push(text: string): void {
    const lines = text.split('\n');
    lines[0] = this.line + lines[0];
    this.line = lines.pop() as string;
    for (const line of lines) this.take(line);
    if (this.line.length <= LONGEST_ROW) return;
    this.problem ??= { where: `line ${this.count + 1}`, wrong: 'it is longer than any object that somebody reads' };
    this.line = '';
  }

  end(): readonly string[] | TableProblem {
    this.take(this.line);
    return this.problem ?? (this.objects.columns.length === 0 ? { wrong: 'is empty' } : this.objects.columns);
  }

  private take(line: string): void {
    this.count++;
    if (this.problem !== undefined || line.trim() === '') return;
    const where = `line ${this.count}`;
    try {
      const value: unknown = JSON.parse(line);
      if (isObject(value)) this.objects.take(value, where);
      else
        this.problem = { where, wrong: 'it is no object: write one such as `{ "date": "2026-10-31", "value": 36 }`' };
    } catch (error) {
      this.problem = { where, wrong: `it is ${noJson(error)}` };
    }
  }
}

/** What a value of a JSON file is as a cell. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
