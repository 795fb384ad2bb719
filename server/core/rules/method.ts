/** Where advice on method is due: what has ended, or was let go, is no place to learn how to write it. */
import type { KeyResult as KeyResultNode, Objective as ObjectiveNode, Statement } from '../../../grammar/tree.ts';
import { Memo } from '../model/cells.ts';
import type { KeyResult } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { isOver } from '../scores/pace.ts';
import { droppedOn } from '../scores/pauses.ts';
import { isDropped } from '../standing/dropped.ts';
import type { Standings } from '../standing/standings.ts';
import { type Ground, headingSpan, keyResultNodes, type Remark, type Rule, type Say, statementOf } from './rule.ts';

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
  readonly title: string;
}

/** An objective that can still be written better, with those of its key results that were not let go. */
export interface OpenObjective {
  readonly entry: ObjectiveEntry;
  readonly node: ObjectiveNode;
  readonly keyResults: readonly OpenKeyResult[];
  readonly ground: Ground;
  readonly title: string;
}

type CheckEntry = NonNullable<Rule['checkEntry']>;

/** What is said of a heading: a sentence, or more than that; undefined for nothing. */
type Advice = string | (Partial<Remark> & Pick<Remark, 'message'>) | undefined;

function advise(say: Say, node: Statement, advice: Advice): void {
  if (advice === undefined) return;
  const remark = typeof advice === 'string' ? { message: advice } : advice;
  say({ span: headingSpan(node), ...remark });
}

/** A check of each objective whose heading can be read, and that has a title. */
export function ofObjectives(look: (objective: OpenObjective) => Advice): CheckEntry {
  return (entry, ground, say) => {
    const objective = openObjective(entry, ground);
    if (objective !== undefined && objective.title !== '') advise(say, objective.node, look(objective));
  };
}

/** A check of each key result that has a title of its own. */
export function ofKeyResults(look: (keyResult: OpenKeyResult) => Advice): CheckEntry {
  return (entry, ground, say) => {
    for (const keyResult of openObjective(entry, ground)?.keyResults ?? []) {
      const { node, facts, title } = keyResult;
      if (!node.broken && title !== '' && facts.follows === undefined) advise(say, node, look(keyResult));
    }
  };
}

/** undefined where it is none, cannot be read, or is finished. */
export function openObjective(entry: Entry, ground: Ground): OpenObjective | undefined {
  if (entry.appearance.type !== 'objective') return undefined;
  let memo = ground.opened.get(entry) as Memo<OpenObjective | undefined> | undefined;
  if (memo === undefined) {
    memo = new Memo(() => open(entry as ObjectiveEntry, ground));
    ground.opened.set(entry, memo);
  }
  return memo.getInPassing();
}

function open(objective: ObjectiveEntry, ground: Ground): OpenObjective | undefined {
  if (isFinished(objective, ground.workspace, ground.standings)) return undefined;
  const node = statementOf(objective);
  if (node.kind !== 'objective' || node.broken) return undefined;
  const today = ground.workspace.today.get();
  const { keyResults, title } = objective.element;
  const running = keyResultNodes(node)
    .map((each, i) => {
      const facts = keyResults[i] as KeyResult;
      return { entry: objective, node: each, facts, ground, title: facts.title };
    })
    .filter(({ facts }) => droppedOn(facts.pauses, today) === undefined);
  return { entry: objective, node, keyResults: running, ground, title };
}
