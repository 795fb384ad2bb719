/** Dated numbers from the rows of a table: what a `data` line asks for. Rows come one by one, and none is kept. */
import { nearest } from '../../../grammar/spelling.ts';
import type { DataSource, Day, Reading } from '../model/elements.ts';
import { quoted, readCell, readMoment } from './cell-values.ts';
import type { Series, UnknownWord } from './data-files.ts';

/** A row of a table. */
export interface Row {
  /** What a person calls it: `row 7`, as a spreadsheet counts. */
  readonly name: string;
  /** The text in a column, without the blanks around it; empty where there is none. */
  cell(column: string): string;
  /** All that are known of its table by now. */
  readonly columns: readonly string[];
}

/** What is wrong, as the end of a sentence that begins with the file's name; with `where`, as one of its own behind that. */
export interface TableProblem {
  readonly where?: string;
  readonly wrong: string;
  readonly word?: UnknownWord;
}

/** Of so many rows the column with the dates is found, where neither the line nor a column called `date` says it. */
const ROWS_TO_GUESS = 1000;
/** Of a column that leaves out all rows so many values are remembered, for somebody who misspelled one. */
const MOST_VALUES = 100;

/** What a day has come to so far. */
interface Total {
  /** Of the row that counts last. */
  time: string;
  value: number;
  rows: number;
}

/** The column `name`, or what to write instead. */
export function findColumn(columns: readonly string[], name: string): string | TableProblem {
  const same = columns.filter(column => column === name).length;
  if (same === 1) return name;
  if (same > 1) return { wrong: `has ${same} columns \`${name}\`: rename one of them` };
  const meant = nearest(name, columns);
  const there = list(columns, 12);
  return {
    wrong: `has no column \`${name}\`: ${hint(meant, there)}`,
    word: { text: name, condition: undefined, meant },
  };
}

function hint(meant: string | undefined, there: string): string {
  return meant === undefined ? `it has ${there}` : `did you mean ${quoted(meant)}? It has ${there}`;
}

function list(texts: readonly string[], most: number): string {
  return `${texts.slice(0, most).map(quoted).join(', ')}${texts.length > most ? ', …' : ''}`;
}

/** Makes the series of one source. */
export class SeriesMaker {
  /** What made all further rows needless. */
  problem: TableProblem | undefined;
  private readonly source: DataSource;
  private dates: string | undefined;
  /** The rows before it is known where the dates are. */
  private waiting: Row[] | undefined = [];
  private readonly days = new Map<Day, Total>();
  private rows = 0;
  private otherRows = 0;
  private emptyRows = 0;
  private faults = 0;
  private firstFault: TableProblem | undefined;
  /** The values of the columns that `where` names, as long as no row fits. */
  private readonly seen: Set<string>[];

  constructor(source: DataSource) {
    this.source = source;
    this.dates = source.dateColumn;
    this.seen = source.where.map(() => new Set());
  }

  /** The columns, for who knows them before the first row. */
  header(columns: readonly string[]): void {
    this.look(columns);
    this.dates ??= columns.find(isDate);
  }

  row(row: Row): void {
    if (this.problem !== undefined) return;
    this.rows++;
    if (!this.fits(row)) {
      this.otherRows++;
      return;
    }
    if (this.waiting !== undefined && this.dates === undefined && this.waiting.length < ROWS_TO_GUESS) {
      this.waiting.push(row);
      return;
    }
    this.settle(undefined);
    this.take(row);
  }

  /** @param columns all that the table has */
  end(columns: readonly string[]): Series | TableProblem {
    this.look(columns);
    if (this.problem === undefined) this.settle(columns);
    const problem = this.problem ?? this.allFaults() ?? this.unknownValue();
    if (problem !== undefined) return problem;
    const readings: Reading[] = [];
    for (const [day, total] of this.days) {
      const value = this.valueOf(total);
      if (!Number.isFinite(value)) return { wrong: 'has values of one day that together are too large a number' };
      readings.push({ day, value, note: '' });
    }
    readings.sort((a, b) => a.day - b.day);
    return { readings, rows: this.rows, otherRows: this.otherRows, emptyRows: this.emptyRows };
  }

  /** Whether all columns are there that the line names. */
  private look(columns: readonly string[]): void {
    const { column, dateColumn, where } = this.source;
    for (const name of [column, dateColumn, ...where.map(each => each.column)]) {
      if (this.problem !== undefined || name === undefined) continue;
      const found = findColumn(columns, name);
      if (typeof found !== 'string') this.problem = found;
    }
  }

  private fits(row: Row): boolean {
    const { where } = this.source;
    let fits = true;
    for (const [i, { column, isNot, value }] of where.entries()) {
      const cell = row.cell(column);
      if ((cell === value) === isNot) fits = false;
      const seen = this.seen[i] as Set<string>;
      if (this.otherRows === this.rows - 1 && (cell === value || seen.size < MOST_VALUES)) seen.add(cell);
    }
    return fits;
  }

  /** Looks for the dates in the rows that wait, and takes them. @param columns undefined as long as rows are coming */
  private settle(columns: readonly string[] | undefined): void {
    const { waiting } = this;
    if (waiting === undefined) return;
    this.waiting = undefined;
    this.dates ??= guessDates(columns ?? waiting[0]?.columns ?? [], this.source.column, waiting);
    if (this.dates !== undefined) for (const row of waiting) this.take(row);
    else
      this.problem = {
        wrong: 'has no column `date` and none that holds dates such as `2026-10-31`: say which it is with `date NAME`',
      };
  }

  private take(row: Row): void {
    if (this.dates === undefined) return;
    const { column, aggregation, decimalComma } = this.source;
    const cell = column === undefined ? '' : row.cell(column);
    const date = row.cell(this.dates);
    if ((column !== undefined && cell === '') || (aggregation === 'count' && date === '')) {
      this.emptyRows++;
      return;
    }
    const moment = readMoment(date);
    if ('wrong' in moment) {
      this.fault(row, this.dates, moment.wrong);
      return;
    }
    const value = aggregation === 'count' ? 1 : readCell(cell, decimalComma);
    if (typeof value === 'number') this.add(moment.day, moment.time, value);
    else this.fault(row, column as string, value.wrong);
  }

  private add(day: Day, time: string, value: number): void {
    const total = this.days.get(day);
    if (total === undefined) {
      this.days.set(day, { time, value, rows: 1 });
      return;
    }
    total.rows++;
    switch (this.source.aggregation) {
      case 'last':
        // Of two at one time the later row.
        if (total.time > time) return;
        total.time = time;
        total.value = value;
        return;
      case 'min':
        total.value = Math.min(total.value, value);
        return;
      case 'max':
        total.value = Math.max(total.value, value);
        return;
      default:
        total.value += value;
    }
  }

  private valueOf({ value, rows }: Total): number {
    const { aggregation } = this.source;
    if (aggregation !== 'sum' && aggregation !== 'mean') return value;
    // 0.1 and 0.2 are 0.3: what is over the fifteenth digit is from adding.
    return Number((aggregation === 'sum' ? value : value / rows).toPrecision(15));
  }

  private fault(row: Row, column: string, wrong: string): void {
    this.faults++;
    this.firstFault ??= { where: `${row.name}, column \`${column}\``, wrong };
  }

  private allFaults(): TableProblem | undefined {
    const { firstFault, faults } = this;
    if (firstFault === undefined || faults === 1) return firstFault;
    const more = faults === 2 ? 'one more row is wrong' : `${faults - 1} more rows are wrong`;
    return { ...firstFault, wrong: `${firstFault.wrong} (and ${more})` };
  }

  /** No row fits, as a value is nowhere in its column. One that is misspelled is the likeliest. */
  private unknownValue(): TableProblem | undefined {
    if (this.rows === 0 || this.otherRows < this.rows) return undefined;
    const { where, aggregation } = this.source;
    const unknown = where.flatMap(({ column, isNot, value }, condition) => {
      const values = [...(this.seen[condition] as Set<string>)].filter(each => each !== '');
      if (isNot || values.includes(value)) return [];
      const meant = nearest(value, values);
      const there = values.length === 0 ? 'it is empty in all of them' : hint(meant, list(values, 6));
      const wrong = `has no row where ${quoted(column)} is ${quoted(value)}: ${there}`;
      return [{ wrong, word: { text: value, condition, meant } }];
    });
    const misspelled = unknown.find(({ word }) => word.meant !== undefined);
    // To count none is an answer like any other: no incident yet.
    return misspelled ?? (aggregation === 'count' ? undefined : unknown[0]);
  }
}

const isDate = (column: string) => column.toLowerCase() === 'date';

/** `date`, else the first that holds ISO dates: its first cell that is not empty is one. */
function guessDates(columns: readonly string[], except: string | undefined, rows: readonly Row[]): string | undefined {
  const named = columns.find(isDate);
  if (named !== undefined) return named;
  return columns.find(column => {
    if (column === except) return false;
    const first = rows.find(row => row.cell(column) !== '');
    return first !== undefined && !('wrong' in readMoment(first.cell(column)));
  });
}
