/**
 * Linear scales, for drawings that need no ticks: from a number to its place.
 */
export type Scale = (value: number) => number;

/** Maps `from…to` onto `start…end`, to a tenth. Where there is no way between `from` and `to`, all stands in the middle. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  return value => {
    const share = from === to ? 0.5 : (value - from) / (to - from);
    return Math.round((start + share * (end - start)) * 10) / 10;
  };
}

/** A share of the width, cut to what is there: `56.04%`. */
export function at(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;
}
