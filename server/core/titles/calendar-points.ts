/** Days and periods that a title names: `Q4 2026`, `March 4`, `2026-03-31`, `H1 FY27`, `year-end`. */
import type { DeadlinePoint } from './reading.ts';
import { aheadWords, calendarUnits, months, periodEnds } from './tables/calendar.ts';
import type { Token } from './tokens.ts';

export interface PointAt {
  readonly point: DeadlinePoint;
  /** The token after it. */
  readonly to: number;
  /** Says the end of a period in itself. */
  readonly end?: true;
}

/** The point on the calendar that begins at this token; `the` before it is the caller's. */
export function pointAt(tokens: readonly Token[], at: number): PointAt | undefined {
  if (tokens[at] === undefined || tokens[at].type === 'sign') return undefined;
  return (
    isoDate(tokens, at) ??
    slashDate(tokens, at) ??
    periodEnd(tokens, at) ??
    quarterOrHalf(tokens, at) ??
    spelledQuarter(tokens, at) ??
    fiscalYear(tokens, at) ??
    monthOrDay(tokens, at) ??
    currentPeriod(tokens, at) ??
    calendarYear(tokens, at)
  );
}

function number(token: Token | undefined, least: number, most: number): number | undefined {
  if (token?.type !== 'number' || !/^\d{1,4}$/u.test(token.text)) return undefined;
  const value = Number(token.text);
  return value >= least && value <= most ? value : undefined;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

export function yearOf(token: Token | undefined): number | undefined {
  return token?.text.length === 4 ? number(token, FIRST_YEAR, LAST_YEAR) : undefined;
}

/** `27`, `'27`, `2027`, each perhaps after a comma, a dash or `of`. */
function yearAfter(tokens: readonly Token[], at: number, short: boolean): { year: number; to: number } | undefined {
  let from = at;
  const between = tokens[from]?.text ?? '';
  if ([',', '-', '/', 'of', "'", '’'].includes(between)) from++;
  const apostrophe = between === "'" || between === '’';
  const token = tokens[from];
  if (/^(?:fy|cy)$/u.test(token?.lower ?? '')) return yearAfter(tokens, from + 1, true);
  const year = yearOf(token);
  if (year !== undefined) return { year, to: from + 1 };
  const inCentury = (short || apostrophe) && token?.text.length === 2 ? number(token, 0, 99) : undefined;
  return inCentury === undefined ? undefined : { year: 2000 + inCentury, to: from + 1 };
}

function isoDate(tokens: readonly Token[], at: number): PointAt | undefined {
  if (tokens[at]?.type !== 'number') return undefined;
  const [a, dash, b, dash2, c] = tokens.slice(at, at + 5);
  if (dash?.text !== '-' || dash2?.text !== '-' || !dash.glued) return undefined;
  const year = yearOf(a);
  const month = number(b, 1, 12);
  const day = number(c, 1, 31);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { point: { type: 'date', year, month, day }, to: at + 5 };
}

/** `31/12/2026` and `12/31/2026`; where both could be meant, it is neither. */
function slashDate(tokens: readonly Token[], at: number): PointAt | undefined {
  if (tokens[at]?.type !== 'number') return undefined;
  const [a, slash, b, slash2, c] = tokens.slice(at, at + 5);
  const joints = ['/', '.'];
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(a?.text ?? '');
  if (dotted) {
    const [day, month, year] = dotted.slice(1).map(Number);
    if (day! <= 31 && month! <= 12 && month! >= 1)
      return { point: { type: 'date', year: year!, month: month!, day: day! }, to: at + 1 };
  }
  if (!slash?.glued || !joints.includes(slash.text) || slash2?.text !== slash.text) return undefined;
  const first = number(a, 1, 31);
  const second = number(b, 1, 31);
  const year = yearOf(c);
  if (first === undefined || second === undefined || year === undefined) return undefined;
  if (first > 12 && second <= 12) return { point: { type: 'date', year, month: second, day: first }, to: at + 5 };
  if (second > 12 && first <= 12) return { point: { type: 'date', year, month: first, day: second }, to: at + 5 };
  return undefined;
}

function periodEnd(tokens: readonly Token[], at: number): PointAt | undefined {
  const found = periodEnds.at(tokens, at);
  if (!found) return undefined;
  const to = at + found.length;
  const year = found.value === 'year' ? yearAfter(tokens, to, false) : undefined;
  if (year) return { point: { type: 'year', year: year.year, fiscal: false }, to: year.to, end: true };
  return { point: { type: 'current', unit: found.value, ahead: 0 }, to, end: true };
}

/** `Q4`, `Q4 2026`, `Q4'26`, `FY27-Q1`, `FY27 Q1`, `2026-Q4`, `H1`; `4Q26`, `1H 2026`. */
function quarterOrHalf(tokens: readonly Token[], at: number): PointAt | undefined {
  const leading = leadingYear(tokens, at);
  const from = leading?.to ?? at;
  const letter = tokens[from]?.lower;
  const reversed = tokens[from]?.type === 'number';
  const sign = reversed ? tokens[from + 1]?.text : letter?.toUpperCase();
  const digit = reversed ? tokens[from] : tokens[from + 1];
  if ((sign !== 'Q' && sign !== 'H') || !tokens[from + 1]?.glued) return undefined;
  const n = number(digit, 1, sign === 'Q' ? 4 : 2);
  if (n === undefined) return undefined;
  const trailing = leading ? undefined : yearAfter(tokens, from + 2, reversed && tokens[from + 2]?.glued === true);
  const fiscal =
    leading?.fiscal ?? (trailing !== undefined && tokens.slice(from + 2, trailing.to).some(t => t.lower === 'fy'));
  const year = leading?.year ?? trailing?.year;
  const to = trailing?.to ?? from + 2;
  const when = { ...(year === undefined ? {} : { year }), fiscal };
  return { point: sign === 'Q' ? { type: 'quarter', quarter: n, ...when } : { type: 'half', half: n, ...when }, to };
}

function leadingYear(tokens: readonly Token[], at: number): { year: number; fiscal: boolean; to: number } | undefined {
  const word = tokens[at]?.lower;
  const fiscal = word === 'fy';
  const from = fiscal || word === 'cy' ? at + 1 : at;
  const found = yearAfter(tokens, from, from > at);
  if (!found || (from === at && yearOf(tokens[at]) === undefined)) return undefined;
  const to = tokens[found.to]?.text === '-' ? found.to + 1 : found.to;
  return /^[qh]$/u.test(tokens[to]?.lower ?? '') ? { year: found.year, fiscal, to } : undefined;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** `the third quarter (of 2026)`, `the second half`. */
function spelledQuarter(tokens: readonly Token[], at: number): PointAt | undefined {
  const n = ORDINALS.indexOf(tokens[at]?.lower ?? '') + 1;
  const unit = tokens[at + 1]?.lower;
  if (n === 0 || (unit !== 'quarter' && unit !== 'half') || (unit === 'half' && n > 2)) return undefined;
  const found = yearAfter(tokens, at + 2, false);
  const when = { ...(found ? { year: found.year } : {}), fiscal: false };
  const to = found?.to ?? at + 2;
  return {
    point: unit === 'quarter' ? { type: 'quarter', quarter: n, ...when } : { type: 'half', half: n, ...when },
    to,
  };
}

function fiscalYear(tokens: readonly Token[], at: number): PointAt | undefined {
  const word = tokens[at]?.lower;
  const spelled =
    word === 'fiscal' && tokens[at + 1]?.lower === 'year' ? at + 2 : word === 'fy' || word === 'cy' ? at + 1 : -1;
  const found = spelled < 0 ? undefined : yearAfter(tokens, spelled, true);
  return found && { point: { type: 'year', year: found.year, fiscal: word !== 'cy' }, to: found.to };
}

/** `March`, `March 2026`, `March 4`, `4 March`, `4th of March, 2026`. `may` and `march` only in their capitals. */
function monthOrDay(tokens: readonly Token[], at: number): PointAt | undefined {
  const before = dayAt(tokens, at);
  const from = before ? (tokens[before.to]?.lower === 'of' ? before.to + 1 : before.to) : at;
  const month = monthAt(tokens, from);
  if (month === undefined) return undefined;
  const named = tokens[from + 1]?.text === '.' ? from + 2 : from + 1;
  const after = before ? undefined : dayAt(tokens, named);
  const day = before?.day ?? after?.day;
  const found = yearAfter(tokens, after?.to ?? named, false);
  const year = found ? { year: found.year } : {};
  const to = found?.to ?? after?.to ?? from + 1;
  return { point: day === undefined ? { type: 'month', month, ...year } : { type: 'date', month, day, ...year }, to };
}

function monthAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  return token && /^\p{Lu}/u.test(token.text) ? months.get(token.lower) : undefined;
}

function dayAt(tokens: readonly Token[], at: number): { day: number; to: number } | undefined {
  const day = tokens[at]?.text.length === 4 ? undefined : number(tokens[at], 1, 31);
  if (day === undefined) return undefined;
  const ordinal = tokens[at + 1]?.glued && /^(?:st|nd|rd|th)$/u.test(tokens[at + 1]?.lower ?? '');
  if (ordinal) return { day, to: at + 2 };
  return tokens[at + 1]?.text === '%' ? undefined : { day, to: at + 1 };
}

/** `this quarter`, `next year`. */
function currentPeriod(tokens: readonly Token[], at: number): PointAt | undefined {
  const word = tokens[at]?.lower ?? '';
  const unit = calendarUnits.get(tokens[at + 1]?.lower ?? '');
  if (unit === undefined || unit === 'day' || (tokens[at + 1]?.lower ?? '').endsWith('s')) return undefined;
  if (word !== 'this' && word !== 'current' && !aheadWords.has(word)) return undefined;
  return { point: { type: 'current', unit, ahead: aheadWords.has(word) ? 1 : 0 }, to: at + 2 };
}

function calendarYear(tokens: readonly Token[], at: number): PointAt | undefined {
  const year = yearOf(tokens[at]);
  return year === undefined || tokens[at + 1]?.text === '%'
    ? undefined
    : { point: { type: 'year', year, fiscal: false }, to: at + 1 };
}
