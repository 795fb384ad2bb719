/** Every reference in the workspace that leads to an objective or to one of its key results. */
import type { Block } from '../../../../grammar/document.ts';
import type { Reference, Statement } from '../../../../grammar/tree.ts';
import type { KeyResult, RefText } from '../../model/elements.ts';
import { type Entry, isKeyResult, type KeyResultEntry, type ObjectiveEntry, objectiveOf } from '../../model/entry.ts';
import { refText } from '../../model/read-facts.ts';
import { refsInSight } from '../../model/references.ts';
import { fromEntry, resolveGoal } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { referencesIn } from '../../rules/references.ts';
import { type PlacedEdit, statementOf } from '../../rules/rule.ts';
import { statementsIn } from '../../rules/statements.ts';
import type { Pause } from '../pause.ts';

export interface Namesake {
  /** The element in which it is written, and the block that it stands in. */
  readonly entry: Entry;
  readonly block: Block;
  readonly node: Statement;
  readonly reference: Reference;
}
export interface Pointer extends Namesake {
  /** Set where it leads to a key result. */
  readonly keyResult: KeyResult | undefined;
}

/** What leads to an objective or a key result. */
const toGoals = ['supports', 'needs', 'continues', 'follows'] as const;

/** In no order. Other messages have their turn after each element that may point there. */
export async function pointersTo(workspace: Workspace, objective: ObjectiveEntry, pause: Pause): Promise<Pointer[]> {
  const candidates = await namesakes(workspace, objective, pause);
  return candidates.flatMap(candidate => {
    const goal = resolveGoal(workspace, refText(candidate.reference), fromEntry(candidate.entry));
    if (goal === undefined || objectiveOf(goal) !== objective) return [];
    return { ...candidate, keyResult: isKeyResult(goal) ? goal.keyResult : undefined };
  });
}

/** Every reference that has an objective's name, whatever it leads to; in the objective also those to its key results. */
export async function namesakes(workspace: Workspace, objective: ObjectiveEntry, pause: Pause): Promise<Namesake[]> {
  const found: Namesake[] = [];
  for (const entry of [...workspace.entries.peek()]) {
    // Only what has the name can mean it: nothing else is read again.
    if (!refsInSight(entry, toGoals).some(ref => mayLead(ref, entry, objective))) continue;
    for (const node of statementsIn(statementOf(entry)))
      for (const { reference, to } of referencesIn(node))
        if (to !== 'kpi' && mayLead(refText(reference), entry, objective))
          found.push({ entry, block: entry.block, node, reference });
    if (!entry.file.isOpen) entry.block.release();
    await pause();
  }
  // Somebody went on typing meanwhile: places of another text are none of this one.
  const isOld = ({ entry, block }: Namesake) => entry.block !== block || !workspace.entries.peek().has(entry);
  return found.some(isOld) ? namesakes(workspace, objective, pause) : found;
}

/** So many elements are looked at in less than a document takes. */
const MANY = 500;

/** Whether anything takes its values from a key result, which then has to stay one. */
export async function isFollowed(
  workspace: Workspace,
  { objective, keyResult }: KeyResultEntry,
  pause: Pause,
): Promise<boolean> {
  const leads = (ref: RefText | undefined, entry: Entry) => {
    if (ref === undefined || !mayLead(ref, entry, objective)) return false;
    const goal = resolveGoal(workspace, ref, fromEntry(entry));
    return goal !== undefined && isKeyResult(goal) && goal.keyResult === keyResult;
  };
  if (keyResult.name === undefined) return false;
  for (const [i, entry] of [...workspace.entries.peek()].entries()) {
    if (i % MANY === 0) await pause();
    const element = entry.appearance;
    if (element.type === 'kpi' && leads(element.follows, entry)) return true;
    if (element.type === 'objective' && element.keyResults.some(({ follows }) => leads(follows, entry))) return true;
  }
  return false;
}

function mayLead(ref: RefText, entry: Entry, objective: ObjectiveEntry): boolean {
  const { name, keyResults } = objective.facts.peek();
  if (ref.name === name) return true;
  return entry === objective && ref.kr === undefined && keyResults.some(each => each.name === ref.name);
}

/** Writes another text in the place of a part of what an element says. */
export function rewritten(
  { file, block }: Entry,
  { start, end }: { start: number; end: number },
  text: string,
): PlacedEdit {
  return { place: { file, block, span: { start, end } }, text };
}
