/** Reads numbers in words: `twelve`, `twenty-five`, `two million`, `a dozen`, `half a million`. */
import { ones, scales, tens } from './tables/spelled-numbers.ts';
import type { Token } from './tokens.ts';

export interface Spelled {
  readonly value: number;
  /** The token after it. */
  readonly to: number;
}

/** No number in words is longer, in tokens; what is goes unread rather than slow. */
const LONGEST = 14;

/** The number in words that begins at this token; `a` counts only before a dozen, a hundred and their like. */
export function spelledAt(tokens: readonly Token[], index: number): Spelled | undefined {
  const first = tokens[index]?.lower ?? '';
  if (first === 'half' && tokens[index + 1]?.lower === 'a') return timesHalf(scaleFrom(tokens, index + 2, 1));
  if (first === 'a') return scaleFrom(tokens, index + 1, 1);
  if (scales.has(first) && scales.get(first)! >= 12) return scaleFrom(tokens, index, 1);
  if (!ones.has(first) && !tens.has(first)) return undefined;
  return sumFrom(tokens, index);
}

function timesHalf(whole: Spelled | undefined): Spelled | undefined {
  return whole && { value: whole.value / 2, to: whole.to };
}

function scaleFrom(tokens: readonly Token[], index: number, count: number): Spelled | undefined {
  const scale = scales.get(tokens[index]?.lower ?? '');
  if (scale === undefined) return undefined;
  const next = scales.get(tokens[index + 1]?.lower ?? '');
  const to = next === undefined ? index + 1 : index + 2;
  return { value: count * scale * (next ?? 1), to: tokens[to]?.lower === 'of' && scale <= 12 ? to + 1 : to };
}

function sumFrom(tokens: readonly Token[], from: number): Spelled {
  let total = 0;
  let current = 0;
  let room = Number.POSITIVE_INFINITY;
  let to = from;
  for (let at = from; at < from + LONGEST; at++) {
    const word = tokens[at]?.lower ?? '';
    const scale = scales.get(word);
    const digit = ones.get(word) ?? tens.get(word);
    if (scale !== undefined && scale !== 2) {
      current = (current || 1) * scale;
      if (scale >= 1000) {
        total += current;
        current = 0;
      }
      room = scale;
    } else if (digit !== undefined && digit < room) {
      current += digit;
      room = tens.has(word) ? 10 : 1;
    } else if (!(joins(word) && continues(tokens, at, room))) {
      break;
    } else {
      continue;
    }
    to = at + 1;
  }
  return { value: total + current, to };
}

function joins(word: string): boolean {
  return word === '-' || word === 'and';
}

/** `twenty-five` and `two hundred and five` go on; `two and three` does not. */
function continues(tokens: readonly Token[], at: number, room: number): boolean {
  const next = tokens[at + 1];
  const digit = next && (ones.get(next.lower) ?? tens.get(next.lower));
  if (digit === undefined || digit >= room) return false;
  return tokens[at]?.lower === 'and' ? room >= 100 : tokens[at]?.glued === true && next?.glued === true;
}
