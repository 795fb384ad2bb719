/** A number with what belongs to it: sign, currency, magnitude, percent, unit words. */
import { isOtherCurrency } from '../../../grammar/arguments.ts';
import { type Amount, amountAt, currencyAt } from './amounts.ts';
import { magnitudes, scales } from './tables/spelled-numbers.ts';
import { currencyCodes, gluedUnits, gluedWords, percentWords, pointWords } from './tables/units.ts';
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
  const number = amountAt(tokens, at);
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

interface Parts {
  readonly index: number;
  readonly sign: Quantity['sign'];
  readonly currency: string;
  readonly code: string;
  readonly number: Amount;
}

function withUnit(tokens: readonly Token[], text: string, parts: Parts): Quantity {
  const { number } = parts;
  const plus = isPlus(tokens, number.to);
  const hyphen = plus ? number.to + 1 : number.to;
  const adjective =
    isHyphen(tokens[hyphen]) && tokens[hyphen + 1]?.type === 'word' && tokens[hyphen + 1]?.glued === true;
  const at = adjective ? hyphen + 1 : hyphen;
  const { value, spelled } = number;
  const base = { from: parts.index, value, sign: parts.sign, plus, adjective, spelled };
  const share = percentAt(tokens, at);
  if (share)
    return {
      ...base,
      ...share,
      ...trailingPlus(tokens, share.to, plus),
      written: share.written(number.written),
      plural: false,
    };
  const factor = factorAt(tokens, at, number.to === at);
  if (factor !== undefined) return { ...base, ...times(tokens, text, number, factor, plus) };
  const words = ofHowMany(tokens, at, text, value) ?? unitAt(tokens, at, text, value);
  const money = parts.currency !== '' || parts.code !== '' || currencyWord(words.unit);
  // Of two currencies, `€40k USD`, the sign is the one that is written.
  const own = parts.currency !== '' && isOtherCurrency(parts.currency, words.unit) ? '' : words.unit;
  const unit = [parts.code, own].filter(part => part !== '').join(' ');
  const type: QuantityType = money ? 'money' : words.duration ? 'duration' : isPoints(words.unit) ? 'points' : 'count';
  return {
    ...base,
    type,
    numberEnd: at,
    to: words.to,
    written: `${parts.currency}${number.written}`,
    unit,
    plural: words.plural,
  };
}

/** `4 of 5 squads`, `3 of our 5 squads` */
function ofHowMany(tokens: readonly Token[], at: number, text: string, count: number): UnitWords | undefined {
  if (tokens[at]?.lower !== 'of') return undefined;
  const whole = /^(?:the|our|all)$/u.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  if (!/^\d{1,5}$/u.test(tokens[whole]?.text ?? '') || Number(tokens[whole]?.text) < count) return undefined;
  const words = unitAt(tokens, whole + 1, text, count);
  return words.plural && !words.duration ? words : undefined;
}

/** `3x`, or how often: `3x per week`. */
function times(tokens: readonly Token[], text: string, { written, value }: Amount, at: number, plus: boolean) {
  const ends = trailingPlus(tokens, at, plus);
  const { unit, to } = unitAt(tokens, ends.to, text, value);
  const often = unit.startsWith('per ');
  if (often) return { ...ends, type: 'count', to, written, unit: `times ${unit}`, plural: true } as const;
  return { ...ends, type: 'factor', written: `${written}x`, unit: '', plural: false } as const;
}

function trailingPlus(
  tokens: readonly Token[],
  at: number,
  already: boolean,
): { numberEnd: number; to: number; plus: boolean } {
  const plus = !already && isPlus(tokens, at);
  const to = plus ? at + 1 : at;
  return { numberEnd: to, to, plus: plus || already };
}

/** `3+`, but not `3+4`. */
function isPlus(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.text === '+' && tokens[at]?.glued === true && !(next?.glued && next.type === 'number');
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

interface ShareUnit {
  readonly type: 'percent' | 'points';
  readonly unit: string;
  readonly to: number;
  readonly written: (number: string) => string;
}

function percentAt(tokens: readonly Token[], at: number): ShareUnit | undefined {
  const token = tokens[at];
  const apart = token?.lower === 'per' && tokens[at + 1]?.lower === 'cent';
  if (!token || !(apart || token.text === '%' || percentWords.has(token.lower))) return undefined;
  const to = apart ? at + 2 : at + 1;
  const after = tokens[to]?.text === '-' && tokens[to]?.glued ? to + 1 : to;
  if (!pointWords.has(tokens[after]?.lower ?? ''))
    return { type: 'percent', unit: '', to, written: number => `${number}%` };
  return { type: 'points', unit: 'points', to: after + 1, written: number => number };
}

const TIMES_MORE = new Set(
  'more as faster higher the better larger greater lower less cheaper fewer bigger quicker'.split(' '),
);

/** The token after `x`, `fold`, or a `times` that multiplies. */
function factorAt(tokens: readonly Token[], at: number, direct: boolean): number | undefined {
  const { lower, glued } = tokens[at] ?? {};
  const next = tokens[at + 1];
  if (direct && glued && (lower === 'x' || lower === '×')) return at + 1;
  if (lower === 'fold' || (lower === 'x' && next?.type !== 'number')) return at + 1;
  return lower === 'times' && TIMES_MORE.has(next?.lower ?? '') ? at + 1 : undefined;
}

/** Whether letters glued to digits say a unit or a magnitude, and so are no name such as `3D` or `2FA`. */
export function isGluedUnit(word: Token): boolean {
  if (gluedUnits.has(word.text) || gluedWords.has(word.lower) || percentWords.has(word.lower)) return true;
  return magnitudes.has(word.lower) || scales.has(word.lower);
}
