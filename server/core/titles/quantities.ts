/** A number with what belongs to it: sign, currency, magnitude, percent, unit words. */
import { colonAt, numeralOf, writtenNumber } from './numerals.ts';
import { spelledAt } from './spelled-numbers.ts';
import { magnitudes, scales } from './tables/spelled-numbers.ts';
import {
  currencyCodes,
  currencyPrefixes,
  currencySigns,
  gluedUnits,
  percentWords,
  pointWords,
} from './tables/units.ts';
import type { Token } from './tokens.ts';
import { type UnitWords, unitAt } from './unit-words.ts';

export type QuantityType = 'percent' | 'points' | 'factor' | 'money' | 'duration' | 'count';

export interface Quantity {
  readonly type: QuantityType;
  /** Tokens: the first, the one after the number itself, the one after its unit. */
  readonly from: number;
  readonly numberEnd: number;
  readonly to: number;
  readonly value: number;
  readonly sign: '' | '+' | '-' | '±';
  /** As an `.okr` value, without sign and unit words. */
  readonly written: string;
  readonly unit: string;
  /** `3+` */
  readonly plus: boolean;
  /** `30-day`: an adjective. */
  readonly adjective: boolean;
  readonly spelled: boolean;
  /** Counts something in the plural, or so it seems. */
  readonly plural: boolean;
}

const SIGNS: ReadonlyMap<string, '+' | '-' | '±'> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['–', '-'],
  ['±', '±'],
  ['+/-', '±'],
]);

/** The quantity that begins at this token, if one does. `text` is the title. */
export function quantityAt(tokens: readonly Token[], index: number, text: string): Quantity | undefined {
  let at = index;
  let sign = signAt(tokens, at);
  if (sign) at++;
  const money = currencyAt(tokens, at);
  if (money) at = money.to;
  if (money && !sign) {
    sign = signAt(tokens, at);
    if (sign) at++;
  }
  const number = numberAt(tokens, at);
  if (!number) return undefined;
  return withUnit(tokens, text, {
    index,
    sign: sign ?? '',
    currency: money?.sign ?? '',
    code: money?.code ?? '',
    number,
  });
}

function signAt(tokens: readonly Token[], at: number): '+' | '-' | '±' | undefined {
  const token = tokens[at];
  const sign = token && SIGNS.get(token.lower);
  if (!sign || !tokens[at + 1]?.glued) return undefined;
  const before = tokens[at - 1];
  return token.glued && before && (before.type !== 'sign' || before.text === '%') ? undefined : sign;
}

function currencyAt(tokens: readonly Token[], at: number): { sign: string; code: string; to: number } | undefined {
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

interface ReadNumber {
  readonly value: number;
  readonly written: string;
  readonly to: number;
  readonly spelled: boolean;
}

function numberAt(tokens: readonly Token[], at: number): ReadNumber | undefined {
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

function magnified(tokens: readonly Token[], number: ReadNumber): ReadNumber {
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

interface Parts {
  readonly index: number;
  readonly sign: Quantity['sign'];
  readonly currency: string;
  readonly code: string;
  readonly number: ReadNumber;
}

function withUnit(tokens: readonly Token[], text: string, parts: Parts): Quantity {
  const { number } = parts;
  let at = number.to;
  const plus = tokens[at]?.text === '+' && tokens[at]?.glued === true && !/^\d/u.test(gluedText(tokens, at + 1));
  if (plus) at++;
  const adjective = isHyphen(tokens[at]) && tokens[at + 1]?.type === 'word' && tokens[at + 1]?.glued === true;
  if (adjective) at++;
  const base = { from: parts.index, value: number.value, sign: parts.sign, plus, adjective, spelled: number.spelled };
  const special = percentAt(tokens, at) ?? factorAt(tokens, at, number.to === at);
  if (special) {
    const { type, to } = special;
    const hasPlus = plus || (tokens[to]?.text === '+' && tokens[to]?.glued === true);
    const end = hasPlus && !plus ? to + 1 : to;
    const words: UnitWords =
      type === 'factor'
        ? unitAt(tokens, end, text, number.value)
        : { unit: '', to: end, plural: false, duration: false };
    const rate = type === 'factor' && words.unit.startsWith('per ');
    const written = `${number.written}${type === 'factor' ? 'x' : '%'}`;
    if (type === 'points') {
      const unit = special.unit ?? 'points';
      return { ...base, type, numberEnd: end, to: end, written: number.written, unit, plus: hasPlus, plural: false };
    }
    if (rate) {
      const unit = `times ${words.unit}`;
      return { ...base, type: 'count', numberEnd: end, to: words.to, written: number.written, unit, plural: true };
    }
    return { ...base, type, numberEnd: end, to: end, written, unit: '', plus: hasPlus, plural: false };
  }
  const words = unitAt(tokens, at, text, number.value);
  const written = `${parts.currency}${number.written}`;
  const money = parts.currency !== '' || parts.code !== '' || currencyWord(words.unit);
  const unit = [parts.code, words.unit].filter(part => part !== '').join(' ');
  const type: QuantityType = money ? 'money' : words.duration ? 'duration' : isPoints(words.unit) ? 'points' : 'count';
  return { ...base, type, numberEnd: at, to: words.to, written, unit, plural: words.plural };
}

function gluedText(tokens: readonly Token[], at: number): string {
  return tokens[at]?.glued ? (tokens[at]?.text ?? '') : '';
}

function isHyphen(token: Token | undefined): boolean {
  return token?.glued === true && (token.text === '-' || token.text === '‑');
}

function currencyWord(unit: string): boolean {
  const first = unit.toLowerCase().split(' ')[0] ?? '';
  return first.length >= 3 && currencyCodes.has(first);
}

function isPoints(unit: string): boolean {
  const words = unit.toLowerCase().split(' ');
  return words.length <= 3 && pointWords.has(words.at(-1) ?? '');
}

interface Special {
  readonly type: 'percent' | 'points' | 'factor';
  readonly to: number;
  readonly unit?: string;
}

function percentAt(tokens: readonly Token[], at: number): Special | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  let to = at + 1;
  if (token.lower === 'per' && tokens[at + 1]?.lower === 'cent') to = at + 2;
  else if (!(token.text === '%' || percentWords.has(token.lower))) return undefined;
  const after = tokens[to]?.text === '-' && tokens[to]?.glued ? to + 1 : to;
  if (pointWords.has(tokens[after]?.lower ?? '')) return { type: 'points', to: after + 1 };
  return { type: 'percent', to };
}

const TIMES_MORE = new Set(
  'more as faster higher the better larger greater lower less cheaper fewer bigger quicker'.split(' '),
);

function factorAt(tokens: readonly Token[], at: number, direct: boolean): Special | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (direct && token.glued && (token.lower === 'x' || token.text === '×')) return { type: 'factor', to: at + 1 };
  if (token.lower === 'x' && tokens[at + 1]?.type !== 'number') return { type: 'factor', to: at + 1 };
  if (token.lower === 'fold') return { type: 'factor', to: at + 1 };
  if (token.lower === 'times' && TIMES_MORE.has(tokens[at + 1]?.lower ?? '')) return { type: 'factor', to: at + 1 };
  return undefined;
}

/** Whether letters glued to digits say a unit or a magnitude, and so are no name such as `3D` or `2FA`. */
export function isGluedUnit(word: Token): boolean {
  if (gluedUnits.has(word.text) || word.lower === 'x' || percentWords.has(word.lower)) return true;
  return (
    magnitudes.has(word.lower) ||
    scales.has(word.lower) ||
    /^(?:days|weeks|months|hours|minutes|seconds|years|users|customers|points|people|fold)$/u.test(word.lower)
  );
}
