/** What each person owns, or works on with others, in every cycle. No score for a person. */
import { h, type JSX } from 'preact';
import { mention } from '../views/person.ts';
import { count } from '../wording/words.ts';
import { GoalLink } from './goal-list.ts';
import { type Page, rootOf } from './page.ts';
import type { CyclePage, Located, SiteMap } from './site-map.ts';

export function peoplePages(site: SiteMap): Page[] {
  const shares = new Map([...site.people.keys()].map(handle => [handle, sharesOf(handle, site)]));
  const path = 'people.html';
  const index: Page = {
    path,
    title: 'People',
    body: h(
      'main',
      null,
      h('h1', null, 'People'),
      h(
        'ul',
        { class: 'goals' },
        [...site.people].map(([handle, page]) =>
          h(
            'li',
            { class: 'goal' },
            h('a', { href: encodeURI(page) }, h('bdi', null, mention(handle))),
            h('span', { class: 'leader', 'aria-hidden': 'true' }),
            h('span', { class: 'quiet' }, inCurrent(shares.get(handle) ?? [])),
          ),
        ),
      ),
    ),
  };
  return [index, ...[...site.people].map(([handle, page]) => personPage(handle, page, shares.get(handle) ?? [], site))];
}

/** One objective that somebody has a part in. */
interface Share {
  readonly goal: Located;
  readonly owns: boolean;
  readonly keyResults: number;
}

function sharesOf(handle: string, site: SiteMap): Share[] {
  return site.goals.flatMap(goal => {
    const { owner, with: others, keyResults } = goal.objective;
    const own = keyResults.filter(each => each.owner === handle || each.with.includes(handle)).length;
    const owns = owner === handle;
    return owns || own > 0 || others.includes(handle) ? [{ goal, owns, keyResults: own }] : [];
  });
}

function inCurrent(shares: readonly Share[]): string {
  const now = shares.filter(({ goal }) => goal.cycle.choice.current);
  return now.length === 0 ? 'nothing now' : count(now.length, 'objective');
}

function personPage(handle: string, path: string, shares: readonly Share[], site: SiteMap): Page {
  const cycles = site.cycles.filter(cycle => shares.some(({ goal }) => goal.cycle === cycle));
  return {
    path,
    title: mention(handle),
    body: [
      h(
        'nav',
        { class: 'trail', 'aria-label': 'Where this is' },
        h('a', { href: `${rootOf(path)}people.html` }, 'People'),
      ),
      h(
        'main',
        null,
        h('h1', null, h('bdi', null, mention(handle))),
        cycles.map(cycle => h(InCycle, { cycle, shares: shares.filter(({ goal }) => goal.cycle === cycle), path })),
      ),
    ],
  };
}

interface InCycleProps {
  readonly cycle: CyclePage;
  readonly shares: readonly Share[];
  readonly path: string;
}

function InCycle({ cycle, shares, path }: InCycleProps): JSX.Element {
  const id = `cycle-${cycle.path}`;
  return h(
    'section',
    { 'aria-labelledby': id },
    h('h2', { id }, h('a', { href: rootOf(path) + encodeURI(cycle.path) }, cycle.choice.id)),
    h(
      'ul',
      { class: 'goals' },
      shares.map(share =>
        h('li', null, h(GoalLink, { goal: share.goal, path, about: `${share.goal.team.title}, ${partIn(share)}` })),
      ),
    ),
  );
}

/** `owns it`, `owns it, and 2 key results`, `2 key results`, `takes part` */
function partIn({ owns, keyResults }: Share): string {
  const own = keyResults === 0 ? '' : count(keyResults, 'key result');
  if (owns) return own === '' ? 'owns it' : `owns it, and ${own}`;
  return own === '' ? 'takes part' : own;
}
