/** What goes on in the next cycle: what was decided so, and of what follows others that which goes on with them. */
import type { FeatureContext } from '../features/context.ts';
import type { ClosingDecision } from '../requests.ts';
import { keyResultNode } from '../rules/rule.ts';
import type { Carried, CarriedFollower } from './carried.ts';
import type { CycleToClose } from './cycle-to-close.ts';
import { type Going, NextDirectory } from './next-directory.ts';
import type { OpenObjective } from './subjects.ts';

export interface GoingOn {
  readonly carried: readonly Carried[];
  /** Where their references lead from there. */
  readonly directory: NextDirectory;
  /** What follows a key result that does not go on. */
  readonly lost: readonly { readonly of: OpenObjective; readonly follower: CarriedFollower }[];
}

export function whatGoesOn(
  { workspace }: FeatureContext,
  closing: CycleToClose,
  open: readonly OpenObjective[],
  decisions: readonly ClosingDecision[],
): GoingOn {
  let carried = open.flatMap(objective => decided(objective, decisions));
  const lost: { of: OpenObjective; follower: CarriedFollower }[] = [];
  for (;;) {
    const directory = new NextDirectory(workspace, closing, carried.map(goingOf));
    const before = lost.length;
    carried = carried.map(each => ({
      ...each,
      keyResults: each.keyResults.filter(keyResult => {
        if (!('follower' in keyResult) || leads(directory, each, keyResult)) return true;
        lost.push({ of: each.open, follower: keyResult });
        return false;
      }),
    }));
    // What followed one of those is lost as well.
    if (lost.length === before) return { carried, directory, lost };
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

function leads(directory: NextDirectory, { open }: Carried, { follower }: CarriedFollower): boolean {
  const node = follower.body.find(({ kind }) => kind === 'follows');
  const reference = node?.kind === 'follows' ? node.reference : undefined;
  return node !== undefined && reference !== undefined && directory.written(open.goal, node, reference) !== undefined;
}
