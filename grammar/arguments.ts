/** Reads single arguments from the text of their tokens. Pure; undefined is "not one of these". */

const plainNumber = /^([-+−]?)([$€£¥₹₩₽₺₴₦₫₱₪฿₿]?)([-−]?)([0-9][0-9_.,]*)([kKMB]?)$/;
const magnitudes: Readonly<Record<string, number>> = { '': 1, k: 1e3, K: 1e3, M: 1e6, B: 1e9 };

export interface NumberRead {
  readonly number: number;
  readonly currency: string;
}
/** `suggestion` is what was meant, most likely. */
export interface NumberWrong {
  readonly wrong: string;
  readonly suggestion: string | undefined;
}

/** Reads `-€1,200.5k`: sign, currency, digits in groups, magnitude. A decimal comma is wrong, never a silent 15. */
export function readNumber(image: string): NumberRead | NumberWrong {
  const plainDigits = image.length < 16 ? readDigits(image, 0, image.length) : undefined;
  if (plainDigits !== undefined) return { number: plainDigits, currency: '' };
  const parts = plainNumber.exec(image);
  if (parts === null) return { wrong: `\`${image}\` is no number`, suggestion: undefined };
  const [, sign = '', currency = '', innerSign = '', digits = '', magnitude = ''] = parts;
  const ungrouped = digits.replaceAll('_', '');
  if (ungrouped.includes(',') && !/^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(ungrouped)) {
    const decimal = /^([0-9.]*),([0-9]+)$/.exec(ungrouped);
    const suggestion =
      decimal === null
        ? undefined
        : `${sign}${currency}${innerSign}${decimal[1]?.replaceAll('.', '')}.${decimal[2]}${magnitude}`;
    return { wrong: `\`${image}\`: the decimal sign is a point, and commas stand in groups of three`, suggestion };
  }
  if (ungrouped.indexOf('.') !== ungrouped.lastIndexOf('.')) {
    const grouped = /^[0-9]{1,3}(?:\.[0-9]{3})+$/.test(ungrouped);
    return {
      wrong: `\`${image}\` has more than one decimal point`,
      suggestion: grouped ? `${sign}${currency}${innerSign}${ungrouped.replaceAll('.', ',')}${magnitude}` : undefined,
    };
  }
  const plain = Number(ungrouped.replaceAll(',', ''));
  // 1.1 × 1000 is 1100, not 1100.0000000000002; and there is no −0.
  const size = magnitude === '' ? plain : Number((plain * (magnitudes[magnitude] ?? 1)).toPrecision(15));
  const negative = (sign === '-' || sign === '−') !== (innerSign !== '');
  return { number: negative && size !== 0 ? -size : size, currency };
}

/** Fifteen digits at most are exact. */
function readDigits(text: string, from: number, to: number): number | undefined {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days from 1970-01-01 of an ISO date (`2026-10-31`), undefined for a day that no calendar has. */
export function readDay(image: string): number | undefined {
  const year = readDigits(image, 0, 4) ?? 0;
  const month = readDigits(image, 5, 7) ?? 0;
  const day = readDigits(image, 8, 10) ?? 0;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= (daysInMonth[month - 1] ?? 0) + (leap ? 1 : 0)))
    return undefined;
  return daysFrom(year, month, day);
}

/** The last day of its month, for a day after it that no calendar has: `2026-11-30` for `2026-11-31`. */
export function lastDayFor(image: string): string | undefined {
  for (let day = Math.min(Number(image.slice(8)), 31); day > 27; day--) {
    const iso = `${image.slice(0, 8)}${day}`;
    if (readDay(iso) !== undefined) return iso;
  }
  return undefined;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar; years are counted from March, so that leap days come last. */
function daysFrom(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 719_469;
}

/** A date in another notation, where it can only mean one day: `31.10.2026`, `2026/10/31`, `2026-2-3`. */
export function isoFor(text: string): string | undefined {
  const parts =
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/.exec(text)?.groups ??
    /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const iso = `${parts['year']}-${parts['month']?.padStart(2, '0')}-${parts['day']?.padStart(2, '0')}`;
  return readDay(iso) === undefined ? undefined : iso;
}

/** For most texts; the classes of Unicode take a while to be put together. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

const asciiName = /^[A-Za-z][A-Za-z0-9_-]*$/;
const anyName = /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u;

/** A letter, then letters, digits, `-`, `_`; any script's letters. */
export function isName(text: string): boolean {
  return isAscii(text) ? asciiName.test(text) : anyName.test(text);
}

const handle = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_-])?$/u;
const asciiHandle = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;

/** What follows the `@`. */
export function isHandle(text: string): boolean {
  return isAscii(text) ? asciiHandle.test(text) : handle.test(text);
}

/** `7/10` → 0.7; undefined where nothing can be divided. */
export function readFraction(image: string): number | undefined {
  const [part = '', whole = ''] = image.split('/');
  const share = Number(part) / Number(whole);
  return Number.isFinite(share) ? share : undefined;
}

const currencyCodes: Readonly<Record<string, string>> = { $: 'usd', '€': 'eur', '£': 'gbp', '¥': 'jpy', '₹': 'inr' };

/** Whether a unit begins with another currency than the sign before the number says: `$1.2M EUR`. */
export function isOtherCurrency(sign: string, unit: string): boolean {
  const key = unitKey(unit.split(' ', 1)[0] ?? '');
  return key !== unitKey(sign) && Object.values(currencyCodes).includes(key);
}

/** The form in which two units are equal: case, a plural *s*, a currency's sign or code make no difference. */
export function unitKey(unit: string): string {
  return unit
    .toLowerCase()
    .split(' ')
    .map(
      word =>
        currencyCodes[word] ??
        (word.length > 2 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word),
    )
    .join(' ');
}
