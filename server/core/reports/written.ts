/** How a report writes what the model knows: days as ISO 8601, people with their `@`, what is not there as null. */
import { toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import type { Place } from './report.ts';

export function isoOrNull(day: Day | undefined): string | null {
  return day === undefined ? null : toIso(day);
}

export function mention(handle: string | undefined): string | null {
  return handle === undefined ? null : `@${handle}`;
}

/** Where a line of a block stands in its file. */
export function placeOf({ file, block }: Entry, line: number): Place {
  return { uri: file.uri, line: file.lineOf(block, line) };
}

/** Tells one element from all others, and stays the same while lines move. @param name its reference, else its title */
export function idOf({ file }: Entry, cycle: string | null, name: string): string {
  return JSON.stringify([file.uri, cycle, name]);
}
