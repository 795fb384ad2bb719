/** Dates as spreadsheets and tools write them. */
import { isoFor } from '../../../grammar/arguments.ts';
import { fromIso } from '../calendar/day.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Which number of `3/4/2026` is the month; undefined where nobody can tell. */
export type DateOrder = 'day first' | 'month first' | undefined;

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[,\sT].*)?$/;

/** All dates of one source are written in one order: one that can be read in one way only tells it. */
export function dateOrderOf(texts: Iterable<string>): DateOrder {
  let order: DateOrder;
  for (const text of texts) {
    const [, first, second] = slashed.exec(text.trim()) ?? [];
    if (first === undefined || Number(first) > 12 === Number(second) > 12) continue;
    const here = Number(first) > 12 ? 'day first' : 'month first';
    if (order !== undefined && order !== here) return undefined;
    order = here;
  }
  return order;
}

/** ISO 8601; undefined where it is no date, or might be two. */
export function isoDate(text: string, order: DateOrder): string | undefined {
  const plain = text.trim();
  const [iso = ''] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(plain) ?? [];
  if (iso !== '') return fromIso(iso) === undefined ? undefined : iso;
  const other = isoFor(plain.replace(/[,\s]+\d{1,2}:\d{2}.*$/, ''));
  if (other !== undefined) return other;
  const [, first, second, year] = slashed.exec(plain) ?? [];
  if (first !== undefined && second !== undefined && year !== undefined) {
    if (first === second) return made(year, Number(first), Number(second));
    if (order === undefined) return undefined;
    return order === 'day first'
      ? made(year, Number(second), Number(first))
      : made(year, Number(first), Number(second));
  }
  return inWords(plain);
}

/** `31 Oct 2026`, `October 31st, 2026`, `Sat Oct 31 2026`. */
function inWords(text: string): string | undefined {
  const words = text.toLowerCase().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/, '');
  const [, dayA, monthA, yearA] = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?[\s,.-]+(\d{4})\b/.exec(words) ?? [];
  const [, monthB, dayB, yearB] = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(words) ?? [];
  const month = months.indexOf((monthA ?? monthB ?? '').slice(0, 3)) + 1;
  return month === 0 ? undefined : made(yearA ?? yearB ?? '', month, Number(dayA ?? dayB));
}

function made(year: string, month: number, day: number): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return fromIso(iso) === undefined ? undefined : iso;
}

/** The month that a word names, from 1; 0 for none. */
export function monthNamed(word: string): number {
  return word.length < 3 ? 0 : months.indexOf(word.toLowerCase().slice(0, 3)) + 1;
}
