/** What was let go holds nothing up any more. */
import type { KeyResult as KeyResultNode, Reference, Statement } from '../../../grammar/tree.ts';
import { dayInWords } from '../calendar/day.ts';
import { indexByLine } from '../model/by-line.ts';
import type { KeyResult, RefText } from '../model/elements.ts';
import type { Appearance, Entry, ObjectiveEntry } from '../model/entry.ts';
import { refText } from '../model/read-facts.ts';
import { type From, fromEntry, locateGoal, refToText, resolveInitiative } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Drop, dropOf, isDropped } from '../standing/dropped.ts';
import { isFinished } from './method.ts';
import { referencesIn } from './references.ts';
import {
  type Ground,
  keyResultNodes,
  type Place,
  placeOf,
  placeOfKeyResult,
  type Remedy,
  type Rule,
  removesLine,
  replaces,
  statementOf,
} from './rule.ts';
import { statementsIn } from './statements.ts';

/** What the writer can do about it, by the statement that refers. */
const advice: Partial<Record<Statement['kind'], string>> = {
  supports: 'support what matters now, or take this out',
  needs: 'nobody works on it any more, so do without it, or take something else',
  follows: 'nobody checks in there any more, so give this values of its own',
};

export const referenceDropped: Rule = {
  id: 'reference-dropped',
  severity: 'hint',
  summary: 'A reference to something that was dropped',
  why: 'Work for a goal that was let go is work for nothing, and what waits for it waits for ever. Whoever dropped it may not know who counted on it.',
  bad: `
    cycle 2026-Q4

    objective word: People tell each other about us
      dropped 2026-10-30: The referral programme comes next year
      kr referrals: Orders that a friend sent us
        from 450 to 900 orders

    initiative cards: A card for a friend in every parcel
      supports word.referrals
  `,
  good: `
    cycle 2026-Q4

    objective word: People tell each other about us
      dropped 2026-10-30: The referral programme comes next year
      kr referrals: Orders that a friend sent us
        from 450 to 900 orders

    initiative cards: A card for a friend in every parcel
      supports word.referrals
      dropped 2026-10-30
  `,
  checkEntry(entry, ground, say) {
    const { workspace } = ground;
    const from = fromEntry(entry);
    const root = statementOf(entry);
    const keyResults = root.kind === 'objective' ? keyResultNodes(root) : [];
    for (const node of statementsIn(root)) {
      // What continues something that was dropped takes it up again.
      const what = advice[node.kind];
      if (what === undefined) continue;
      for (const reference of referencesIn(node).map(each => each.reference)) {
        const target = pointedTo(workspace, node, refText(reference), from);
        const drop = target && dropOf(workspace, target);
        if (target === undefined || drop === undefined) continue;
        if (!isUnderWay(entry, indexByLine(keyResults, node.parent as KeyResultNode), ground)) break;
        const { start, end } = reference;
        say({
          span: { start, end },
          message: `\`${refToText(refText(reference))}\` was dropped${since(drop, workspace)}: ${what}`,
          related: [{ place: placeOfDropped(workspace, target), message: 'This was dropped' }],
          remedies: () => removal(entry, node, reference),
        });
      }
    }
  },
};

type Target = Entry | { readonly objective: ObjectiveEntry; readonly keyResult: Appearance<KeyResult> };

/** By what others can see: whoever asks does not depend on what else is said there. */
function pointedTo(workspace: Workspace, node: Statement, ref: RefText, from: From): Target | undefined {
  const found = locateGoal(workspace, ref, from);
  if (found === undefined) return node.kind === 'needs' ? resolveInitiative(workspace, ref, from.entry) : undefined;
  const { objective, kr } = found;
  const keyResult = kr === undefined ? undefined : objective.appearance.keyResults.find(({ name }) => name === kr);
  return keyResult === undefined ? objective : { objective, keyResult };
}

/**
 * Whether somebody still works on it. What has ended, or was let go, is history.
 * @param keyResult which of an objective's key results refers; -1 for itself
 */
function isUnderWay(entry: Entry, keyResult: number, { workspace, standings }: Ground): boolean {
  if (isFinished(entry, workspace, standings)) return false;
  if (keyResult < 0) return true;
  const standing = standings.objective(entry as ObjectiveEntry).keyResults[keyResult];
  return standing === undefined || !(standing.over || standing.dropped !== undefined);
}

function since({ day }: Drop, { today }: Workspace): string {
  return day === undefined ? '' : ` on ${dayInWords(day, today.get())}`;
}

/** The heading of what was dropped: of a key result that went with its objective, the objective's. */
function placeOfDropped(workspace: Workspace, target: Target): Place {
  if (!('keyResult' in target)) return placeOf(target);
  const { objective } = target;
  const keyResult = objective.element.keyResults.find(({ name }) => name === target.keyResult.name);
  if (keyResult === undefined || isDropped(workspace, objective)) return placeOf(objective);
  return placeOfKeyResult({ objective, keyResult });
}

/** A reference can be left out. Where values are to come from instead only the writer knows. */
function removal(entry: Entry, node: Statement, reference: Reference): Remedy[] {
  if (node.kind !== 'supports' && node.kind !== 'needs') return [];
  const { references } = node;
  if (references.length === 1) return [removesLine(entry, node)];
  const at = references.indexOf(reference);
  const next = references[at + 1];
  const start = next === undefined ? (references[at - 1] as Reference).end : reference.start;
  const place = placeOf(entry, { start, end: next?.start ?? reference.end });
  return [replaces(`Take \`${refToText(refText(reference))}\` out`, place, '', false)];
}
