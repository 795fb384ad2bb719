/**
 * What comes over a wire is new each time, although most of it says what it said before.
 */

/** The new value, in which every part that says the same as before is the very one from before. For plain data. */
export function keepSame<T>(before: unknown, after: T): T {
  if (Object.is(before, after) || !isParts(before) || !isParts(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const names = Object.keys(after);
  const kept: Parts = Array.isArray(after) ? ([] as unknown as Parts) : Object.create(null);
  let isSame = names.length === Object.keys(before).length;
  for (const name of names) {
    const was = Object.hasOwn(before, name) ? before[name] : missing;
    kept[name] = keepSame(was, after[name]);
    isSame &&= Object.is(kept[name], was);
  }
  if (isSame) return before as T;
  return (Array.isArray(after) ? kept : { ...kept }) as T;
}

type Parts = Record<string, unknown>;
const missing = Symbol('missing');

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}
