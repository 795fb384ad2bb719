/** Values with their unit, as a reader expects them in an English text. */
import { halfUp, withMinus } from './rounding.ts';

/** What needs no comma and has not more digits than `written` would leave. */
const plain = /^\d{1,3}(?:\.\d{1,9})?$/;
// Made when the first number needs one: it takes a tenth of a start.
let written: Intl.NumberFormat | undefined;
let compact: Intl.NumberFormat | undefined;

function inEnglish(value: number): string {
  const text = String(value);
  if (plain.test(text)) return text;
  // Binary fractions lose no more than this many digits.
  written ??= new Intl.NumberFormat('en', { maximumSignificantDigits: 12 });
  return written.format(value);
}

const MAGNITUDES = [
  [1e9, 'B'],
  [1e6, 'M'],
] as const;

/** As it was written: `41 points`, `99.95%`, `5x`, `$40,000`, `€34.20`, and `$1.2M` from a million on; `?` for null. */
export function formatValue(value: number | null, unit: string): string {
  if (value === null) return '?';
  const number = inEnglish(Math.abs(value));
  const sign = value < 0 && number !== '0' ? '−' : '';
  if (unit === '') return sign + number;
  if (isCurrency(unit)) return sign + unit + money(Math.abs(value), number);
  if (unit === 'x' || unit.startsWith('%')) return sign + number + unit;
  return `${sign}${number} ${number === '1' ? singular(unit) : unit}`;
}

/** What was worked out, as a forecast is, to about three digits: `49.2 points`, `309`, `4.37%`; money to the cent. */
export function formatEstimate(value: number, unit: string): string {
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : size >= 10 && !isCurrency(unit) ? 1 : size >= 1 ? 2 : 3;
  return formatValue(halfUp(value, decimals), unit);
}

/** What a difference is counted in: from 3% to 4% is one point more, and a third. */
export function unitOfChange(unit: string): string {
  return unit === '%' ? 'points' : unit;
}

/** A number without a unit: `1,200`, `−4.5`. */
export function formatNumber(value: number): string {
  return withMinus(inEnglish(value === 0 ? 0 : value));
}

/** A sign such as `€` or `US$`; a code such as `EUR` is a unit like any other. */
export function isCurrency(unit: string): boolean {
  return /^\p{L}{0,2}\p{Sc}$/u.test(unit);
}

function money(size: number, exact: string): string {
  for (const [magnitude, letter] of MAGNITUDES) {
    if (size >= magnitude) {
      compact ??= new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
      return compact.format(size / magnitude) + letter;
    }
  }
  return exact.replace(/\.\d$/, '$&0');
}

/** One of them: `1 point`. Only where the plural is plain: `1 ms` stays, and so does `1 replies`. */
function singular(unit: string): string {
  return unit.replace(/(?<=[aeiouy]\p{L}*[bcdefghklmnprtvwy])(?<!ie|[sxz]e|[cs]he)s$/u, '');
}
