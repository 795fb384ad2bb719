/**
 * What an element is tied to: what it supports, needs, takes its values from, and the objective that a key result is
 * part of. The same ties in both directions: what is above something has it below.
 */
import type { Span, Statement } from '../../../grammar/tree.ts';
import type { RefText } from '../model/elements.ts';
import { type Entry, isKeyResult, isSameKeyResult, type KeyResultEntry, type ObjectiveEntry } from '../model/entry.ts';
import { refsIn, refsInSight } from '../model/references.ts';
import { fromEntry } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { referencesIn, targetOf } from '../rules/references.ts';
import { nameSpan } from '../rules/rule.ts';
import { isGoal, type Target } from './naming.ts';
import type { Pause } from './pause.ts';
import { inTree } from './written-at.ts';

const written = ['supports', 'needs', 'kpi', 'follows'] as const;

/** The statement that says it; `kr` is a key result's place in its objective. */
export type Relation = 'kr' | (typeof written)[number];

export interface Tie {
  readonly from: Target;
  readonly to: Target;
  readonly relation: Relation;
  /** Where it is written, in the block of `from`. */
  readonly span: Span;
}

/** So many elements are looked at before others have their turn. */
const BATCH = 100;

/** What an element points to, in the order of its lines. References that lead nowhere are no ties, nor is one to itself. */
export function tiesFrom(workspace: Workspace, from: Target): Tie[] {
  const entry: Entry = isKeyResultEntry(from) ? from.objective : from;
  return inTree(from, node => {
    const ties: Tie[] = [];
    const add = (to: Target | undefined, relation: Relation, { start, end }: Span) => {
      if (to !== undefined && !isSame(to, from)) ties.push({ from, to, relation, span: { start, end } });
    };
    if (isKeyResultEntry(from)) add(from.objective, 'kr', nameSpan(node));
    const once = new Set<string>();
    for (const statement of node.body) {
      const relation = relationOf(statement, node);
      if (relation === undefined) continue;
      // Of a KPI, and of what is followed, there is one: the first counts.
      if ((relation === 'kpi' || relation === 'follows') && once.has(relation)) continue;
      once.add(relation);
      for (const { reference } of referencesIn(statement)) {
        const to = targetOf(workspace, statement, reference, fromEntry(entry)) as Target | undefined;
        if (relation !== 'follows' || (to !== undefined && isKeyResultEntry(to))) add(to, relation, reference);
      }
    }
    return ties;
  });
}

function relationOf({ kind }: Statement, { kind: of }: Statement): Relation | undefined {
  switch (kind) {
    case 'supports':
      return kind;
    case 'needs':
      return of === 'kpi' ? undefined : kind;
    case 'kpi':
      return of === 'kr' ? kind : undefined;
    case 'follows':
      return of === 'kr' || of === 'kpi' ? kind : undefined;
    default:
      return undefined;
  }
}

/**
 * What points to an element, in the order of the workspace.
 * @param wanted the relations that are looked for
 */
export async function tiesTo(
  workspace: Workspace,
  to: Target,
  wanted: ReadonlySet<Relation>,
  pause: Pause,
): Promise<Tie[]> {
  const ties: Tie[] = [];
  const names = namesOf(to);
  const mayPoint = (refs: readonly RefText[]) => refs.some(({ name }) => names.has(name));
  const take = (from: Target) => {
    for (const tie of tiesFrom(workspace, from)) if (wanted.has(tie.relation) && isSame(tie.to, to)) ties.push(tie);
  };
  /** Its key results are part of it, whatever they point to. */
  const whole = isKeyResultEntry(to) ? undefined : to;
  let count = 0;
  for (const entry of [...workspace.entries.peek()]) {
    if (++count % BATCH === 0) await pause();
    if (!workspace.entries.peek().has(entry)) continue;
    if (entry !== whole && !refsInSight(entry, written).some(({ name }) => names.has(name))) continue;
    for (const from of speakersOf(entry)) {
      const isPart = isKeyResultEntry(from) && from.objective === to;
      if (!isPart && !mayPoint(refsOf(from))) continue;
      await pause();
      if (isThere(workspace, from)) take(from);
    }
  }
  return ties;
}

/** Elements change while others have their turn. */
export function isThere(workspace: Workspace, target: Target): boolean {
  if (!isKeyResultEntry(target)) return workspace.entries.peek().has(target);
  const { objective, keyResult } = target;
  return (
    workspace.entries.peek().has(objective) &&
    objective.facts.peek().keyResults.some(({ line }) => line === keyResult.line)
  );
}

export function isSame(one: Target, other: Target): boolean {
  if (!isKeyResultEntry(one)) return one === other;
  return isKeyResultEntry(other) && isSameKeyResult(one, other);
}

function isKeyResultEntry(target: Target): target is KeyResultEntry {
  return isGoal(target) && isKeyResult(target);
}

/** All of an entry that may point somewhere: itself, and an objective's key results. */
function speakersOf(entry: Entry): Target[] {
  const element = entry.facts.peek();
  switch (element.type) {
    case 'objective': {
      const objective = entry as ObjectiveEntry;
      return [objective, ...element.keyResults.map(keyResult => ({ objective, keyResult }))];
    }
    case 'kpi':
    case 'initiative':
      return [entry as Target];
    default:
      return [];
  }
}

/** The names by which a reference can lead to it; resolving all references of a workspace would take a while. */
function namesOf(target: Target): ReadonlySet<string> {
  const names = isKeyResultEntry(target)
    ? [target.objective.facts.peek().name, target.keyResult.name]
    : [target.facts.peek().name];
  return new Set(names.filter(name => name !== undefined));
}

function refsOf(target: Target): readonly RefText[] {
  return refsIn(isKeyResultEntry(target) ? target.keyResult : target.facts.peek(), written);
}
