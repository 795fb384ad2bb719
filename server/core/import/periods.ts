/** Periods as other tools call them, as cycles: `Quarter 1 FY25` is `FY25-Q1`, `1Q25` is `2025-Q1`. */
import { isName } from '../../../grammar/arguments.ts';
import { readCycle } from '../calendar/cycle.ts';
import { fromIso } from '../calendar/day.ts';
import { monthNamed } from './dates.ts';

export interface CycleRead {
  /** As `.okr` writes it. */
  readonly id: string;
  /** Where a fiscal year begins, from 1, as far as the dates of this one tell. */
  readonly fiscalYearStart?: number;
  /** What follows a heading of a cycle that no calendar knows. */
  readonly title?: string;
  readonly dates?: { readonly first: string; readonly last: string };
}

const year = `(?<fy>FY\\s*)?['’]?(?<year>\\d{4}|\\d{2})`;
const gap = `[\\s,'’/–_-]*`;
const quarterWord = '(?:quarter|qtr\\.?|q)';
const halfWord = '(?:half(?:[\\s-]*year)?|h)';
const ordinals: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4' };

const shapes = [
  `${quarterWord}\\s*(?<quarter>[1-4])${gap}${year}`,
  `${year}${gap}${quarterWord}\\s*(?<quarter>[1-4])`,
  `(?<quarter>[1-4])(?:st|nd|rd|th)?\\s*${quarterWord}${gap}(?:of\\s+)?${year}`,
  `${halfWord}\\s*(?<half>[12])${gap}${year}`,
  `${year}${gap}${halfWord}\\s*(?<half>[12])`,
  `(?<half>[12])(?:st|nd)?\\s*${halfWord}${gap}(?:of\\s+)?${year}`,
  `(?<month>[a-z]{3,9})\\.?${gap}(?<year>\\d{4})`,
  `(?<year>\\d{4})-(?<monthNumber>0[1-9]|1[0-2])`,
  `(?:annual|year|fiscal year|yearly)?\\s*(?:(?<fy>FY\\s*)['’]?(?<year>\\d{4}|\\d{2})|(?<year2>\\d{4}))(?:\\s*\\(?(?:annual|year)\\)?)?`,
].map(shape => new RegExp(`^${shape}$`, 'i'));

/** The cycle that a text names; undefined where no calendar has it. */
export function calendarCycleIn(text: string): string | undefined {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\b(?:fiscal year|financial year)\s*/gi, 'FY')
    .replace(/\b(first|second|third|fourth)\b/gi, word => ordinals[word.toLowerCase()] ?? word)
    .replace(/^(?:okrs?|goals?|objectives?)\s*(?:for\s+)?/i, '')
    .replace(/\s*\b(?:okrs?|goals?|objectives?)$/i, '');
  for (const shape of shapes) {
    const found = shape.exec(plain)?.groups;
    if (found === undefined) continue;
    const digits = found['year'] ?? found['year2'] ?? '';
    const isFiscal = found['fy'] !== undefined;
    const name = isFiscal ? `FY${digits.slice(-2)}` : digits.length === 2 ? `20${digits}` : digits;
    const month = found['monthNumber'] ?? String(monthNamed(found['month'] ?? '')).padStart(2, '0');
    if (found['month'] !== undefined && month === '00') continue;
    const part =
      found['quarter'] !== undefined
        ? `-Q${found['quarter']}`
        : found['half'] !== undefined
          ? `-H${found['half']}`
          : month === '00'
            ? ''
            : `-${month}`;
    return readCycle(name + part)?.id;
  }
  return undefined;
}

/** `1Q25`, but neither `1Q FY25` nor `1Q 2025`: a year in two figures may be the calendar's or a fiscal one. */
export function saysNotWhoseYear(text: string): boolean {
  return calendarCycleIn(text)?.startsWith('20') === true && !/\d{4}/.test(text);
}

/**
 * @param first and last day, ISO 8601, where the source has them: they tell a fiscal year from the calendar's
 * @returns undefined for a text that says nothing, without dates
 */
export function cycleOf(text: string, first: string | undefined, last: string | undefined): CycleRead | undefined {
  const named = calendarCycleIn(text);
  const dates = first === undefined || last === undefined ? undefined : { first, last };
  if (named === undefined) return freelyNamed(text, dates);
  if (dates === undefined || isIn(named, dates, 1)) return { id: named };
  const fiscal = named.startsWith('FY') ? named : `FY${named.slice(2)}`;
  for (let month = 1; month <= 12; month++)
    if (isIn(fiscal, dates, month)) return { id: readCycle(fiscal)?.id ?? fiscal, fiscalYearStart: month };
  // The name says one time and the dates another: the name is what people say.
  return { id: named };
}

function isIn(id: string, { first, last }: { first: string; last: string }, fiscalYearStart: number): boolean {
  const period = readCycle(id, fiscalYearStart)?.period;
  return period !== undefined && period.first === fromIso(first) && period.last === fromIso(last);
}

function freelyNamed(text: string, dates: CycleRead['dates']): CycleRead | undefined {
  const title = text.replace(/\s+/g, ' ').trim();
  if (title === '') return undefined;
  const id = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{N}]+|-+$/gu, '');
  if (!isName(id)) return undefined;
  return { id, ...(id === title.toLowerCase() ? {} : { title }), ...(dates === undefined ? {} : { dates }) };
}
