/** Finds the word that was meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` is most likely meant to be, ignoring case, `-` and `_`; undefined where none is near.
 * @param aliases other words for a candidate, in lower case
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  aliases?: ReadonlyMap<string, string>,
): string | undefined {
  if (word.length > 30) return undefined;
  const plain = fold(word);
  const alias = aliases?.get(word.toLowerCase()) ?? aliases?.get(plain);
  if (alias !== undefined) return alias;
  // One slip in a short word, two in a long one: more is another word.
  const limit = plain.length <= 2 ? 0 : plain.length <= 5 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const slips = slipsBetween(plain, fold(candidate), limit);
    if (slips < bestDistance) {
      best = candidate;
      bestDistance = slips;
    }
  }
  return best;
}

/** What each of other words means. @param words those for each meaning, with a blank between two */
export function aliasesOf<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  return new Map(
    (Object.entries(words) as [Meaning, string][]).flatMap(([meant, others]) =>
      others.split(' ').map(other => [other, meant] as const),
    ),
  );
}

/** How many slips make one word of another; infinite where it is plain that there are more than `limit`. */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  return isSwapped(a, b) ? 1 : distance(a, b);
}

/** Two neighbours that changed places are one slip, not two. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
