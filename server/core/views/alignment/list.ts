/**
 * The alignment as lists in lists: what the drawing shows, for whoever reads line by line.
 */
import { h, type JSX } from 'preact';
import type { AlignedObjective, Alignment, AlignmentTie } from '../../reports/alignment.ts';
import { standingOf } from '../../wording/standing.ts';
import { score } from '../../wording/words.ts';
import { Sign } from '../icon.ts';
import { PlaceLink } from '../place-link.ts';
import type { Scene } from '../scene.ts';
import { whereOf } from './map.ts';

interface AlignmentListProps {
  readonly alignment: Alignment;
  readonly scene: Scene;
}

export interface Branch {
  readonly objective: AlignedObjective;
  /** Why it is here; null at the top. */
  readonly tie: AlignmentTie | null;
  /** What supports it; empty where that is listed elsewhere already. */
  readonly supporters: readonly Branch[];
  /** It is listed with its supporters elsewhere. */
  readonly again: boolean;
}

export function AlignmentList({ alignment, scene }: AlignmentListProps): JSX.Element {
  return h(Branches, { branches: branchesOf(alignment), alignment, scene });
}

/**
 * What supports nothing at the top, under each what supports it. What supports several stands under each of them, with
 * its own supporters only once; in a circle the first of it is at the top.
 */
export function branchesOf({ objectives, ties }: Alignment): readonly Branch[] {
  const known = new Map(objectives.map(objective => [objective.key, objective]));
  const supports = ties.filter(({ relation }) => relation === 'supports');
  const upward = new Set(supports.map(({ from }) => from));
  const below = new Map<string, AlignmentTie[]>();
  for (const tie of supports) below.set(tie.to, [...(below.get(tie.to) ?? []), tie]);
  const listed = new Set<string>();
  const branch = (objective: AlignedObjective, tie: AlignmentTie | null): Branch => {
    const again = listed.has(objective.key);
    listed.add(objective.key);
    const supporters = again
      ? []
      : (below.get(objective.key) ?? []).flatMap(each => {
          const supporter = known.get(each.from);
          return supporter === undefined ? [] : [branch(supporter, each)];
        });
    return { objective, tie, supporters, again: again && below.has(objective.key) };
  };
  const top = objectives.filter(({ key }) => !upward.has(key)).map(objective => branch(objective, null));
  const circles = objectives.flatMap(objective => (listed.has(objective.key) ? [] : [branch(objective, null)]));
  return [...top, ...circles];
}

interface BranchesProps extends AlignmentListProps {
  readonly branches: readonly Branch[];
}

function Branches({ branches, alignment, scene }: BranchesProps): JSX.Element {
  return h(
    'ul',
    { class: 'alignment-list' },
    branches.map(branch =>
      h(
        'li',
        { key: branch.objective.key },
        h(Line, { branch, alignment, scene }),
        branch.supporters.length > 0 && h(Branches, { branches: branch.supporters, alignment, scene }),
      ),
    ),
  );
}

interface LineProps extends AlignmentListProps {
  readonly branch: Branch;
}

function Line({ branch, alignment, scene }: LineProps): JSX.Element {
  const { objective, tie, again } = branch;
  const needed = alignment.ties.filter(({ from, relation }) => from === objective.key && relation === 'needs');
  const titles = new Map(alignment.objectives.map(({ key, title }) => [key, title || 'Untitled objective']));
  const { shape, tone, word } = standingOf(objective);
  return h(
    'div',
    { class: 'branch' },
    h('span', { class: `icon ${tone}` }, h(Sign, { shape })),
    h(
      'div',
      null,
      h(PlaceLink, { place: objective.place, scene, children: objective.title || 'Untitled objective' }),
      objective.score !== null && [' ', h('b', null, score(objective.score))],
      h(
        'p',
        { class: 'note' },
        h('span', { class: `text ${tone}` }, word),
        ' · ',
        h('bdi', null, whereOf(objective)),
        tie !== null && tie.through.length > 0 && [' · through ', h('bdi', null, tie.through.join(', '))],
        again && ' · its supporters are listed above',
      ),
      needed.map(({ to }) => h('p', { key: to, class: 'note' }, 'needs ', h('bdi', null, titles.get(to) ?? to))),
    ),
  );
}
