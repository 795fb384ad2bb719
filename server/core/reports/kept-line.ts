/** The line that a key result keeps, told in words or in signs: which bounds it has, and whether they are known. */
import type { KeepReport } from './report.ts';

/** What stands before each bound, between two that go together, and between two that do not. */
export interface LineWords {
  readonly atLeast: string;
  readonly atMost: string;
  readonly above: string;
  readonly below: string;
  readonly to: string;
  readonly and: string;
}

export const inWords: LineWords = {
  atLeast: 'at least ',
  atMost: 'at most ',
  above: 'above ',
  below: 'below ',
  to: ' to ',
  and: ' and ',
};

type ShowBound = (value: number | null, unit: string) => string;

/**
 * `at least 99.9%`, `3% to 5%`, `at most ?`
 * @param show writes a bound, which is null for `?`
 * @param showFirst writes the first of two that go together, where the second one's unit may serve both
 */
export function lineToKeep(
  { atLeast, atMost, above, below, unit }: KeepReport,
  words: LineWords,
  show: ShowBound,
  showFirst = show,
): string {
  if (atLeast !== undefined && atMost !== undefined)
    return `${showFirst(atLeast, unit)}${words.to}${show(atMost, unit)}`;
  const bounds: readonly (readonly [string, number | null | undefined])[] = [
    [words.atLeast, atLeast],
    [words.atMost, atMost],
    [words.above, above],
    [words.below, below],
  ];
  return bounds
    .flatMap(([before, bound]) => (bound === undefined ? [] : [`${before}${show(bound, unit)}`]))
    .join(words.and);
}

/** False where an end of the line is `?`: nothing is held or broken then. */
export function isLineKnown({ atLeast, atMost, above, below }: KeepReport): boolean {
  return ![atLeast, atMost, above, below].includes(null);
}
