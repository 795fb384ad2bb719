/** The words a number is counted in: `articles`, `business days`, `blog posts per week`. */
import { stopWords, unitOpeners } from './tables/stop-words.ts';
import { durationAdjectives, durations, everyWords, periodAdverbs, periodWords, plurals } from './tables/units.ts';
import type { Token } from './tokens.ts';

export interface UnitWords {
  readonly unit: string;
  /** The token after it. */
  readonly to: number;
  readonly plural: boolean;
  readonly duration: boolean;
}

/** A unit has no more words. */
const LONGEST = 5;

/** The unit that begins at this token. Empty if the words after the number name nothing that is counted. */
export function unitAt(tokens: readonly Token[], index: number, text: string, count: number): UnitWords {
  let from = index;
  while (unitOpeners.has(tokens[from]?.lower ?? '')) from++;
  const first = tokens[from];
  if (first && isDuration(first) && !isName(tokens, from)) return withPeriod(tokens, from, from + 1, text, true);
  if (durationAdjectives.has(first?.lower ?? '') && durations.has(tokens[from + 1]?.lower ?? '')) {
    return withPeriod(tokens, from, from + 2, text, true);
  }
  const to = nounsEnd(tokens, from, count);
  const words = withPeriod(tokens, from, to, text, false);
  // `two additional` of what? Then it is two.
  return words.unit === '' ? { ...words, to: index } : words;
}

/** One letter is a unit only in lower case. */
function isDuration({ text, lower }: Token): boolean {
  return durations.has(text.length === 1 ? text : lower);
}

/** `S1`, `P0` */
function isName(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.type === 'number' && tokens[at + 1]?.glued === true;
}

/** Up to the first plural, or nothing; for one of a kind, the words before anything else begins. */
function nounsEnd(tokens: readonly Token[], from: number, count: number): number {
  let at = from;
  let words = 0;
  while (words < LONGEST) {
    const token = tokens[at];
    if (!token || !(token.type === 'word' || (at > from && isJoint(tokens, at)))) break;
    // `in-person workshops`
    if (stopWords.has(token.lower) && !(tokens[at + 1]?.text === '-' && isJoint(tokens, at + 1))) break;
    if (isName(tokens, at)) break;
    at++;
    if (token.type !== 'word') continue;
    if (!isJoint(tokens, at) && isPlural(token)) return at;
    if (!token.glued) words++;
  }
  // `tier 1` is a name.
  if (count === 1 && at > from) return tokens[at]?.type === 'number' ? at - 1 : at;
  const first = tokens[from];
  // `3 new`, `5 open P1s`
  if (at - from === 1 && tokens[at - 1] !== undefined && (first?.lower === 'new' || isName(tokens, at))) return from;
  return first?.glued && first.type === 'word' ? from + 1 : at - from <= 1 ? at : from;
}

/** `preload/delegate nodes`, `full-time hires`. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at] ?? {};
  return (
    glued === true &&
    (text === '/' || text === '-' || text === '.') &&
    tokens[at + 1]?.glued === true &&
    tokens[at + 1]?.type === 'word'
  );
}

export function isPlural(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (plurals.has(token.lower)) return true;
  return token.type === 'word' && token.text.length > 2 && /[^siu'’]s$/u.test(token.text);
}

function withPeriod(tokens: readonly Token[], from: number, end: number, text: string, duration: boolean): UnitWords {
  let to = end;
  let period = '';
  const word = tokens[end]?.lower ?? '';
  const next = tokens[end + 1];
  if (
    everyWords.has(word) &&
    next &&
    (periodWords.has(next.lower) || (word === '/' && tokens[end]?.glued && next.glued && next.type === 'word'))
  ) {
    period = word === '/' && end > from ? '' : `per ${next.text}`;
    to = end + 2;
  } else if (periodAdverbs.has(word) && end > from) {
    to = end + 1;
  }
  const words = text.slice(tokens[from]?.start, tokens[(period === '' ? to : end) - 1]?.end);
  const counted = (period === '' ? to : end) > from ? words.replace(/\s+/gu, ' ') : '';
  const unit = [counted, period].filter(part => part !== '').join(' ');
  const last = tokens[end - 1];
  const plural = end > from && last !== undefined && isPlural(last);
  return /[,:#]/u.test(unit)
    ? { unit: '', to: from, plural, duration }
    : { unit, to, plural, duration: duration && period === '' };
}
