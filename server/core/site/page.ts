/** The frame of every page: its head, the way around, and how it finds what is beside it. */
import { type ComponentChildren, h, type JSX } from 'preact';
import { htmlDocument } from '../views/html-document.ts';
import type { Links } from '../views/scene.ts';
import { type CyclePage, kpisPath, type SiteMap } from './site-map.ts';

/** Pages are opened from a disk as well, where nothing has an origin. */
const POLICY =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'";

export interface Page {
  /** From the root of the site, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly body: ComponentChildren;
  /** A script beside the pages that it runs; most have none. */
  readonly script?: string;
}

const WAYS = [
  ['index.html', 'Overview'],
  ['alignment.html', 'Alignment'],
  [kpisPath, 'KPIs'],
  ['people.html', 'People'],
  ['search.html', 'Search'],
] as const;

/** The whole document, from `<!doctype html>` on. */
export function documentOf({ path, title, body, script }: Page, site: SiteMap): string {
  const root = rootOf(path);
  return htmlDocument({
    title: title === site.title ? title : `${title} · ${site.title}`,
    policy: POLICY,
    head: [
      h('link', { rel: 'stylesheet', href: `${root}site.css` }),
      script !== undefined && h('script', { src: `${root}${script}`, defer: true }),
    ],
    body: h('body', null, h('div', { class: 'page site' }, h(Ways, { path, site }), body)),
  });
}

/** `../` as often as a page is deep. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Where goals, KPIs and people are, as seen from a page. @param cycle the one whose goals are meant first */
export function linksFrom(path: string, cycle: CyclePage | undefined, site: SiteMap): Links {
  const root = rootOf(path);
  const from = (href: string | undefined) => (href === undefined ? undefined : root + href);
  return {
    goal: ref => from(site.hrefOf(ref, cycle)),
    kpi: ref => from(site.kpiHref(ref)),
    person: handle => {
      const page = site.people.get(handle);
      return page === undefined ? undefined : from(encodeURI(page));
    },
  };
}

function Ways({ path, site }: { readonly path: string; readonly site: SiteMap }): JSX.Element {
  const root = rootOf(path);
  return h(
    'nav',
    { class: 'ways', 'aria-label': 'The whole site' },
    h('a', { class: 'home', href: `${root}index.html`, dir: 'auto' }, site.title),
    h(
      'ul',
      null,
      WAYS.map(([target, word]) =>
        h('li', null, h('a', { href: root + target, 'aria-current': target === path ? 'page' : undefined }, word)),
      ),
      site.cycles
        .filter(({ choice }) => choice.current)
        .map(cycle =>
          h(
            'li',
            null,
            h(
              'a',
              { href: root + encodeURI(cycle.path), 'aria-current': cycle.path === path ? 'page' : undefined },
              cycle.choice.id,
            ),
          ),
        ),
    ),
  );
}
