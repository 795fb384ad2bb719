/** A number in its sentence: what the words around it do, and which way is good. */
import { type ClauseState, clauseStates, holdsAfter } from './clauses.ts';
import type { Mention } from './mention.ts';
import type { Direction } from './reading.ts';
import { higherIsBetter, lowerIsBetter } from './tables/nouns.ts';
import { stopWords } from './tables/stop-words.ts';
import type { Token } from './tokens.ts';

export interface Place {
  readonly tokens: readonly Token[];
  readonly mention: Mention;
  readonly state: ClauseState;
  /** `less` or `more` is good here, by the nouns around; undefined if none tells. */
  readonly good: 'less' | 'more' | undefined;
  /** The title begins with `no` or `never`, which turns its bounds round. */
  readonly denied: boolean;
  /** A verb raises, cuts or betters something. */
  readonly moves: boolean;
  /** What the verb says of the number; `improve` takes the good way. */
  readonly direction: Direction | undefined;
}

/** One place for each mention, in order. */
export function placesOf(tokens: readonly Token[], mentions: readonly Mention[]): Place[] {
  const states = clauseStates(tokens);
  const denied = /^(?:no|nobody|none|never|zero)$/u.test(tokens[0]?.lower ?? '');
  return mentions.flatMap(mention => {
    const before = states[mention.from];
    if (!before) return [];
    const holds = before.verb === undefined && holdsAfter(tokens, mention.to);
    const state: ClauseState = holds ? { ...before, verb: 'hold' } : before;
    const good = state.good ?? goodAfter(tokens, mention.to);
    const moves = state.verb === 'raise' || state.verb === 'cut' || state.verb === 'better';
    return [{ tokens, mention, state, good, denied, moves, direction: directionOf(state, good) }];
  });
}

function directionOf({ verb }: ClauseState, good: Place['good']): Direction | undefined {
  if (verb === 'raise' || verb === 'cut') return verb;
  if (verb !== 'better') return undefined;
  return good === 'less' ? 'cut' : 'raise';
}

/** How many words on a noun may tell which way is good: `a 200 ms response time`, `a 2% error rate`. */
const REACH = 4;

function goodAfter(tokens: readonly Token[], at: number): 'less' | 'more' | undefined {
  for (let index = at; index < at + REACH; index++) {
    const token = tokens[index];
    if (token?.type !== 'word' || stopWords.has(token.lower)) return undefined;
    if (higherIsBetter.has(token.lower)) return 'more';
    if (lowerIsBetter.has(token.lower)) return 'less';
  }
  return undefined;
}
