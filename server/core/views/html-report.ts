/**
 * A report as one HTML file: nothing in it runs, nothing is fetched, and it prints on A4.
 */
import { h, type JSX } from 'preact';
import type { Alignment } from '../reports/alignment.ts';
import type { Report } from '../reports/report.ts';
import { standingOf } from '../wording/standing.ts';
import { score } from '../wording/words.ts';
import { AlignmentSection } from './alignment/section.ts';
import { groupsOf } from './groups.ts';
import { htmlDocument, inlineStyles } from './html-document.ts';
import { Sign } from './icon.ts';
import { titleOf, whoIn } from './page-header.ts';
import { ReportView } from './report-view.ts';
import { sceneOf } from './scene.ts';
import { pageStyles, stylesheet } from './styles/stylesheet.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The whole document, from `<!doctype html>` on.
 *
 * @param alignment of its objectives; it is laid out here, so that nothing has to run to see it
 */
export function renderHtmlReport(report: Report, alignment: Alignment | null = null): string {
  const scene = sceneOf(report, false, null);
  const aligned = alignment?.ties.some(({ relation }) => relation === 'supports') === true ? alignment : null;
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
    head: inlineStyles(aligned === null ? stylesheet : pageStyles),
    body: h(
      'body',
      null,
      h(
        'div',
        { class: 'page' },
        h(ReportView, {
          report,
          scene,
          contents: h(Contents, { report, isAligned: aligned !== null }),
          below: aligned && h(AlignmentSection, { alignment: aligned, scene }),
        }),
      ),
    ),
  });
}

interface ContentsProps {
  readonly report: Report;
  /** There is a section of that. */
  readonly isAligned: boolean;
}

function Contents({ report, isAligned }: ContentsProps): JSX.Element | null {
  if (report.objectives.length < 2) return null;
  const sections = [
    { id: 'alignment', name: 'Alignment', isThere: isAligned },
    { id: 'kpis', name: 'Business as usual', isThere: report.kpis.length > 0 },
    { id: 'initiatives', name: 'Initiatives', isThere: report.initiatives.length > 0 },
  ].filter(({ isThere }) => isThere);
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
    h(
      'p',
      null,
      sections.map(({ id, name }, index) => [index > 0 && ' · ', h('a', { href: `#${id}` }, name)]),
    ),
  );
}
