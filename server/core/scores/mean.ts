/** Weighted means. */

/** Σ(weight × share) / Σ weight over those that have a share; undefined where none has, or they weigh nothing. */
export function weightedMean<Item extends { readonly weight: number }>(
  items: readonly Item[],
  share: (item: Item) => number | undefined,
): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const item of items) {
    const weight = Math.max(item.weight, 0);
    sum += weight * (share(item) ?? 0);
    if (share(item) !== undefined) weights += weight;
  }
  return weights > 0 ? sum / weights : undefined;
}
