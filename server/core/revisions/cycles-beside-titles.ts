/** A goal that goes on after its cycle is there twice, with one title: the cycle beside it tells which is which. */
import type { ElementDifference, WorkspaceDifference } from './difference.ts';
import { elementsOf } from './standing-words.ts';

/** @returns what to write behind an element's title: ` (2026-Q4)` where another cycle has one of that title, else nothing */
export function cyclesBesideTitles(workspace: WorkspaceDifference): (element: ElementDifference) => string {
  const cycles = new Map<string, Set<string | null>>();
  for (const element of elementsOf(workspace)) {
    const known = cycles.get(keyOf(element));
    if (known === undefined) cycles.set(keyOf(element), new Set([element.cycle]));
    else known.add(element.cycle);
  }
  return element => {
    const isShared = (cycles.get(keyOf(element))?.size ?? 0) > 1;
    return isShared && element.cycle !== null ? ` (${element.cycle})` : '';
  };
}

function keyOf({ kind, title }: ElementDifference): string {
  return `${kind} ${title.toLowerCase()}`;
}
