/** Digits as people write them, into a number and into `.okr`'s own spelling. */
import { boundsBefore } from './tables/bounds.ts';
import type { Token } from './tokens.ts';

export interface Numeral {
  readonly value: number;
  readonly written: string;
}

/** More digits than a double can hold are no measure. */
const MOST_DIGITS = 15;

/**
 * Digits with separators (`1,200`, `99.95`, `1.200,50`, `4,5`); undefined for a version such as `1.2.3`.
 * A lone comma before other than three digits is a decimal comma; a count of `40.000` or `1.500` is in thousands.
 */
export function numeralOf(text: string, counts = true): Numeral | undefined {
  if (text.length > MOST_DIGITS * 2) return undefined;
  if (/^\d{1,3}(?:['’]\d{3})+$/u.test(text)) return plain(Number(text.replace(/['’]/gu, '')));
  if (/^\d{1,15}$/u.test(text) || /^\d{1,12}\.\d{1,9}$/u.test(text)) {
    if (counts && /^[1-9]\d{0,2}\.\d\d0$/u.test(text)) return grouped(text, '.');
    return { value: Number(text), written: text };
  }
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/u.test(text)) return grouped(text, ',');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(text)) return grouped(text, '.');
  if (/^\d+,\d+$/u.test(text)) return plain(Number(text.replace(',', '.')));
  return undefined;
}

function grouped(text: string, separator: ',' | '.'): Numeral {
  const digits = text.replaceAll(separator, '').replace(',', '.');
  const value = Number(digits);
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text) ? { value, written: text } : plain(value);
}

function plain(value: number): Numeral {
  return { value, written: writtenNumber(value) };
}

/** At most two decimals, never an exponent; round millions as `2M`. */
export function writtenNumber(value: number): string {
  if (value >= 1e6 && value % 1e5 === 0) return `${value / 1e6}M`;
  return String(Number(value.toFixed(2)));
}

/** `3:1` is a ratio, and so is `a ratio of 1:6`; `3:30` after a bound, or before a unit, is a time. Other numbers with a colon are none. */
export function colonAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const [first, colon, second] = tokens.slice(at, at + 3);
  if (colon?.text !== ':' || !colon.glued || !second?.glued || tokens[at + 3]?.text === ':') return undefined;
  if (!/^\d{1,3}$/u.test(first?.text ?? '') || !/^\d{1,2}$/u.test(second.text)) return undefined;
  const whole = Number(first?.text);
  if (second.text === '1' && whole > 1) return plain(whole);
  const isRatio = tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'ratio');
  if (whole === 1 && isRatio && Number(second.text) > 1) return plain(Number(second.text));
  const timed =
    boundsBefore.before(tokens, at) !== undefined || /^(?:min|minutes|hours|h)$/u.test(tokens[at + 3]?.lower ?? '');
  return timed && second.text.length === 2 ? plain(whole + Number(second.text) / 60) : undefined;
}
