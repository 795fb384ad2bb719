/** What the cells of a table say: days and numbers, as people and as machines write them. */
import { isoFor, readDay, readNumber } from '../../../grammar/arguments.ts';
import type { Day } from '../model/elements.ts';

/** What is wrong with a cell, as a sentence without its end. */
export interface WrongCell {
  readonly wrong: string;
}

export interface Moment {
  readonly day: Day;
  /** As it is written, empty where there is none. */
  readonly time: string;
}

/** A date, or a date with a time: `2026-10-31T08:00:00Z` is 31 October, in whichever zone it was written. */
export function readMoment(cell: string): Moment | WrongCell {
  if (cell === '') return { wrong: 'it is empty, and the row has a value: write its date' };
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}.{0,30}))?$/.exec(cell) ?? [];
  const day = date === '' ? undefined : readDay(date);
  if (day !== undefined) return { day, time };
  if (date !== '') return { wrong: `no calendar has the day ${quoted(date)}` };
  const iso = isoFor(cell);
  return {
    wrong: `${quoted(cell)} is no date: write \`${iso ?? '2026-10-31'}\`${iso === undefined ? ' and so on' : ''}`,
  };
}

const asMachinesWrite = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
/** `1.234,56`, `1 234,56`, `-€0,5k`: what groups the digits, and a comma before the decimals. */
const withComma = /^[-+−]?\p{Sc}?[-−]?(?:\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+|\d+)(?:,\d+)?(?:[eE][-+]?\d+)?[kKMB]?$/u;

/** The longest that a double can be written, with room: what is longer need not be looked at. */
const MAX_NUMBER_LENGTH = 400;

/**
 * `99.95`, `99.95%`, `1,200`, `$1.2M`, `1e-3`.
 * @param decimalComma whether decimals follow a comma, as in `1.234,56`
 */
export function readCell(cell: string, decimalComma: boolean): number | WrongCell {
  if (cell.length > MAX_NUMBER_LENGTH) return { wrong: `${quoted(cell)} is no number` };
  const written = cell.replace(/\s*%$/, '');
  if (decimalComma && !withComma.test(written))
    return {
      wrong: /\d\.\d/.test(written)
        ? `${quoted(cell)}: with \`decimal comma\`, points stand in groups of three`
        : `${quoted(cell)} is no number`,
    };
  const plain = decimalComma ? written.replace(/[. \u00a0\u202f'’]/g, '').replace(',', '.') : written;
  if (asMachinesWrite.test(plain)) {
    const number = Number(plain);
    // There is no −0.
    return Number.isFinite(number) ? number + 0 : { wrong: `${quoted(cell)} is too large a number` };
  }
  const read = readNumber(plain);
  if ('number' in read) return read.number;
  if (/^[^,]*\d,\d+[^,]*$/.test(plain) && read.suggestion !== undefined)
    return { wrong: `${quoted(cell)} has a decimal comma: say so with \`decimal comma\` on the line` };
  if (read.suggestion === undefined) return { wrong: `${quoted(cell)} is no number` };
  return { wrong: `${read.wrong}: write \`${read.suggestion}\`` };
}

/** A text of a file, as messages show it. */
export function quoted(text: string): string {
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}
