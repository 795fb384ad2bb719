/** Whether a title names one thing, as the S of SMART asks. */
import type { KeyResult } from '../model/elements.ts';
import { readTitle } from './reader.ts';
import { stopWords } from './tables/stop-words.ts';
import { directionVerbs, vagueWords } from './tables/vague.ts';
import { tokensOf } from './tokens.ts';

/** What may say beside a title what is meant by it. */
type Measured = Partial<Pick<KeyResult, 'measure' | 'kpi'>>;

/** One thing, and not a vague one. */
export function isSpecific(title: string, by: Measured = {}): boolean {
  return readTitle(title).reads !== 'compound' && !isVague(title, by);
}

/**
 * A vague word without a number, or hardly a word and no steps either that say what is meant. `Raise` and its like in front
 * leave a title as vague as what they raise.
 */
export function isVague(title: string, { measure, kpi }: Measured = {}): boolean {
  const tokens = tokensOf(title);
  if (tokens.length === 0) return true;
  const isCounted = kpi !== undefined || (measure !== undefined && measure.kind !== 'milestones');
  if (isCounted || readTitle(title).reads !== 'none') return false;
  const named = directionVerbs.has(tokens[0]?.lower ?? '') ? tokens.slice(1) : tokens;
  const words = named.filter(token => token.type === 'word' && !stopWords.has(token.lower));
  const isShort = measure === undefined && words.length < 2;
  return isShort || named.some(token => vagueWords.has(token.lower));
}
