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
  readonly #byFirst = new Map<string, Phrase<T>[]>();
  readonly #byLast = new Map<string, Phrase<T>[]>();

  /** Each value with its phrases; a `|` separates phrases. */
  constructor(entries: Iterable<readonly [T, string]>) {
    for (const [value, phrases] of entries) {
      for (const phrase of phrases.split('|')) {
        const words = tokensOf(phrase).map(token => token.lower);
        add(this.#byFirst, words[0], { words, value });
        add(this.#byLast, words.at(-1), { words, value });
      }
    }
  }

  /** The longest phrase that begins at this token. */
  at(tokens: readonly Token[], index: number): Found<T> | undefined {
    const phrase = this.#byFirst.get(tokens[index]?.lower ?? '')?.find(({ words }) => matches(words, tokens, index));
    return phrase && { value: phrase.value, length: phrase.words.length };
  }

  /** The longest phrase that ends just before this token. */
  before(tokens: readonly Token[], index: number): Found<T> | undefined {
    const phrases = this.#byLast.get(tokens[index - 1]?.lower ?? '');
    const phrase = phrases?.find(({ words }) => matches(words, tokens, index - words.length));
    return phrase && { value: phrase.value, length: phrase.words.length };
  }
}

function add<T>(table: Map<string, Phrase<T>[]>, key: string | undefined, phrase: Phrase<T>): void {
  if (key === undefined) return;
  const phrases = table.get(key) ?? [];
  phrases.push(phrase);
  phrases.sort((a, b) => b.words.length - a.words.length);
  table.set(key, phrases);
}

function matches(words: readonly string[], tokens: readonly Token[], from: number): boolean {
  return from >= 0 && words.every((word, offset) => tokens[from + offset]?.lower === word);
}

/** A set of words from a readable list. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter(word => word !== ''));
}
