/**
 * Names of goals and people, which lead to their pages where there are such.
 */
import { h, type JSX } from 'preact';
import type { Place, ValueLinkReport } from '../reports/report.ts';
import { comesRound, kindInWords, linkName, ROUND } from '../wording/value-way.ts';
import { mention } from './person.ts';
import { PlaceLink } from './place-link.ts';
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

/** An element that gives values to another, or takes them: leads to its line, or to its page. */
export function ValueName({ to, scene }: { readonly to: ValueLinkReport; readonly scene: Scene }): JSX.Element {
  const name = linkName(to);
  if (scene.live) return h(PlaceLink, { place: to.place, scene, children: name });
  const page = to.ref === null ? undefined : to.kind === 'kpi' ? scene.links?.kpi?.(to.ref) : scene.links?.goal(to.ref);
  return linked(name, page);
}

/** `the KPI tickets ← the key result growth/love.nps`: the whole way that values come. @param of whose they are */
export function ValueWay({
  sources,
  of,
  scene,
}: {
  readonly sources: readonly ValueLinkReport[];
  readonly of: Place;
  readonly scene: Scene;
}) {
  return [
    sources.map((to, i) => [i > 0 && ' ← ', kindInWords(to), h(ValueName, { to, scene })]),
    comesRound(sources, of) && ROUND,
  ];
}

function linked(text: string, href: string | undefined): JSX.Element {
  const name = h('bdi', null, text);
  return href === undefined ? name : h('a', { href }, name);
}
