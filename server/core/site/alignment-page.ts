/** Who supports whom: a map, and a tree of lists with each goal under what it supports first. */
import { h, type JSX } from 'preact';
import type { AlignedObjective, Alignment } from '../reports/alignment.ts';
import { type Branch, branchesOf, onlyFirst } from '../reports/alignment-tree.ts';
import { PAGE_WIDTH } from '../views/alignment/box.ts';
import { layoutOf } from '../views/alignment/layout.ts';
import { AlignmentMap } from '../views/alignment/map.ts';
import { MapLegend } from '../views/alignment/map-legend.ts';
import { tiedIn } from '../views/alignment/untied.ts';
import { sceneOfAllCycles } from '../views/scene.ts';
import { GoalLink } from './goal-list.ts';
import type { Page } from './page.ts';
import type { Located, SiteMap } from './site-map.ts';

const path = 'alignment.html';
/** More than that fit on no screen, and the list says the same. */
const MOST_DRAWN = 200;
/** Drawn smaller than that its text cannot be read: then it is moved in its frame. */
const SMALLEST = 0.6;

export function alignmentPage(site: SiteMap): Page {
  // The longest cycles have the goals that others support; what was let go supports nothing.
  const goals = site.goals
    .filter(({ cycle, objective }) => cycle.choice.current && objective.dropped === null)
    .toSorted((a, b) => site.cycles.indexOf(b.cycle) - site.cycles.indexOf(a.cycle));
  const shown = alignmentAmong(goals, site);
  const byPlace = new Map(goals.map(goal => [placeOf(goal.objective), goal]));
  return {
    path,
    title: 'Alignment',
    body: h(
      'main',
      { class: 'alignment' },
      h('h1', null, 'Alignment'),
      goals.length === 0
        ? h('p', null, 'Nothing is in a cycle that runs now.')
        : [
            h(Drawing, { alignment: tiedIn(shown), goals: byPlace }),
            h('p', { class: 'quiet' }, 'Each goal stands under the one that it supports.'),
            h(Branches, { branches: onlyFirst(branchesOf(shown)), goals: byPlace }),
          ],
    ),
  };
}

/** What ties these goals, in their order. */
function alignmentAmong(goals: readonly Located[], { alignment }: Pick<SiteMap, 'alignment'>): Alignment {
  const aligned = new Map(alignment.objectives.map(objective => [placeOf(objective), objective]));
  const objectives = goals.flatMap(({ objective }) => aligned.get(placeOf(objective)) ?? []);
  const keys = new Set(objectives.map(({ key }) => key));
  return { ...alignment, objectives, ties: alignment.ties.filter(({ from, to }) => keys.has(from) && keys.has(to)) };
}

interface DrawingProps {
  /** Without what is tied to nothing. */
  readonly alignment: Alignment;
  /** By their place. */
  readonly goals: ReadonlyMap<string, Located>;
}

function Drawing({ alignment, goals }: DrawingProps): JSX.Element | null {
  const { objectives, today } = alignment;
  if (objectives.length === 0 || objectives.length > MOST_DRAWN) return null;
  const layout = layoutOf(alignment);
  const isWide = layout.width > PAGE_WIDTH;
  return h(
    'div',
    { class: isWide ? 'drawing wide' : 'drawing' },
    h(
      'div',
      { class: 'map-pane', tabIndex: 0, role: 'group', 'aria-label': 'Map of who supports whom' },
      h(AlignmentMap, {
        alignment,
        layout,
        scene: sceneOfAllCycles(today, false),
        scale: isWide ? SMALLEST : 1,
        hrefOf: objective => goals.get(placeOf(objective))?.href,
      }),
    ),
    h(MapLegend, { alignment }),
  );
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
