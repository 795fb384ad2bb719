/**
 * Names of goals and people, which lead to their pages where there are such.
 */
import { h, type JSX } from 'preact';
import { mention } from './person.ts';
import type { Scene } from './scene.ts';

export function GoalName({ goal, scene }: { readonly goal: string; readonly scene: Scene }): JSX.Element {
  return linked(goal, scene.links?.goal(goal));
}

export function GoalNames({ goals, scene }: { readonly goals: readonly string[]; readonly scene: Scene }) {
  return goals.map((goal, i) => [i > 0 && ', ', h(GoalName, { goal, scene })]);
}

export function PersonName({ handle, scene }: { readonly handle: string; readonly scene: Scene }): JSX.Element {
  return linked(mention(handle), scene.links?.person(handle));
}

function linked(text: string, href: string | undefined): JSX.Element {
  const name = h('bdi', null, text);
  return href === undefined ? name : h('a', { href }, name);
}
