/**
 * What goes on in the next cycle: what was decided so, of what follows others that which goes on with them, and the work
 * for it.
 */
import type { FeatureContext } from '../features/context.ts';
import type { ClosingDecision } from '../requests/closing.ts';
import { keyResultNode } from '../rules/rule.ts';
import type { Carried, CarriedFollower } from './carried.ts';
import type { CycleToClose } from './cycle-to-close.ts';
import { type Going, type Leads, NextDirectory } from './next-directory.ts';
import type { OpenObjective } from './subjects.ts';
import { goesOn, type OpenWork, openWork } from './work.ts';

export interface GoingOn {
  readonly carried: readonly Carried[];
  readonly work: readonly OpenWork[];
  /** Where their references lead from there. */
  readonly directory: NextDirectory;
  /** What follows a key result that does not go on. */
  readonly lost: readonly Lost[];
  /** Work that is not done, and does not go on. */
  readonly leftWork: readonly OpenWork[];
}

export interface Lost {
  readonly of: OpenObjective;
  readonly follower: CarriedFollower;
  /** What it follows may still go on. */
  readonly waits: boolean;
}

/** @throws Refusal where work cannot be read */
export function whatGoesOn(
  context: FeatureContext,
  closing: CycleToClose,
  open: readonly OpenObjective[],
  decisions: readonly ClosingDecision[],
): GoingOn {
  let carried = open.flatMap(objective => decided(objective, decisions));
  const work = openWork(context, closing);
  const closed = [...open.map(({ goal }) => goal), ...work.map(({ entry }) => entry)];
  const goingWork = work.filter(each => !each.carried).map(({ entry }): Going => ({ entry, keyResults: new Set() }));
  const lost: Lost[] = [];
  for (;;) {
    const directory = new NextDirectory(context.workspace, closing, closed, [...carried.map(goingOf), ...goingWork]);
    const before = lost.length;
    carried = carried.map(each => ({
      ...each,
      keyResults: each.keyResults.filter(keyResult => {
        const leads = 'follower' in keyResult ? leadsOf(directory, each, keyResult) : undefined;
        if (!('follower' in keyResult) || leads?.waits === false) return true;
        lost.push({ of: each.open, follower: keyResult, waits: leads !== undefined });
        return false;
      }),
    }));
    // What followed one of those is lost as well.
    if (lost.length > before) continue;
    const going = work.filter(each => !each.carried && goesOn(each, directory));
    return { carried, work: going, directory, lost, leftWork: work.filter(each => !going.includes(each)) };
  }
}

/** An objective goes on with its key results, or by itself where it was kept. */
function decided(open: OpenObjective, decisions: readonly ClosingDecision[]): Carried[] {
  if (open.subject.carried) return [];
  const whatOf = (id: string) => decisions.find(each => each.id === id)?.what;
  const own = open.keyResults.flatMap(each => {
    const what = whatOf(each.subject.id);
    return what === 'keep' || what === 'change' ? [{ open: each, what }] : [];
  });
  const what = whatOf(open.subject.id);
  if (own.length === 0 && what !== 'keep' && what !== 'change') return [];
  const followers = open.goal.element.keyResults
    .filter(({ follows }) => follows !== undefined)
    .map(keyResult => ({ follower: keyResultNode(open.goal, keyResult), name: keyResult.name }));
  return [{ open, keyResults: [...own, ...followers].toSorted((a, b) => lineOf(a) - lineOf(b)) }];
}

function lineOf(each: Carried['keyResults'][number]): number {
  return 'follower' in each ? each.follower.line : each.open.goal.keyResult.line;
}

function goingOf({ open, keyResults }: Carried): Going {
  const names = keyResults.map(each => ('follower' in each ? each.name : each.open.goal.keyResult.name));
  return { entry: open.goal, keyResults: new Set(names.filter(name => name !== undefined)) };
}

function leadsOf(directory: NextDirectory, { open }: Carried, { follower }: CarriedFollower): Leads | undefined {
  const node = follower.body.find(({ kind }) => kind === 'follows');
  const reference = node?.kind === 'follows' ? node.reference : undefined;
  return node === undefined || reference === undefined ? undefined : directory.leads(open.goal, node, reference);
}
