/** What one list has and another has not. */
export interface Differing<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** What one list has and the other has not, however they are ordered. */
export function differing<T>(before: readonly T[], after: readonly T[]): Differing<T> {
  return { added: without(after, before), removed: without(before, after) };
}

function without<T>(items: readonly T[], others: readonly T[]): T[] {
  const counts = new Map<string, number>();
  for (const other of others) {
    const key = JSON.stringify(other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return items.filter(item => {
    const key = JSON.stringify(item);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
