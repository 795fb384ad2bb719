/** Whether a title names one thing, as the S of SMART asks. */
import { readTitle } from './reader.ts';
import type { Span } from './reading.ts';
import { stopWords } from './tables/stop-words.ts';
import { vagueWords } from './tables/vague.ts';
import { tokensOf } from './tokens.ts';

export { vagueWords } from './tables/vague.ts';

/** One measure makes a title specific; two things in one, a vague word alone, or hardly a word at all do not. */
export function isSpecific(title: string): boolean {
  const { reads } = readTitle(title);
  if (reads !== 'none') return reads !== 'compound';
  const words = tokensOf(title).filter(token => token.type === 'word' && !stopWords.has(token.lower));
  return words.length >= 2 && vagueWordsIn(title).length === 0;
}

/** Where a title says improve, better, robust and their like. */
export function vagueWordsIn(title: string): Span[] {
  return tokensOf(title)
    .filter(token => vagueWords.has(token.lower))
    .map(({ start, end }) => ({ start, end }));
}
