/** What the most of an alignment leads to: who has no room for all of it begins there. */
import type { AlignmentTie } from '../../reports/alignment.ts';

/** @returns which of the keys the most others support, on whatever way; the first of several, and of none */
export function mostSupported(keys: readonly string[], ties: readonly AlignmentTie[]): number {
  const supporters = new Map<string, string[]>();
  for (const { from, to, relation } of ties)
    if (relation === 'supports') supporters.set(to, [...(supporters.get(to) ?? []), from]);
  const counts = keys.map(key => {
    const reached = new Set([key]);
    for (const each of reached) for (const from of supporters.get(each) ?? []) reached.add(from);
    return reached.size;
  });
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
