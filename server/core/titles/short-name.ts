/** A name made from a title: the words that say what it is about. */
import { isName } from '../../../grammar/arguments.ts';
import { betterVerbs, cutVerbs, holdVerbs, otherVerbs, raiseVerbs } from './tables/changes.ts';
import { stopWords } from './tables/stop-words.ts';
import { tokensOf } from './tokens.ts';

/** So many words are enough to tell one from its neighbours. */
const WORDS = 2;

/** `net-promoter` for “Raise our Net Promoter Score”; undefined for a title without a word that could begin a name. */
export function shortName(title: string): string | undefined {
  const words = tokensOf(title)
    .filter(({ type }) => type === 'word')
    .map(({ lower }) => lower.replace(/['’].*$/, ''));
  const telling = words.filter(word => !/^[a-z]$/.test(word) && !stopWords.has(word) && !isVerb(word));
  const chosen = (telling.length > 0 ? telling : words).slice(0, WORDS).join('-');
  return isName(chosen) ? chosen : undefined;
}

/** A name that is not taken: the one given, else with a number after it, from the one below which all are taken. */
export function freeName(name: string, isTaken: (name: string) => boolean, from = 2): string {
  if (!isTaken(name)) return name;
  let number = from;
  while (isTaken(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/** Whether a word begins what is done: `raise`, `cut`, `keep`, `launch`. */
export function isVerb(word: string): boolean {
  return [raiseVerbs, cutVerbs, betterVerbs, holdVerbs, otherVerbs].some(verbs => verbs.has(word));
}
