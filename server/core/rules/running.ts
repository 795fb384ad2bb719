/** The key results that advice on time is for: of objectives that are neither over nor let go, each with its own facts. */
import type { KeyResult as KeyResultNode } from '../../../grammar/tree.ts';
import { addRhythm, dayInWords, toIso } from '../calendar/day.ts';
import type { Day, KeyResult } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import { isFinished } from './method.ts';
import { type Ground, keyResultNodes, statementOf } from './rule.ts';

export interface OpenKeyResult {
  readonly node: KeyResultNode;
  readonly facts: KeyResult;
  readonly standing: KeyResultStanding;
}

const none: readonly never[] = [];
/** Many rules ask for the same objective one after the other. */
let last: { readonly of: unknown; readonly found: readonly OpenKeyResult[] } | undefined;

/** Those that are not let go; their own due day may have passed. One that follows another has its facts there. */
export function openKeyResults(entry: Entry, { workspace, standings }: Ground): readonly OpenKeyResult[] {
  if (entry.element.type !== 'objective' || isFinished(entry, workspace, standings)) return none;
  const objective = entry as ObjectiveEntry;
  const { keyResults } = standings.objective(objective);
  if (last?.of === keyResults) return last.found;
  const root = statementOf(entry);
  const facts = objective.element.keyResults;
  const found =
    root.kind !== 'objective' || root.broken
      ? none
      : keyResultNodes(root)
          .map((node, at) => ({ node, facts: facts[at] as KeyResult, standing: keyResults[at] as KeyResultStanding }))
          .filter(each => !each.node.broken && each.facts.follows === undefined && each.standing.dropped === undefined);
  last = { of: keyResults, found };
  return found;
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
