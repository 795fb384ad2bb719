/** Who supports whom, as a tree of lists: each goal under what it supports first. */
import { h, type JSX } from 'preact';
import { GoalLink } from './goal-list.ts';
import type { Page } from './page.ts';
import type { Located, SiteMap } from './site-map.ts';

const path = 'alignment.html';
/** What stands deeper is listed at this depth: no organisation has as many levels. */
const DEEPEST = 40;

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
            h(Branches, { branches: treeOf(goals, site) }),
          ],
    ),
  };
}

export interface Branch {
  readonly goal: Located;
  readonly below: Branch[];
}

/** Every goal once. Of those that support each other round in a circle, the first is on top. */
export function treeOf(goals: readonly Located[], site: Pick<SiteMap, 'hrefOf'>): Branch[] {
  const byHref = new Map(goals.map(goal => [goal.href, goal]));
  const supporters = new Map<Located, Located[]>();
  const supporting = new Set<Located>();
  for (const goal of goals) {
    const refs = [goal.objective, ...goal.objective.keyResults].flatMap(({ supports }) => supports);
    const above = refs
      .map(ref => byHref.get(site.hrefOf(ref, goal.cycle) ?? ''))
      .find(each => each !== undefined && each !== goal);
    if (above === undefined) continue;
    supporting.add(goal);
    const same = supporters.get(above);
    if (same === undefined) supporters.set(above, [goal]);
    else same.push(goal);
  }
  const placed = new Set<Located>();
  const place = (tops: readonly Located[]): Branch[] => {
    const branches: Branch[] = [];
    const open: { readonly goal: Located; readonly into: Branch[]; readonly depth: number }[] = [];
    for (const goal of tops.toReversed()) open.push({ goal, into: branches, depth: 0 });
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { goal, into, depth } = next;
      if (placed.has(goal)) continue;
      placed.add(goal);
      const branch: Branch = { goal, below: [] };
      into.push(branch);
      const inner = depth < DEEPEST ? branch.below : into;
      for (const each of (supporters.get(goal) ?? []).toReversed())
        open.push({ goal: each, into: inner, depth: depth + 1 });
    }
    return branches;
  };
  return [...place(goals.filter(goal => !supporting.has(goal))), ...place(goals)];
}

function Branches({ branches }: { readonly branches: readonly Branch[] }): JSX.Element {
  return h(
    'ul',
    { class: 'goals tree' },
    branches.map(({ goal, below }) =>
      h(
        'li',
        null,
        h(GoalLink, { goal, path, about: goal.team.title }),
        below.length > 0 && h(Branches, { branches: below }),
      ),
    ),
  );
}
