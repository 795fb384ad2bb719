/** What the layout of an alignment follows from: while it is the same, so is where everything stands. */
import type { Alignment } from '../../reports/alignment.ts';

export function shapeOf({ objectives, ties }: Alignment): string {
  return JSON.stringify([objectives.map(({ key }) => key), ties.map(({ from, to, relation }) => [from, to, relation])]);
}
