/** What the words around a number do: verbs that raise, cut or hold, nouns of which less is better, brackets. */
import { betterVerbs, cutVerbs, holdVerbs, otherVerbs, raiseVerbs } from './tables/changes.ts';
import { higherIsBetter, lowerIsBetter } from './tables/nouns.ts';
import type { Token } from './tokens.ts';

export type Verb = 'raise' | 'cut' | 'better' | 'hold' | 'other';

/** What is known just before a token. */
export interface ClauseState {
  readonly verb: Verb | undefined;
  readonly verbAt: number;
  /** The last noun since the clause began that says which way is good. */
  readonly good: 'less' | 'more' | undefined;
  /** A comma, a dash or their like stands between the verb and here. */
  readonly broken: boolean;
  readonly depth: number;
}

const START: ClauseState = { verb: undefined, verbAt: -1, good: undefined, broken: false, depth: 0 };
/** After these a word such as `open` or `close` is a verb, even where another verb went before. */
const BEGINS_VERB = /^(?:and|&|,|;|to|while|then|plus|by)$/u;
const BREAK = /^(?:[,;.—–]|-|--|while|whilst)$/u;

/** How far a verb may stand after a number that nothing governs before: `At least 5 maintainers stay active`. */
const AHEAD = 8;

/** Whether the words after a number hold it all cycle. */
export function holdsAfter(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < at + AHEAD; index++) {
    const token = tokens[index];
    if (!token || BREAK.test(token.text)) return false;
    if (holdVerbs.has(token.lower)) return true;
  }
  return false;
}

/** One state for each token, and one after the last: what the words before it say. */
export function clauseStates(tokens: readonly Token[]): ClauseState[] {
  const states: ClauseState[] = [];
  let state = START;
  for (const [index, token] of tokens.entries()) {
    states.push(state);
    state = after(state, tokens, index, token);
  }
  states.push(state);
  return states;
}

function after(state: ClauseState, tokens: readonly Token[], index: number, token: Token): ClauseState {
  if (/^[([{]$/u.test(token.text)) return { ...state, depth: state.depth + 1 };
  if (/^[)\]}]$/u.test(token.text)) return { ...state, depth: Math.max(0, state.depth - 1) };
  if (token.type === 'sign') {
    return BREAK.test(token.text) && !token.glued
      ? { ...state, broken: true, good: undefined }
      : breakAtComma(state, token);
  }
  if (token.lower === 'and' || token.lower === 'while' || token.lower === 'whilst')
    return { ...state, good: undefined };
  const verb = verbOf(token.lower);
  const verbHere = verb !== 'other' || state.verb === undefined || BEGINS_VERB.test(tokens[index - 1]?.lower ?? '');
  if (verb && verbHere) return { ...state, verb, verbAt: index, broken: false };
  if (higherIsBetter.has(token.lower) || isOnTime(tokens, index)) return { ...state, good: 'more' };
  if (lowerIsBetter.has(token.lower) && state.good !== 'more') return { ...state, good: 'less' };
  return state;
}

function breakAtComma(state: ClauseState, token: Token): ClauseState {
  if (token.text === ':') return { ...state, broken: true };
  return /^[,;]$/u.test(token.text) ? { ...state, broken: true, good: undefined } : state;
}

function verbOf(word: string): Verb | undefined {
  if (betterVerbs.has(word)) return 'better';
  if (raiseVerbs.has(word)) return 'raise';
  if (cutVerbs.has(word)) return 'cut';
  if (holdVerbs.has(word)) return 'hold';
  return otherVerbs.has(word) ? 'other' : undefined;
}

/** `on time`, `on-time` */
function isOnTime(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.lower !== 'time') return false;
  return tokens[tokens[index - 1]?.text === '-' ? index - 2 : index - 1]?.lower === 'on';
}
