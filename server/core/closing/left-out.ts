/** What does not go on, and why: nothing goes without a word. */
import { dayInWords } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { referenceTo, titleOf } from '../features/naming.ts';
import type { ClosingDecision } from '../requests/closing.ts';
import { droppedOn } from '../scores/pauses.ts';
import { calledOf } from './carried.ts';
import type { CycleToClose } from './cycle-to-close.ts';
import type { GoingOn } from './going-on.ts';
import type { OpenObjective } from './subjects.ts';

export function leftOut(
  context: FeatureContext,
  closing: CycleToClose,
  open: readonly OpenObjective[],
  { carried, lost, leftWork }: GoingOn,
  decisions: readonly ClosingDecision[],
): string[] {
  const goes = new Set<unknown>(
    carried.flatMap(each => [each.open, ...each.keyResults.map(own => ('open' in own ? own.open : own))]),
  );
  const changed = new Set(decisions.filter(({ what }) => what === 'drop').map(({ id }) => id));
  const left: string[] = [];
  for (const objective of open) {
    const { subject, keyResults, goal } = objective;
    if (subject.carried) left.push(`${calledOf(objective)}: it is in ${closing.nextId} already`);
    else if (!goes.has(objective) && keyResults.length === 0) left.push(`${calledOf(objective)}: let go`);
    if (subject.carried) continue;
    for (const each of keyResults) {
      if (goes.has(each)) continue;
      const isDecided = changed.has(each.subject.id);
      left.push(
        `${calledOf(each)}: ${each.subject.reached ? 'reached' : isDecided ? 'let go' : 'nothing was decided'}`,
      );
    }
    left.push(...droppedIn(context, objective, goal.element.keyResults));
  }
  left.push(
    ...lost.map(({ of, follower, waits }) => {
      const name = follower.name !== undefined ? `.${follower.name}` : '';
      return `${calledOf(of)}${name}: what it follows ${waits ? `is not in ${closing.nextId} yet` : 'does not go on'}`;
    }),
    ...leftWork.map(({ called, carried, entry }) => {
      if (carried) return `${called}: it is in ${closing.nextId} already`;
      return `${called}: this work is ${entry.element.status}, and what it supports does not go on`;
    }),
  );
  return left;
}

function droppedIn(
  context: FeatureContext,
  { goal: objective }: OpenObjective,
  keyResults: OpenObjective['goal']['element']['keyResults'],
): string[] {
  const today = context.workspace.today.get();
  return keyResults.flatMap(keyResult => {
    const dropped = droppedOn(keyResult.pauses, today);
    if (dropped === undefined) return [];
    const goal = { objective, keyResult };
    const name = referenceTo(goal) ?? `“${titleOf(context, goal)}”`;
    return [`${name}: dropped on ${dayInWords(dropped.day, today)}`];
  });
}
