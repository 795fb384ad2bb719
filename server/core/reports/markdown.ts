/**
 * A report as Markdown: the review that a team reads in its meeting. It says in sentences where we are, and answers the
 * question that comes next.
 */
import { comparedWithBefore } from '../wording/cycle-before.ts';
import { asked } from './markdown/asked.ts';
import { changed, misjudged, moved } from './markdown/course.ts';
import { goOn, toDecide } from './markdown/decisions.ts';
import { on } from './markdown/english.ts';
import { score } from './markdown/figures.ts';
import { initiatives } from './markdown/initiatives.ts';
import { kpis, worsened } from './markdown/kpis.ts';
import { objectives } from './markdown/objectives.ts';
import { openGoals, type Part, teamParts, whole } from './markdown/parts.ts';
import { madeOf, ownGrade } from './markdown/reviewed.ts';
import { section } from './markdown/section.ts';
import { statusSigned } from './markdown/standing.ts';
import { summary } from './markdown/summary.ts';
import { table } from './markdown/table.ts';
import { plain, sentence } from './markdown/text.ts';
import { timeOf, titleOf } from './markdown/title.ts';
import type { Report } from './report.ts';

export function markdownReport(report: Report): string {
  const part = whole(report);
  const blocks = [
    `# ${plain(titleOf(report))}`,
    `*${timeOf(part)}*`,
    [summary(part), plain(comparedWithBefore(report))].join(' ').trim(),
    ...(report.teams.length > 1 ? teamByTeam(part) : section('Objectives', objectives(part, '###'))),
    ...(part.time === 'over' ? lookingBack(part) : lookingAhead(part)),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function lookingAhead(part: Part): string[] {
  const { report, today } = part;
  return [
    ...(report.movedSince === null ? [] : section(`What moved since ${on(report.movedSince, today)}`, moved(part))),
    ...section('What changed on the way', [changed(report)]),
    ...section('Asked, not answered', [asked(part)]),
    ...section('Business as usual', kpis(part)),
    ...section('Initiatives', report.initiatives.length === 0 ? [] : [initiatives(part)]),
    ...section('What we learned', [learned(report)]),
    ...section('To decide this week', [toDecide(part)]),
  ];
}

function lookingBack(part: Part): string[] {
  const { report } = part;
  return [
    ...section('What changed on the way', [changed(report)]),
    ...section('Where we were wrong', [misjudged(part)]),
    ...section('Asked, not answered', [asked(part)]),
    ...section(
      worsened(part).length > 0 ? 'What got worse while we looked elsewhere' : 'Business as usual',
      kpis(part),
    ),
    ...section('Initiatives', report.initiatives.length === 0 ? [] : [initiatives(part)]),
    ...section('What we learned', [learned(report)]),
    ...section('Go on, change or let go', [goOn(part)]),
  ];
}

/** A table of the teams, then a section for each. */
function teamByTeam(part: Part): string[] {
  const teams = teamParts(part);
  const over = part.time === 'over';
  const { report } = part;
  return [
    table<(typeof teams)[number]>(
      [
        { name: 'Team', cell: ({ title }) => plain(title) },
        { name: 'Objectives', right: true, cell: each => String(each.objectives.length) },
        { name: 'Key results', right: true, cell: each => String(openGoals(each).length) },
        { name: 'Made', right: true, cell: each => (over ? madeOf(each) : '') },
        { name: 'Score', right: true, cell: each => score(each.score) },
        { name: 'Before', right: true, cell: each => score(scoreBefore(report, each.name)) },
        { name: 'Ours', right: true, cell: each => (over ? score(ownGrade(each) ?? null) : '') },
        { name: 'Expected', right: true, cell: each => (over ? '' : score(each.expected)) },
        { name: 'Status', cell: each => (over ? '' : statusSigned(each.status)) },
      ],
      teams,
    ),
    ...teams.flatMap(each => section(plain(each.title), [summary(each), ...objectives(each, '###')])),
  ];
}

function scoreBefore({ before }: Report, team: string | null): number | null {
  return before?.teams.find(({ name }) => name === team)?.score ?? null;
}

function learned({ cycle }: Report): string {
  return cycle.reflections.map(text => `- ${sentence(plain(text))}`).join('\n');
}
