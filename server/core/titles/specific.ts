/** Whether a title names one thing, as the S of SMART asks. */
import { readTitle } from './reader.ts';
import { stopWords } from './tables/stop-words.ts';
import { directionVerbs, vagueWords } from './tables/vague.ts';
import { tokensOf } from './tokens.ts';

/**
 * One measure makes a title specific; two things in one, a vague word alone, or hardly a word at all do not. `Raise` and
 * its like in front leave it as specific as what they raise.
 */
export function isSpecific(title: string): boolean {
  const { reads } = readTitle(title);
  if (reads !== 'none') return reads !== 'compound';
  const tokens = tokensOf(title);
  const named = directionVerbs.has(tokens[0]?.lower ?? '') ? tokens.slice(1) : tokens;
  const words = named.filter(token => token.type === 'word' && !stopWords.has(token.lower));
  return words.length >= 2 && !named.some(token => vagueWords.has(token.lower));
}
