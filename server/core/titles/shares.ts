/** Shares of a whole: `half of our users`, `a third`, `one in five`, `9 out of 10 customers`; marks: `4.5/5`. */
import { changeAdjectives } from './tables/changes.ts';
import { fractionParts, ones, tens } from './tables/spelled-numbers.ts';
import type { Token } from './tokens.ts';
import { isPlural, unitAt } from './unit-words.ts';

export interface Share {
  readonly percent: number;
  readonly to: number;
  /** `4.5/5` is a mark, not a share. */
  readonly score?: number;
}

/** The share or the mark that begins at this token. */
export function shareAt(tokens: readonly Token[], at: number, text: string): Share | undefined {
  return fraction(tokens, at) ?? nInM(tokens, at) ?? score(tokens, at, text);
}

function fraction(tokens: readonly Token[], at: number): Share | undefined {
  if (/^(?:last|past|next|previous|first)$/u.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const article = /^(?:a|an|one)$/u.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  const count = article > at ? 1 : (ones.get(tokens[at]?.lower ?? '') ?? 0);
  const word = article > at ? article : count > 0 ? at + 1 : at;
  const hyphen = word > at && tokens[word]?.text === '-' ? word + 1 : word;
  const part = fractionParts.get(tokens[hyphen]?.lower ?? '');
  if (part === undefined || (hyphen === at && tokens[at]?.lower !== 'half')) return undefined;
  const next = tokens[hyphen + 1]?.lower ?? '';
  const clear = next === 'of' || changeAdjectives.has(next) || tokens[at - 1]?.lower === 'by';
  const time = part === 25;
  if (!clear && (time || !/^(?:|the|our|all|\.|,|\))$/u.test(next))) return undefined;
  return { percent: part * (hyphen === at ? 1 : count), to: hyphen + 1 };
}

/** Who is asked, and what they say: `9 of 10 customers` is a share, where `3 of 5 pilots` is a number of things. */
const asked =
  /^(?:people|customers|users|clients|patients|visitors|guests|members|readers|students|parents|families|employees|colleagues|respondents|would|will|say|agree|rate|recommend|feel)$/u;

function nInM(tokens: readonly Token[], at: number): Share | undefined {
  const n = smallNumber(tokens[at]);
  const out = tokens[at + 1]?.lower === 'out' && tokens[at + 2]?.lower === 'of';
  const m = smallNumber(tokens[at + (out ? 3 : 2)]);
  if (n === undefined || m === undefined || n > m) return undefined;
  const to = at + (out ? 4 : 3);
  const of = out || tokens[at + 1]?.lower === 'of';
  if (of && (m === 100 || (m === 10 && asked.test(tokens[to]?.lower ?? '')))) return { percent: (n / m) * 100, to };
  if (!out && tokens[at + 1]?.lower !== 'in') return undefined;
  const people = tokens[to]?.type === 'word' && isPlural(tokens[to]!) && !/^(?:stars|points)$/u.test(tokens[to]!.lower);
  if (!out && (n >= 10 || tokens[to]?.lower === '%' || !(people || n === 1))) return undefined;
  return people || !out ? { percent: (n / m) * 100, to } : { percent: 0, score: n, to };
}

function smallNumber(token: Token | undefined): number | undefined {
  if (token?.type === 'number') return /^\d{1,3}(?:\.\d)?$/u.test(token.text) ? Number(token.text) : undefined;
  const spelled = ones.get(token?.lower ?? '') ?? tens.get(token?.lower ?? '');
  return spelled === 0 ? undefined : spelled;
}

function score(tokens: readonly Token[], at: number, text: string): Share | undefined {
  if (tokens[at]?.type !== 'number' || tokens[at + 1]?.text !== '/' || tokens[at + 2]?.type !== 'number')
    return undefined;
  const n = Number(tokens[at]?.text);
  const m = Number(tokens[at + 2]?.text);
  if (Number.isNaN(n) || Number.isNaN(m) || n > m || m === 0) return undefined;
  const to = at + 3;
  const share = tokens[to]?.lower === 'of' || (Number.isInteger(n) && unitAt(tokens, to, text, n).plural);
  return share ? { percent: (n / m) * 100, to } : { percent: 0, score: n, to };
}
