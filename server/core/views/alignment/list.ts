/**
 * The alignment as lists in lists: what the drawing shows, for whoever reads line by line.
 */
import { h, type JSX } from 'preact';
import type { Alignment } from '../../reports/alignment.ts';
import { type Branch, branchesOf } from '../../reports/alignment-tree.ts';
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

export function AlignmentList({ alignment, scene }: AlignmentListProps): JSX.Element {
  return h(Branches, { branches: branchesOf(alignment), alignment, scene });
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
        again &&
          alignment.ties.some(({ to, relation }) => to === objective.key && relation === 'supports') &&
          ' · its supporters are listed above',
      ),
      needed.map(({ to }) => h('p', { key: to, class: 'note' }, 'needs ', h('bdi', null, titles.get(to) ?? to))),
    ),
  );
}
