/**
 * The alignment as a drawing: each objective a box that leads to its line, each tie an arrow to what it is for.
 */
import { h, type JSX } from 'preact';
import type { AlignedObjective, Alignment, AlignmentTie } from '../../reports/alignment.ts';
import { standingOf } from '../../wording/standing.ts';
import { score } from '../../wording/words.ts';
import { Sign } from '../icon.ts';
import { placeProps } from '../place-link.ts';
import type { Scene } from '../scene.ts';
import { BOX, type Point } from './box.ts';
import type { AlignmentLayout } from './layout.ts';
import { untiedIn } from './untied.ts';

/** Room for what stands out of a box: a line's bend, the ring of the focus. */
const MARGIN = 48;

interface AlignmentMapProps {
  readonly alignment: Alignment;
  readonly layout: AlignmentLayout;
  readonly scene: Scene;
  /** It is looked at from so far that only its signs can be read. */
  readonly far?: boolean;
  /** How large it is on a page that does not make it larger; 1 by itself. */
  readonly scale?: number;
  /** The address of an objective's page, where it has one. */
  readonly hrefOf?: (objective: AlignedObjective) => string | undefined;
}

export function AlignmentMap({
  alignment,
  layout,
  scene,
  far = false,
  scale = 1,
  hrefOf,
}: AlignmentMapProps): JSX.Element {
  const ties = alignment.ties.map((tie, index) => ({ tie, path: layout.paths[index] ?? '' }));
  const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN];
  const viewBox = `${-MARGIN} ${-MARGIN} ${width} ${height}`;
  return h(
    'svg',
    {
      class: 'alignment-map',
      // Where it can be moved it fills its window; on paper all of it is there.
      ...(!scene.live && { width: width * scale, height: height * scale, viewBox }),
      role: 'group',
      'aria-label': 'Objectives, with arrows to what they support',
    },
    h('defs', null, h(Arrow, { relation: 'supports' }), h(Arrow, { relation: 'needs' })),
    h(
      'g',
      { class: far ? 'alignment-all far' : 'alignment-all' },
      // Its size is that of all of it, so that showing all of it leaves a margin.
      h('rect', { class: 'ground', x: -MARGIN, y: -MARGIN, width, height, 'aria-hidden': 'true' }),
      ties.map(({ tie: { from, to, relation }, path }) =>
        h('path', {
          key: `${relation} ${from} ${to}`,
          class: `tie ${relation}`,
          d: path,
          'marker-end': `url(#arrow-${relation})`,
          'aria-hidden': 'true',
        }),
      ),
      layout.looseTop !== null &&
        h(
          'text',
          { class: 'loose', x: 0, y: layout.looseTop - 16 },
          untiedIn(alignment) === 1
            ? 'This supports nothing, and nothing supports it'
            : 'These support nothing, and nothing supports them',
        ),
      alignment.objectives.map((objective, index) =>
        h(Box, {
          key: objective.key,
          objective,
          at: layout.boxes[index] ?? { x: 0, y: 0 },
          scene,
          href: hrefOf?.(objective),
        }),
      ),
    ),
  );
}

function Arrow({ relation }: Pick<AlignmentTie, 'relation'>): JSX.Element {
  return h(
    'marker',
    {
      id: `arrow-${relation}`,
      viewBox: '0 0 10 10',
      refX: 9,
      refY: 5,
      markerWidth: 11,
      markerHeight: 11,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    h('path', { d: 'M0 1L10 5L0 9Z' }),
  );
}

interface BoxProps {
  readonly objective: AlignedObjective;
  readonly at: Point;
  readonly scene: Scene;
  readonly href?: string | undefined;
}

function Box({ objective, at, scene, href }: BoxProps): JSX.Element {
  const { shape, tone, word } = standingOf(objective);
  const title = objective.title || 'Untitled objective';
  const inside = [
    h('span', { class: 'box-where' }, h('bdi', null, whereOf(objective))),
    h('span', { class: 'box-title', dir: 'auto' }, title),
    h(
      'span',
      { class: 'box-standing' },
      h('span', { class: 'box-sign' }, h(Sign, { shape })),
      h('span', { class: 'text' }, word),
      objective.score !== null && h('b', null, score(objective.score)),
    ),
  ];
  const look = { class: `box ${tone}${objective.status === 'dropped' ? ' dropped' : ''}`, title };
  return h(
    'foreignObject',
    { x: at.x, y: at.y, width: BOX.width, height: BOX.height },
    scene.live
      ? h('button', { type: 'button', ...look, ...placeProps(objective.place, scene) }, inside)
      : href === undefined
        ? h('div', look, inside)
        : h('a', { href, ...look }, inside),
  );
}

/** `Growth · 2026-Q4 · @maria` */
export function whereOf({ teamTitle, cycle, owner }: AlignedObjective): string {
  return [teamTitle, cycle, owner].filter(part => part !== null && part !== '').join(' · ');
}
