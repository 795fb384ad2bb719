/** A workspace as pages that any static host serves, and that open from a disk. */
import type { Workspace } from '../model/workspace.ts';
import type { Standings } from '../standing/standings.ts';
import { alignment } from '../views/styles/alignment.ts';
import { stylesheet } from '../views/styles/stylesheet.ts';
import { alignmentPage } from './alignment-page.ts';
import { kpisPage } from './kpis-page.ts';
import { cyclePage, overviewPage } from './overview-page.ts';
import { documentOf } from './page.ts';
import { peoplePages } from './people-pages.ts';
import { searchIndex, searchPage, searchScript } from './search-page.ts';
import { siteMap } from './site-map.ts';
import { siteStyles } from './styles.ts';
import { teamPage } from './team-page.ts';

export interface SiteFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** @param title what the whole is called, such as the company's name */
export function* siteFiles(workspace: Workspace, standings: Standings, title: string): Generator<SiteFile> {
  const site = siteMap(workspace, standings, title);
  yield { path: 'site.css', text: stylesheet + alignment + siteStyles };
  yield { path: searchScript, text: searchIndex(site) };
  const pages = [
    overviewPage(site),
    alignmentPage(site),
    kpisPage(site),
    searchPage(),
    ...peoplePages(site),
    ...site.cycles.map(cycle => cyclePage(cycle, site)),
  ];
  for (const page of pages) yield { path: page.path, text: documentOf(page, site) };
  for (const cycle of site.cycles) {
    for (const team of cycle.teams) {
      const page = teamPage(team, cycle, site);
      yield { path: page.path, text: documentOf(page, site) };
    }
  }
}
