/**
 * A report as one HTML file: nothing in it runs, nothing is fetched, and it prints on A4.
 */
import { h, type JSX } from 'preact';
import type { Report } from '../reports/report.ts';
import { standingOf } from '../wording/standing.ts';
import { score } from '../wording/words.ts';
import { groupsOf } from './groups.ts';
import { htmlDocument, inlineStyles } from './html-document.ts';
import { Sign } from './icon.ts';
import { titleOf, whoIn } from './page-header.ts';
import { ReportView } from './report-view.ts';
import { sceneOf } from './scene.ts';
import { stylesheet } from './styles/stylesheet.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole document, from `<!doctype html>` on. */
export function renderHtmlReport(report: Report): string {
  const title = [
    titleOf(report.cycle),
    report.cycle.id === titleOf(report.cycle) ? '' : (report.cycle.id ?? ''),
    whoIn(report),
  ]
    .filter(part => part !== '')
    .join(' · ');
  return htmlDocument({
    title,
    policy: POLICY,
    head: inlineStyles(stylesheet),
    body: h(
      'body',
      null,
      h(
        'div',
        { class: 'page' },
        h(ReportView, { report, scene: sceneOf(report, false, null), contents: h(Contents, { report }) }),
      ),
    ),
  });
}

function Contents({ report }: { readonly report: Report }): JSX.Element | null {
  if (report.objectives.length < 2) return null;
  return h(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    h('h2', { id: 'contents' }, 'Contents'),
    groupsOf(report).map(({ title, objectives }) => [
      title !== null && h('h3', null, h('bdi', null, title)),
      h(
        'ol',
        null,
        objectives.map(({ objective, id }) => {
          const { shape, tone, word } = standingOf(objective);
          return h(
            'li',
            null,
            h('span', { class: `icon ${tone}` }, h(Sign, { shape })),
            h('a', { href: `#${id}`, dir: 'auto' }, objective.title || 'Untitled objective'),
            h('span', { class: 'leader', 'aria-hidden': 'true' }),
            h('span', { class: 'quiet' }, word),
            h('b', null, objective.score === null ? '–' : score(objective.score)),
          );
        }),
      ),
    ]),
    h('p', null, [
      report.kpis.length > 0 && h('a', { href: '#kpis' }, 'Business as usual'),
      report.kpis.length > 0 && report.initiatives.length > 0 && ' · ',
      report.initiatives.length > 0 && h('a', { href: '#initiatives' }, 'Initiatives'),
    ]),
  );
}
