/** Values with their unit, as a reader expects them in an English text. */
import { halfUp, withMinus } from './rounding.ts';

// Binary fractions lose no more than this many digits.
const written = new Intl.NumberFormat('en', { maximumSignificantDigits: 12 });
const compact = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

const MAGNITUDES = [
  [1e9, 'B'],
  [1e6, 'M'],
] as const;

/** As it was written: `41 points`, `99.95%`, `5x`, `$40,000`, `€34.20`, and `$1.2M` from a million on; `?` for null. */
export function formatValue(value: number | null, unit: string): string {
  if (value === null) return '?';
  const number = written.format(Math.abs(value));
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

/** A number without a unit: `1,200`, `−4.5`. */
export function formatNumber(value: number): string {
  return withMinus(written.format(value === 0 ? 0 : value));
}

/** A sign such as `€` or `US$`; a code such as `EUR` is a unit like any other. */
export function isCurrency(unit: string): boolean {
  return /^\p{L}{0,2}\p{Sc}$/u.test(unit);
}

function money(size: number, exact: string): string {
  for (const [magnitude, letter] of MAGNITUDES) {
    if (size >= magnitude) return compact.format(size / magnitude) + letter;
  }
  return exact.replace(/\.\d$/, '$&0');
}

/** One of them: `1 point`. Only where the plural is plain: `1 ms` stays, and so does `1 replies`. */
function singular(unit: string): string {
  return unit.replace(/(?<=[aeiouy]\p{L}*[bcdefghklmnprtvwy])(?<!ie|[sxz]e|[cs]he)s$/u, '');
}
