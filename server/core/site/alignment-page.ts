/** Who supports whom, as a tree of lists: each goal under what it supports first. */
import { h, type JSX } from 'preact';
import type { AlignedObjective } from '../reports/alignment.ts';
import { type Branch, branchesOf, onlyFirst } from '../reports/alignment-tree.ts';
import { GoalLink } from './goal-list.ts';
import type { Page } from './page.ts';
import type { Located, SiteMap } from './site-map.ts';

const path = 'alignment.html';

export function alignmentPage(site: SiteMap): Page {
  // The longest cycles have the goals that others support; what was let go supports nothing.
  const goals = site.goals
    .filter(({ cycle, objective }) => cycle.choice.current && objective.dropped === null)
    .toSorted((a, b) => site.cycles.indexOf(b.cycle) - site.cycles.indexOf(a.cycle));
  return {
    path,
    title: 'Alignment',
    body: h(
      'main',
      null,
      h('h1', null, 'Alignment'),
      goals.length === 0
        ? h('p', null, 'Nothing is in a cycle that runs now.')
        : [
            h('p', { class: 'quiet' }, 'Each goal stands under the one that it supports.'),
            h(Branches, {
              branches: treeOf(goals, site),
              goals: new Map(goals.map(goal => [placeOf(goal.objective), goal])),
            }),
          ],
    ),
  };
}

/** Each goal once, under the first that it supports; the order of the goals is that of the tree. */
function treeOf(goals: readonly Located[], { alignment }: Pick<SiteMap, 'alignment'>): readonly Branch[] {
  const aligned = new Map(alignment.objectives.map(objective => [placeOf(objective), objective]));
  const objectives = goals.flatMap(({ objective }) => aligned.get(placeOf(objective)) ?? []);
  return onlyFirst(branchesOf({ objectives, ties: alignment.ties }));
}

function placeOf({ place: { uri, line } }: Pick<AlignedObjective, 'place'>): string {
  return `${uri} ${line}`;
}

interface BranchesProps {
  readonly branches: readonly Branch[];
  /** By their place. */
  readonly goals: ReadonlyMap<string, Located>;
}

function Branches({ branches, goals }: BranchesProps): JSX.Element {
  return h(
    'ul',
    { class: 'goals tree' },
    branches.map(({ objective, supporters }) => {
      const goal = goals.get(placeOf(objective));
      return h(
        'li',
        null,
        goal !== undefined && h(GoalLink, { goal, path, about: goal.team.title }),
        supporters.length > 0 && h(Branches, { branches: supporters, goals }),
      );
    }),
  );
}
