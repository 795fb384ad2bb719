/** The first page: the cycles, and how each team stands in them. */
import { h, type JSX } from 'preact';
import { CountChips } from '../views/count-chips.ts';
import { EmptyState } from '../views/empty-state.ts';
import { Pill } from '../views/icon.ts';
import { MovedStrip } from '../views/moved-strip.ts';
import { PageHeader, titleOf } from '../views/page-header.ts';
import { sceneOf } from '../views/scene.ts';
import { statusStanding } from '../wording/standing.ts';
import { count, score } from '../wording/words.ts';
import { GoalLink } from './goal-list.ts';
import { type Page, rootOf } from './page.ts';
import type { CyclePage, SiteMap } from './site-map.ts';

export function overviewPage(site: SiteMap): Page {
  const path = 'index.html';
  const [first] = site.cycles;
  const others = site.cycles.slice(1);
  return {
    path,
    title: site.title,
    body:
      first === undefined
        ? h(EmptyState, { message: 'There are no objectives in a cycle yet.' })
        : [h(Cycle, { cycle: first, site, path }), others.length > 0 && h(Others, { cycles: others, path })],
  };
}

export function cyclePage(cycle: CyclePage, site: SiteMap): Page {
  const { path, report } = cycle;
  const others = site.cycles.filter(other => other !== cycle);
  return {
    path,
    title: titleOf(report.cycle),
    body: [h(Cycle, { cycle, site, path }), others.length > 0 && h(Others, { cycles: others, path })],
  };
}

interface CycleProps {
  readonly cycle: CyclePage;
  readonly site: SiteMap;
  readonly path: string;
}

function Cycle({ cycle, site, path }: CycleProps): JSX.Element[] {
  const { report, teams } = cycle;
  const root = rootOf(path);
  const goals = site.goals.filter(goal => goal.cycle === cycle);
  const addressOf = (index: number) => {
    const place = report.objectives[index]?.place;
    const goal = goals.find(
      ({ objective }) => objective.place.uri === place?.uri && objective.place.line === place.line,
    );
    return root + (goal?.href ?? '');
  };
  return [
    h(PageHeader, { report, travel: null }),
    h(
      'main',
      null,
      h(MovedStrip, { report, scene: sceneOf(report, false, null) }),
      h(CountChips, { report: { ...report, kpis: [] }, addressOf }),
      teams.map(team =>
        h(
          'section',
          { class: 'team-goals', 'aria-labelledby': `team-${team.path}` },
          h(
            'div',
            { class: 'team-head' },
            h(
              'h2',
              { id: `team-${team.path}` },
              h('a', { href: root + encodeURI(team.path) }, h('bdi', null, team.title)),
            ),
            h(
              'p',
              null,
              team.report.cycle.score !== null && h('b', null, score(team.report.cycle.score)),
              ' ',
              h(Pill, statusStanding(team.report.cycle.status)),
            ),
          ),
          h(
            'ul',
            { class: 'goals' },
            site.goals.filter(goal => goal.team === team).map(goal => h('li', null, h(GoalLink, { goal, path }))),
          ),
        ),
      ),
    ),
  ];
}

function Others({ cycles, path }: { readonly cycles: readonly CyclePage[]; readonly path: string }): JSX.Element {
  return h(
    'nav',
    { class: 'other-cycles', 'aria-labelledby': 'other-cycles' },
    h('h2', { id: 'other-cycles' }, 'Other cycles'),
    h(
      'ul',
      { class: 'goals' },
      cycles.map(({ report, path: target }) =>
        h(
          'li',
          null,
          h(
            'div',
            { class: 'goal' },
            h('a', { href: rootOf(path) + encodeURI(target), dir: 'auto' }, titleOf(report.cycle)),
            h('span', { class: 'quiet' }, `${report.cycle.id} · ${count(report.objectives.length, 'objective')}`),
            h('span', { class: 'leader', 'aria-hidden': 'true' }),
            h('b', null, report.cycle.score === null ? '–' : score(report.cycle.score)),
          ),
        ),
      ),
    ),
  );
}
