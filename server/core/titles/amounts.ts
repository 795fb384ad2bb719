/** Digits or words for a number, with its magnitude, and the currency before it. */
import { colonAt, numeralOf, writtenNumber } from './numerals.ts';
import { spelledAt } from './spelled-numbers.ts';
import { magnitudes } from './tables/spelled-numbers.ts';
import { currencyCodes, currencyPrefixes, currencySigns, percentWords } from './tables/units.ts';
import type { Token } from './tokens.ts';

/** `$`, `US$` or `USD` before digits. */
export function currencyAt(
  tokens: readonly Token[],
  at: number,
): { sign: string; code: string; to: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (currencySigns.has(token.text)) return { sign: token.text, code: '', to: at + 1 };
  const next = tokens[at + 1];
  if (token.type !== 'word') return undefined;
  if (next?.glued && currencySigns.has(next.text) && currencyCodes.has(token.lower)) {
    return { sign: next.text, code: '', to: at + 2 };
  }
  if (currencyPrefixes.has(token.lower) && next?.type === 'number') return { sign: '', code: token.text, to: at + 1 };
  return undefined;
}

export interface Amount {
  readonly value: number;
  readonly written: string;
  readonly to: number;
  readonly spelled: boolean;
}

/** The number that begins at this token: `1.2 million`, `10 000`, `twenty-five`, `3:1`. */
export function amountAt(tokens: readonly Token[], at: number): Amount | undefined {
  const token = tokens[at];
  if (token?.type !== 'number') {
    const spelled = spelledAt(tokens, at);
    return spelled && { value: spelled.value, written: writtenNumber(spelled.value), to: spelled.to, spelled: true };
  }
  const colon = colonAt(tokens, at);
  if (colon) return { ...colon, to: at + 3, spelled: false };
  const spaced = spacedDigits(tokens, at);
  const numeral = numeralOf(spaced?.digits ?? token.text, !isShareOrUnit(tokens[at + 1]));
  if (!numeral) return undefined;
  const to = spaced?.to ?? at + 1;
  return magnified(tokens, { ...numeral, to, spelled: false });
}

/** `99.990%` and `1.250s` have decimals. */
function isShareOrUnit(next: Token | undefined): boolean {
  return (
    next !== undefined && (next.text === '%' || percentWords.has(next.lower) || (next.glued && next.type === 'word'))
  );
}

/** `10 000`, as much of Europe writes it. */
function spacedDigits(tokens: readonly Token[], at: number): { digits: string; to: number } | undefined {
  let digits = tokens[at]?.text ?? '';
  if (!/^[1-9]\d{0,2}$/u.test(digits)) return undefined;
  let to = at + 1;
  while (
    to <= at + 4 &&
    /^\d{3}$/u.test(tokens[to]?.text ?? '') &&
    tokens[to]?.start === (tokens[to - 1]?.end ?? 0) + 1
  ) {
    digits += tokens[to]?.text;
    to++;
  }
  return to > at + 1 ? { digits, to } : undefined;
}

function magnified(tokens: readonly Token[], number: Amount): Amount {
  const word = tokens[number.to];
  const magnitude = word && magnitudes.get(word.lower);
  if (!word || !magnitude || (word.text.length <= 2 && !isMagnitudeLetter(tokens, number.to))) return number;
  const value = number.value * magnitude.factor;
  const written = magnitude.sign === '' ? writtenNumber(value) : `${number.written}${magnitude.sign}`;
  return { value, written, to: number.to + 1, spelled: false };
}

/** `5m` may be metres, minutes or millions: millions with a currency or before a plural, and in upper case. */
function isMagnitudeLetter(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (!word?.glued && !/^(?:bn|mn|tn|M|B|k|K)$/u.test(word?.text ?? '')) return false;
  if (word?.text !== 'm' && word?.text !== 'mm') return word?.text !== 'b' || hasCurrency(tokens, at);
  return hasCurrency(tokens, at) || /s$/u.test(tokens[at + 1]?.lower ?? '');
}

function hasCurrency(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 2];
  return before !== undefined && (currencySigns.has(before.text) || currencyPrefixes.has(before.lower));
}
