/** The key results that advice on time is for: of objectives that are neither over nor let go, each with its own facts. */
import { addRhythm, dayInWords, toIso } from '../calendar/day.ts';
import { indexByLine } from '../model/by-line.ts';
import type { Day } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import { openObjective, type OpenKeyResult as Written } from './method.ts';
import type { Ground } from './rule.ts';

export interface OpenKeyResult extends Pick<Written, 'node' | 'facts'> {
  readonly standing: KeyResultStanding;
}

const none: readonly never[] = [];

/** Those that are not let go; their own due day may have passed. One that follows another has its facts there. */
export function openKeyResults(entry: Entry, ground: Ground): readonly OpenKeyResult[] {
  const objective = openObjective(entry, ground);
  if (objective === undefined) return none;
  const standings = ground.standings.objective(objective.entry).keyResults;
  const all = objective.entry.element.keyResults;
  return objective.keyResults
    .filter(({ node, facts }) => !node.broken && facts.follows === undefined)
    .map(({ node, facts }) => ({ node, facts, standing: standings[indexByLine(all, facts)] as KeyResultStanding }));
}

/** Those whose time is not over. */
export function running(entry: Entry, ground: Ground): readonly OpenKeyResult[] {
  return openKeyResults(entry, ground).filter(({ standing }) => !standing.over);
}

/** The cycle that something stands in is over. */
export function isPast(entry: Entry, { workspace }: Ground): boolean {
  const { first, last } = cycleOf(workspace, entry)?.period ?? {};
  return last !== undefined && last < workspace.today.get() && (first === undefined || first <= last);
}

/** `14 Nov`, as seen from today. */
export function inShort(day: Day, { workspace }: Ground): string {
  return dayInWords(day, workspace.today.get());
}

/** `2026-11-21` */
export function isoToday({ workspace }: Ground): string {
  return toIso(workspace.today.get());
}

/** `7 weeks` */
export function weeksSince(day: Day, { workspace }: Ground): string {
  const weeks = Math.floor((workspace.today.get() - day) / 7);
  return weeks === 1 ? '1 week' : `${weeks} weeks`;
}

/** What ended longer ago is history, and nobody remembers what to write. */
export function isRecent(day: Day, { workspace }: Ground): boolean {
  return addRhythm(day, { count: 1, unit: 'year' }) >= workspace.today.get();
}
