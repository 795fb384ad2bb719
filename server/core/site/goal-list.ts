/** Goals a line each: how they stand, what they are, where they are shown. */
import { h, type JSX } from 'preact';
import { Sign } from '../views/icon.ts';
import { standingOf } from '../wording/standing.ts';
import { score } from '../wording/words.ts';
import { rootOf } from './page.ts';
import type { Located } from './site-map.ts';

interface GoalLinkProps {
  readonly goal: Located;
  /** Of the page that it stands on. */
  readonly path: string;
  /** What is said of it beside its title. */
  readonly about?: string | undefined;
}

/** `✓ Families tell each other about us … on track 0.61` */
export function GoalLink({ goal, path, about }: GoalLinkProps): JSX.Element {
  const { objective, href } = goal;
  const { shape, tone, word } = standingOf(objective);
  return h(
    'div',
    { class: 'goal' },
    h('span', { class: `icon ${tone}` }, h(Sign, { shape })),
    h('a', { href: rootOf(path) + href, dir: 'auto' }, objective.title || 'Untitled objective'),
    about !== undefined && h('span', { class: 'quiet' }, h('bdi', null, about)),
    h('span', { class: 'leader', 'aria-hidden': 'true' }),
    h('span', { class: 'quiet' }, word),
    h('b', null, objective.score === null ? '–' : score(objective.score)),
  );
}
