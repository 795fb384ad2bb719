/** Numbers as other tools write them, as values of `.okr`. */
import { readNumber } from '../../../grammar/arguments.ts';

export interface Amount {
  readonly number: number;
  /** As a value of `.okr`, without unit words: `1,200`, `$1.2M`. */
  readonly written: string;
  /** `%`, or the words after it. */
  readonly unit: string;
}

const parts = /^([-+−]?\s*\p{Sc}?\s*[-−]?[0-9][0-9.,_\u00a0\u202f' ]*(?:[eE][-+]?\d+)?(?:[kKMB](?!\p{L}))?)\s*(.*)$/u;
const longest = 60;

/**
 * `1,200.00`, `1 200`, `45 %`, `$1.2M`, `36 points`; a decimal comma, where it can be nothing else.
 * undefined for what is no number, or might be two.
 */
export function amountOf(text: string): Amount | undefined {
  const [, numeral = '', rest = ''] = parts.exec(text.trim().slice(0, longest)) ?? [];
  if (numeral === '' || text.trim().length > longest || /^\d|^[-–/]\s*\d/.test(rest)) return undefined;
  const digits = numeral.trim().replace(/(?<=\d)[\u00a0\u202f' ](?=\d{3}(?!\d))/g, ',');
  const plain = /[eE]/.test(digits) ? unfolded(digits) : digits.replace(/\s+/g, '').replace(/[.,]+$/, '');
  if (plain === undefined) return undefined;
  const read = readNumber(plain);
  const written = 'number' in read ? plain : read.suggestion;
  if (written === undefined) return undefined;
  const tidied = tidy(written);
  const again = readNumber(tidied);
  return 'number' in again ? { number: again.number, written: tidied, unit: rest.trim() } : undefined;
}

/** Without zeros at the end, and without what a sum in binary leaves behind. */
function tidy(written: string): string {
  const short = written
    .replace(/^\+/, '')
    .replace(/^([^.]*)\.(\d*?)0+(?=\D*$)/, (_, whole: string, decimals: string) =>
      decimals === '' ? whole : `${whole}.${decimals}`,
    );
  const [, decimals = ''] = /^[-−]?\d+\.(\d{9,})$/.exec(short) ?? [];
  return decimals === '' ? short : (unfolded(short) ?? short);
}

/** A number as machines write it, without its exponent. */
function unfolded(text: string): string | undefined {
  const number = Number(text.replace('−', '-'));
  const plain = String(Number(number.toPrecision(12)));
  return Number.isFinite(number) && !plain.includes('e') ? plain : undefined;
}

/** Words for “no unit”. */
const noUnit = /^(?:none|number|numbers|numeric|count|value|unit|units|#|n\/?a|-)$/i;
const signs: Readonly<Record<string, string>> = {
  usd: '$',
  'us dollar': '$',
  'us dollars': '$',
  dollar: '$',
  dollars: '$',
  eur: '€',
  euro: '€',
  euros: '€',
  gbp: '£',
  pounds: '£',
  jpy: '¥',
  inr: '₹',
};

/** A unit as `.okr` writes it: `%`, a currency's sign, or words; empty for none. */
export function unitOf(text: string): string {
  const unit = text.replace(/\s+/g, ' ').trim();
  if (noUnit.test(unit)) return '';
  if (/^(?:percent|percentage|per cent|pct|%)$/i.test(unit)) return '%';
  return signs[unit.toLowerCase()] ?? unit;
}

/** A number with its unit: `45%`, `$1.2M`, `36 points`. */
export function withUnit(written: string, unit: string): string {
  if (unit === '' || /\p{Sc}/u.test(written)) return written;
  if (unit === '%' || unit === 'x') return `${written}${unit}`;
  if (/^\p{Sc}$/u.test(unit)) return /^[-−]/.test(written) ? `-${unit}${written.slice(1)}` : `${unit}${written}`;
  return `${written} ${unit}`;
}
