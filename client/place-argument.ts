/** The place that a command is called for: by a lens, by the tree, by a menu. Taken only as what it is allowed to be. */

export interface PlaceArgument {
  readonly uri: string;
  /** From 0; undefined where only a file is meant. */
  readonly line: number | undefined;
}

/** @returns undefined where the command was called for nothing in particular */
export function placeArgument(argument: unknown): PlaceArgument | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, line, place, item, scheme } = argument as Record<string, unknown>;
  // A line of the tree says its place in its item.
  const inner = item ?? place;
  if (inner !== undefined) return placeArgument(inner);
  if (typeof scheme === 'string') return { uri: String(argument), line: undefined };
  if (typeof uri !== 'string' || uri === '') return undefined;
  return { uri, line: Number.isSafeInteger(line) && (line as number) >= 0 ? (line as number) : undefined };
}
