/**
 * The work, and what it is for.
 */
import { h, type JSX } from 'preact';
import type { InitiativeReport } from '../reports/report.ts';
import type { Standing } from '../wording/standing.ts';
import { day } from '../wording/words.ts';
import { Icon } from './icon.ts';
import { keysOf } from './keys.ts';
import { GoalNames } from './linked.ts';
import { Avatar } from './person.ts';
import { PlaceLink, placeProps } from './place-link.ts';
import type { Scene } from './scene.ts';

const STATUS: Readonly<Record<InitiativeReport['status'], Standing>> = {
  planned: { word: 'planned', shape: 'dashed', tone: 'quiet' },
  active: { word: 'active', shape: 'half', tone: 'warn' },
  done: { word: 'done', shape: 'check', tone: 'good' },
  dropped: { word: 'dropped', shape: 'minus', tone: 'quiet' },
};
const ORDER: readonly InitiativeReport['status'][] = ['active', 'planned', 'done', 'dropped'];

export function InitiativeList({
  initiatives,
  scene,
}: {
  readonly initiatives: readonly InitiativeReport[];
  readonly scene: Scene;
}): JSX.Element | null {
  if (initiatives.length === 0) return null;
  const keys = keysOf(initiatives);
  const sorted = initiatives.toSorted(
    (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.due ?? '~').localeCompare(b.due ?? '~'),
  );
  return h(
    'section',
    { class: 'initiatives', 'aria-labelledby': 'initiatives' },
    h('h2', { id: 'initiatives' }, 'Initiatives'),
    h(
      'ul',
      { class: 'card-list' },
      sorted.map(initiative =>
        h(Initiative, {
          key: keys.get(initiative),
          initiative,
          scene,
        }),
      ),
    ),
  );
}

function Initiative({
  initiative,
  scene,
}: {
  readonly initiative: InitiativeReport;
  readonly scene: Scene;
}): JSX.Element {
  const link = h(PlaceLink, { place: initiative.place, scene, children: initiative.title || 'Untitled initiative' });
  return h(
    'li',
    { class: `initiative ${initiative.status}`, ...placeProps(initiative.place, scene) },
    h(Icon, STATUS[initiative.status]),
    initiative.owner === null
      ? h('span', { class: 'avatar nobody', title: 'Nobody owns this yet' }, h('span', { class: 'unseen' }, 'no owner'))
      : h(Avatar, { handle: initiative.owner }),
    h('span', { class: 'initiative-title' }, initiative.status === 'dropped' ? h('del', null, link) : link),
    h(
      'span',
      { class: 'initiative-for' },
      initiative.supports.length > 0 && [
        h('span', { 'aria-hidden': 'true' }, '↗\u00a0'),
        h('span', { class: 'unseen' }, 'supports '),
        h(GoalNames, { goals: initiative.supports, scene }),
      ],
    ),
    h(
      'span',
      { class: `initiative-due${initiative.overdue ? ' text warn' : ''}` },
      initiative.due !== null &&
        h(
          'time',
          { datetime: initiative.due },
          `${initiative.overdue ? 'was due' : 'due'} ${day(initiative.due, scene.today)}`,
        ),
    ),
  );
}
