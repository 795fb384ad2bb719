/** How well a name, a reference or a title fits what somebody looks for. */
import { nearest } from '../../../../grammar/spelling.ts';
import { type Matcher, matcher } from '../completion/match.ts';

/** What can be looked for of an element. */
export interface Wanted {
  readonly team: string;
  /** The name of the objective that a key result stands in; empty for others. */
  readonly within: string;
  readonly name: string;
  readonly title: string;
}

/** Smaller is better. */
const EXACT = 0;
const PREFIX = 1;
const WORD_START = 2;
const ABBREVIATION = 3;
const INSIDE = 4;
const SCATTERED = 5;
/** Words of a phrase that are found each for itself: a little less than all of them as one. */
const APART = 0.5;

const LONGEST_TITLE = 300;
const LONGEST_QUERY = 100;
const isLetter = /[\p{L}\p{N}]/u;
const betweenWords = /[^\p{L}\p{N}]+/u;

interface Texts {
  readonly own: readonly string[];
  /** `growth/love.nps` */
  readonly reference: string;
  readonly title: string;
}

export type Ranker = (wanted: Wanted) => number | undefined;

/** Ranks by what is written; undefined for what does not fit. An empty query fits everything equally. */
export function ranker(query: string): Ranker {
  const terms = termsOf(query);
  const whole = terms.join(' ');
  // First a look that makes no new strings: it leaves few.
  const couldBe: readonly Matcher[] = terms.map(matcher);
  return ({ team, within, name, title }) => {
    if (!couldBe.every(fits => fits(team, '/', within, '.', name, ' ', title))) return undefined;
    if (terms.length === 0) return EXACT;
    const texts = textsOf({ team, within, name, title });
    const phrase = rankOf(whole, texts);
    if (terms.length === 1 || phrase === EXACT) return phrase;
    let worst: number | undefined = EXACT;
    for (const term of terms) {
      const rank = rankOf(term, texts);
      worst = rank === undefined || worst === undefined ? undefined : Math.max(worst, rank);
    }
    if (worst === undefined) return phrase;
    return Math.min(phrase ?? Number.POSITIVE_INFINITY, worst + APART);
  };
}

/** Ranks by what may have been meant: each word of the query is one of its words, or a slip away from one. */
export function typoRanker(query: string): Ranker {
  const terms = termsOf(query).map(term => ({ term, near: new Map<string, boolean>() }));
  return ({ team, within, name, title }) => {
    if (terms.length === 0) return undefined;
    const words = [team, within, name, ...title.slice(0, LONGEST_TITLE).split(betweenWords)];
    return terms.every(({ term, near }) =>
      words.some(word => {
        let isNear = near.get(word);
        if (isNear === undefined) {
          isNear = word !== '' && nearest(term, [word]) !== undefined;
          near.set(word, isNear);
        }
        return isNear;
      }),
    )
      ? EXACT
      : undefined;
  };
}

function termsOf(query: string): string[] {
  return query
    .slice(0, LONGEST_QUERY)
    .toLowerCase()
    .split(/\s+/)
    .filter(term => term !== '');
}

function textsOf({ team, within, name, title }: Wanted): Texts {
  const short = within === '' ? name : `${within}.${name}`;
  const own = [name, short, title.slice(0, LONGEST_TITLE)].map(text => text.toLowerCase());
  return { own, title: own[2] as string, reference: `${team === '' ? '' : `${team}/`}${short}`.toLowerCase() };
}

function rankOf(term: string, { own, reference, title }: Texts): number | undefined {
  if (reference === term || own.includes(term)) return EXACT;
  // A team alone is no beginning of what it has: else its name would find all of it.
  if (own.some(text => text.startsWith(term)) || (term.includes('/') && reference.startsWith(term))) return PREFIX;
  if (own.some(text => hasWordWith(text, term))) return WORD_START;
  if (own.some(text => isAbbreviation(term, text))) return ABBREVIATION;
  if (reference.includes(term) || title.includes(term)) return INSIDE;
  return isInOrder(term, reference) ? SCATTERED : undefined;
}

/** Whether a word of a text begins so; what begins may go on over the next words. */
function hasWordWith(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !isLetter.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Whether it is put together from beginnings of words, in their order: `nps`, `netprom`. */
function isAbbreviation(term: string, text: string): boolean {
  let reached = new Set([0]);
  for (const word of text.split(betweenWords)) {
    const further = new Set(reached);
    for (const from of reached)
      for (let taken = 0; taken < word.length && term[from + taken] === word[taken]; taken++)
        further.add(from + taken + 1);
    if (further.has(term.length)) return true;
    reached = further;
  }
  return false;
}

function isInOrder(term: string, text: string): boolean {
  let at = 0;
  for (const letter of term) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
