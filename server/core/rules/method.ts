/** Where advice on method is due: what has ended, or was let go, is no place to learn how to write it. */
import type { KeyResult as KeyResultNode, Objective as ObjectiveNode } from '../../../grammar/tree.ts';
import type { KeyResult } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { isOver } from '../scores/pace.ts';
import { droppedOn } from '../scores/pauses.ts';
import { isDropped } from '../standing/dropped.ts';
import type { Standings } from '../standing/standings.ts';
import { type Ground, keyResultNodes, type Rule, type Say, statementOf } from './rule.ts';

/** A KPI has no end, nor has a heading. */
export function isFinished(entry: Entry, workspace: Workspace, standings: Standings): boolean {
  const { type } = entry.appearance;
  if (type === 'objective') return standings.isFinished(entry as ObjectiveEntry);
  if (type !== 'initiative') return false;
  const { element } = entry;
  if (element.type === 'initiative' && element.status === 'done') return true;
  const period = cycleOf(workspace, entry)?.period;
  return isDropped(workspace, entry) || (period !== undefined && isOver(period, workspace.today.get()));
}

/** A key result that can still be written better. */
export interface OpenKeyResult {
  readonly entry: ObjectiveEntry;
  readonly node: KeyResultNode;
  readonly facts: KeyResult;
  readonly ground: Ground;
}

/** An objective that can still be written better, with those of its key results that were not let go. */
export interface OpenObjective {
  readonly entry: ObjectiveEntry;
  readonly node: ObjectiveNode;
  readonly keyResults: readonly OpenKeyResult[];
  readonly ground: Ground;
}

type CheckEntry = NonNullable<Rule['checkEntry']>;

/** A check that is called for each objective whose heading can be read, and that has a title. */
export function ofObjectives(look: (objective: OpenObjective, say: Say) => void): CheckEntry {
  return (entry, ground, say) => {
    const objective = openObjective(entry, ground);
    if (objective !== undefined && objective.entry.element.title !== '') look(objective, say);
  };
}

/** A check that is called for each key result that has a title of its own. */
export function ofKeyResults(look: (keyResult: OpenKeyResult, say: Say) => void): CheckEntry {
  return (entry, ground, say) => {
    for (const keyResult of openObjective(entry, ground)?.keyResults ?? []) {
      const { node, facts } = keyResult;
      if (!node.broken && facts.title !== '' && facts.follows === undefined) look(keyResult, say);
    }
  };
}

/** undefined where it is none, cannot be read, or is finished. */
export function openObjective(entry: Entry, ground: Ground): OpenObjective | undefined {
  if (entry.appearance.type !== 'objective') return undefined;
  const objective = entry as ObjectiveEntry;
  if (isFinished(objective, ground.workspace, ground.standings)) return undefined;
  const node = statementOf(entry);
  if (node.kind !== 'objective' || node.broken) return undefined;
  const today = ground.workspace.today.get();
  const { keyResults } = objective.element;
  const open = keyResultNodes(node)
    .map((each, i) => ({ entry: objective, node: each, facts: keyResults[i] as KeyResult, ground }))
    .filter(({ facts }) => droppedOn(facts.pauses, today) === undefined);
  return { entry: objective, node, keyResults: open, ground };
}
