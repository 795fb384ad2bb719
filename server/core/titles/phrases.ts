/** Tables of phrases that are found at a token or before it, the longest first. */
import { type Token, tokensOf } from './tokens.ts';

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

export interface Found<T> {
  readonly value: T;
  /** In tokens. */
  readonly length: number;
}

export class PhraseTable<T> {
  readonly #phrases: Iterable<readonly [T, string]>;
  #byFirst: Index<T> | undefined;
  #byLast: Index<T> | undefined;

  /** Each value with its phrases; a `|` separates phrases. They are taken apart when somebody first looks for one. */
  constructor(phrases: Iterable<readonly [T, string]>) {
    this.#phrases = phrases;
  }

  /** The longest phrase that begins at this token. */
  at(tokens: readonly Token[], index: number): Found<T> | undefined {
    this.#byFirst ??= indexed(this.#phrases, words => words[0]);
    const phrase = this.#byFirst.get(tokens[index]?.lower ?? '')?.find(({ words }) => matches(words, tokens, index));
    return phrase && { value: phrase.value, length: phrase.words.length };
  }

  /** The longest phrase that ends just before this token. */
  before(tokens: readonly Token[], index: number): Found<T> | undefined {
    this.#byLast ??= indexed(this.#phrases, words => words.at(-1));
    const phrases = this.#byLast.get(tokens[index - 1]?.lower ?? '');
    const phrase = phrases?.find(({ words }) => matches(words, tokens, index - words.length));
    return phrase && { value: phrase.value, length: phrase.words.length };
  }
}

/** Phrases by one of their words, the longest first. */
type Index<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

function indexed<T>(
  entries: Iterable<readonly [T, string]>,
  keyOf: (words: readonly string[]) => string | undefined,
): Index<T> {
  const index = new Map<string, Phrase<T>[]>();
  for (const [value, phrases] of entries) {
    for (const phrase of phrases.split('|')) {
      const words = wordsOf(phrase);
      const key = keyOf(words);
      if (key === undefined) continue;
      const others = index.get(key);
      if (others === undefined) index.set(key, [{ words, value }]);
      else others.push({ words, value });
    }
  }
  for (const phrases of index.values()) if (phrases.length > 1) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Nearly all phrases in the tables are written with a space between their tokens. */
const SPACED = /^(?:[a-z]+|\d+|[!-/:-@°×≤≥⩽⩾→])(?: (?:[a-z]+|\d+|[!-/:-@°×≤≥⩽⩾→]))*$/;
function wordsOf(phrase: string): readonly string[] {
  return SPACED.test(phrase) ? phrase.split(' ') : tokensOf(phrase).map(token => token.lower);
}

function matches(words: readonly string[], tokens: readonly Token[], from: number): boolean {
  return from >= 0 && words.every((word, offset) => tokens[from + offset]?.lower === word);
}

/** A set of words from a readable list. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter(word => word !== ''));
}
