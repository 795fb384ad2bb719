/**
 * One string for all that say the same. Names, people and units recur in every file; each occurrence is a piece cut out
 * of a text, and without this would be kept once for each.
 */
const kept = new Map<string, string>();
/** So many are remembered: what a workspace repeats is few, and what it does not is not worth remembering. */
const most = 4_096;

/** Of what is longer V8 makes no copy when it is cut out: the whole text would be kept with it. */
const longest = 12;

export function interned(text: string): string {
  if (text.length > longest) return text;
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size === most) kept.clear();
  kept.set(text, text);
  return text;
}
