/**
 * What every view knows besides what it draws: nothing here changes while one page is drawn.
 */
import type { Place, Report } from '../reports/report.ts';
import type { Later } from './later.ts';

export interface Scene {
  /** ISO 8601. */
  readonly today: string;
  /** The cycle's first and last day, null where it is open. */
  readonly start: string | null;
  readonly end: string | null;
  /** The cycle's id. */
  readonly cycle: string | null;
  /** The cycle is over, so that there is no "where one should be today". */
  readonly over: boolean;
  /** Somebody can click: titles are buttons that lead to their line. A document on paper has none. */
  readonly live: boolean;
  /** The element that the cursor stands in, to be marked. */
  readonly mark: Place | null;
  /** Something can be written from here: today, in an editor. */
  readonly acts?: boolean;
  /** When to draw what can wait; left out: with the rest. */
  readonly later?: Later;
  /** Where goals and people have pages of their own. */
  readonly links?: Links;
}

/** The address of a page, as seen from this one; undefined where there is none. */
export interface Links {
  goal(ref: string): string | undefined;
  kpi?(ref: string): string | undefined;
  person(handle: string): string | undefined;
}

/** The surroundings of what is of no one cycle. @param today ISO 8601 */
export function sceneOfAllCycles(today: string, live: boolean): Scene {
  return { today, start: null, end: null, cycle: null, over: false, live, mark: null };
}

/** The surroundings of a report; `mark` is an element of it, if one is to be marked. */
export function sceneOf(report: Report, live: boolean, mark: Place | null): Scene {
  const { id, start, end } = report.cycle;
  return { today: report.today, start, end, cycle: id, over: end !== null && report.today > end, live, mark };
}
