/** All KPIs of the workspace, team by team: how healthy they are, since when, and what they feed. */
import { h } from 'preact';
import { EmptyState } from '../views/empty-state.ts';
import { KpiTiles } from '../views/kpi-tiles.ts';
import { sceneOf } from '../views/scene.ts';
import { linksFrom, type Page } from './page.ts';
import { kpisPath, type SiteMap } from './site-map.ts';

export function kpisPage(site: SiteMap): Page {
  const { kpis, cycles } = site;
  const report = cycles.find(({ choice }) => choice.current)?.report ?? cycles[0]?.report;
  return {
    path: kpisPath,
    title: 'KPIs',
    body: [
      h('header', null, h('h1', null, 'KPIs')),
      h(
        'main',
        null,
        report === undefined || kpis.length === 0
          ? h(EmptyState, { message: 'There are no KPIs yet.' })
          : h(KpiTiles, {
              kpis,
              scene: { ...sceneOf(report, false, null), start: null, links: linksFrom(kpisPath, undefined, site) },
            }),
      ),
    ],
  };
}
