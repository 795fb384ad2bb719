/** Tells which elements of two revisions are the same: by what they are called, else by how alike they are. */
import { distance } from 'fastest-levenshtein';

/** Of so many that nobody knows again, each is held against each. */
const mostPairs = 100_000;
/** A title is no longer than this for the purpose. */
const longest = 200;

/**
 * Pairs them up. Given the other way round it finds the same pairs.
 * @param keys from the surest to the least: what has the same key is the same, in the order of both; undefined: no key
 * @param likeness 0…1 for two that no key has brought together
 * @param least how alike two have to be
 * @returns of those after, the one before
 */
export function matchUp<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((element: T) => string | undefined)[],
  likeness: (a: T, b: T) => number,
  least = 0.6,
): Map<T, T> {
  const pairs = new Map<T, T>();
  let [openBefore, openAfter] = [[...before], [...after]];
  const join = (found: readonly (readonly [T, T])[]) => {
    for (const [a, b] of found) pairs.set(b, a);
    const [takenBefore, takenAfter] = [new Set(found.map(([a]) => a)), new Set(found.map(([, b]) => b))];
    openBefore = openBefore.filter(each => !takenBefore.has(each));
    openAfter = openAfter.filter(each => !takenAfter.has(each));
  };
  for (const key of keys) join(withSameKey(openBefore, openAfter, key));
  if (openBefore.length * openAfter.length <= mostPairs) join(mostAlike(openBefore, openAfter, likeness, least));
  return pairs;
}

function withSameKey<T>(
  before: readonly T[],
  after: readonly T[],
  key: (element: T) => string | undefined,
): (readonly [T, T])[] {
  const byKey = new Map<string, T[]>();
  for (const each of before) {
    const own = key(each);
    if (own !== undefined) byKey.set(own, [...(byKey.get(own) ?? []), each]);
  }
  const taken = new Map<string, number>();
  return after.flatMap(each => {
    const own = key(each);
    if (own === undefined) return [];
    const index = taken.get(own) ?? 0;
    taken.set(own, index + 1);
    const other = byKey.get(own)?.[index];
    return other === undefined ? [] : [[other, each] as const];
  });
}

/** The most alike first; of pairs that are as much alike, those that stand furthest up. */
function mostAlike<T>(
  before: readonly T[],
  after: readonly T[],
  likeness: (a: T, b: T) => number,
  least: number,
): (readonly [T, T])[] {
  const pairs = before.flatMap((a, i) => after.map((b, j) => ({ a, b, at: i + j, alike: likeness(a, b) })));
  const [takenBefore, takenAfter] = [new Set<T>(), new Set<T>()];
  return pairs
    .filter(({ alike }) => alike >= least)
    .sort((x, y) => y.alike - x.alike || x.at - y.at)
    .flatMap(({ a, b }) => {
      if (takenBefore.has(a) || takenAfter.has(b)) return [];
      takenBefore.add(a);
      takenAfter.add(b);
      return [[a, b] as const];
    });
}

/** How much of two titles is the same, 0…1, whatever their case and blanks. */
export function likenessOf(a: string, b: string): number {
  const [x, y] = [folded(a), folded(b)];
  const length = Math.max(x.length, y.length);
  if (length === 0 || Math.min(x.length, y.length) === 0) return 0;
  return 1 - distance(x, y) / length;
}

export function folded(title: string): string {
  return title.slice(0, longest).toLowerCase().replace(/\s+/g, ' ').trim();
}
