/** Dated numbers from a table: the readings that a `data` line asks for. */
import { isoFor, readNumber } from '../../../grammar/arguments.ts';
import { fromIso } from '../calendar/day.ts';
import type { DataSource, Day, Reading } from '../model/elements.ts';
import { findColumn, quoted, readTable, type Table, type TableProblem } from './table.ts';

/**
 * The readings of a source in the order of their days, one a day: the latest of the day, by its time where there is
 * one, else by its row. Rows without a value are none.
 * @param name of the file, whose ending tells the format
 */
export function readRows(name: string, text: string, source: DataSource): readonly Reading[] | TableProblem {
  const wanted = source.dateColumn === undefined ? [source.column] : [source.column, source.dateColumn];
  const table = readTable(name, text, wanted);
  if ('wrong' in table) return table;
  const column = findColumn(table, source.column);
  if (typeof column !== 'string') return column;
  const dates = source.dateColumn === undefined ? guessDateColumn(table, column) : findColumn(table, source.dateColumn);
  if (typeof dates !== 'string') return dates;

  const latest = new Map<Day, { readonly time: string; readonly reading: Reading }>();
  for (let row = 0; row < table.length; row++) {
    const cell = table.cell(row, column);
    if (cell === '') continue;
    const moment = readMoment(table.cell(row, dates));
    if ('wrong' in moment) return { where: `${table.nameOf(row)}, column \`${dates}\``, wrong: moment.wrong };
    const value = readCell(cell);
    if (typeof value !== 'number') return { where: `${table.nameOf(row)}, column \`${column}\``, wrong: value.wrong };
    const before = latest.get(moment.day);
    if (before === undefined || before.time <= moment.time)
      latest.set(moment.day, { time: moment.time, reading: { day: moment.day, value, note: '' } });
  }
  return [...latest.values()].map(({ reading }) => reading).sort((a, b) => a.day - b.day);
}

/** `date`, else the first that holds ISO dates: its first cell that is not empty is one. */
function guessDateColumn(table: Table, except: string): string | TableProblem {
  const named = table.columns.find(column => column.toLowerCase() === 'date');
  if (named !== undefined) return named;
  for (const column of table.columns) {
    if (column === except) continue;
    for (let row = 0; row < table.length; row++) {
      const cell = table.cell(row, column);
      if (cell === '') continue;
      if (!('wrong' in readMoment(cell))) return column;
      break;
    }
  }
  return {
    wrong: 'has no column `date` and none that holds dates such as `2026-10-31`: say which it is with `date NAME`',
  };
}

/** A date, or a date with a time: `2026-10-31T08:00:00Z` is 31 October, in whichever zone it was written. */
function readMoment(cell: string): { readonly day: Day; readonly time: string } | TableProblem {
  if (cell === '') return { wrong: 'a value without a date' };
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}.{0,30}))?$/.exec(cell) ?? [];
  const day = fromIso(date);
  if (day !== undefined) return { day, time };
  if (date !== '') return { wrong: `no calendar has the day ${quoted(date)}` };
  const iso = isoFor(cell);
  return {
    wrong: `${quoted(cell)} is no date: write \`${iso ?? '2026-10-31'}\`${iso === undefined ? ' and so on' : ''}`,
  };
}

const asMachinesWrite = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** The longest that a double can be written, with room: what is longer need not be looked at. */
const MAX_NUMBER_LENGTH = 400;

/** `99.95`, `99.95%`, `1,200`, `$1.2M`, `1e-3`. */
function readCell(cell: string): number | TableProblem {
  if (cell.length > MAX_NUMBER_LENGTH) return { wrong: `${quoted(cell)} is no number` };
  const plain = cell.replace(/\s*%$/, '');
  if (asMachinesWrite.test(plain)) {
    const number = Number(plain);
    // There is no −0.
    return Number.isFinite(number) ? number + 0 : { wrong: `${quoted(cell)} is too large a number` };
  }
  const read = readNumber(plain);
  if ('number' in read) return read.number;
  if (read.suggestion === undefined) return { wrong: `${quoted(cell)} is no number` };
  return { wrong: `${read.wrong}: write \`${read.suggestion}\`` };
}
