/** Finds what stands on a line, among things in the order of their lines: of many, without looking at each. */

export interface OnLine {
  readonly line: number;
}

/** The index of the last of some things that is above `line`; -1 where none is. */
export function lastBefore(things: readonly OnLine[], line: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle] as OnLine).line < line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The one that stands on `line`; undefined where none does. */
export function onLine<T extends OnLine>(things: readonly T[], line: number): T | undefined {
  const found = things[lastBefore(things, line + 1)];
  return found?.line === line ? found : undefined;
}

/** The index of one of some things that each have a line of their own, as it is or as it was read before; -1 for none. */
export function indexByLine<T extends OnLine>(things: readonly T[], thing: T): number {
  const at = lastBefore(things, thing.line + 1);
  return things[at]?.line === thing.line ? at : -1;
}
