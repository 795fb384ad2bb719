/** A team in a cycle: the whole report, in which goals and people lead to their pages. */
import { h } from 'preact';
import { ReportView } from '../views/report-view.ts';
import { sceneOf } from '../views/scene.ts';
import { linksFrom, type Page, rootOf } from './page.ts';
import type { CyclePage, SiteMap, TeamPage } from './site-map.ts';

export function teamPage(team: TeamPage, cycle: CyclePage, site: SiteMap): Page {
  const { path, report, title } = team;
  const root = rootOf(path);
  const others = site.cycles.flatMap(other =>
    other === cycle ? [] : other.teams.filter(({ name }) => name === team.name).map(page => ({ page, other })),
  );
  return {
    path,
    title: `${title}, ${cycle.choice.id}`,
    body: [
      h(
        'nav',
        { class: 'trail', 'aria-label': 'Where this is' },
        h('a', { href: root + encodeURI(cycle.path) }, cycle.choice.id),
        ' › ',
        h('bdi', null, title),
        others.length > 0 && [
          ' · also in ',
          others.map(({ page, other }, i) => [
            i > 0 && ', ',
            h('a', { href: root + encodeURI(page.path) }, other.choice.id),
          ]),
        ],
      ),
      h(ReportView, { report, scene: { ...sceneOf(report, false, null), links: linksFrom(path, cycle, site) } }),
    ],
  };
}
