/** References as text. */
import type { RefText } from './elements.ts';

/** A reference as it is written. */
export function refToText({ team, name, kr, cycle }: RefText): string {
  return `${team === undefined ? '' : `${team}/`}${name}${kr === undefined ? '' : `.${kr}`}${cycle === undefined ? '' : ` in ${cycle}`}`;
}
