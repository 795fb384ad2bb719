/** The weekly agenda as Markdown: what to speak about first, and then the rest in one line each. */

import { SIGNS, signed } from '../../wording/signs.ts';
import { UNMEASURED } from '../../wording/standing.ts';
import type { Agenda, AgendaPoint, OverduePoint, RestPoint } from '../agenda.ts';
import type { Report } from '../report.ts';
import { moved } from './course.ts';
import { listed, on } from './english.ts';
import { score } from './figures.ts';
import { whole } from './parts.ts';
import { section } from './section.ts';
import { statusSigned } from './standing.ts';
import { bold, plain, quoted, sentence } from './text.ts';
import { titleOf } from './title.ts';

const WHAT: Readonly<Record<AgendaPoint['what'], string>> = {
  blocked: `${SIGNS.barred} blocked`,
  'off-track': `${SIGNS.cross} off track`,
  critical: `${SIGNS.cross} critical`,
  silent: `${SIGNS.silence} silent`,
  unmeasurable: signed(UNMEASURED),
};

/** @param report what the agenda was made from */
export function markdownAgenda({ today, since, urgent, overdue, moved: news, rest }: Agenda, report: Report): string {
  const first = list(urgent.map(point => pointLine(point, today)));
  const blocks = [
    `# Agenda of ${on(today, '')}`,
    // A team is named where it was asked for.
    `*${plain(titleOf({ ...report, teams: [] }))}*`,
    ...section('First', [first || 'Nothing is off track, blocked or silent.']),
    ...section('Overdue', [list(overdue.map(point => overdueLine(point, today)))]),
    ...(since === null
      ? []
      : section(`What moved since ${on(since, today)}`, news.length === 0 ? ['Nothing moved.'] : moved(whole(report)))),
    ...section('The rest', [list(rest.map(restLine))]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}

/** `**Cut recurring tickets** (✗ off track): 18% of the way, 56% expected. Ask @sam. Next: …, 18 November.` */
function pointLine({ what, title, text, owner, next }: AgendaPoint, today: string): string {
  const isSaid = text === WHAT[what].slice(2);
  const about = `${bold(title)} (${WHAT[what]})${isSaid ? '.' : `: ${sentence(plain(text))}`}`;
  const ask = owner === null ? ' Nobody owns it: who will?' : ` Ask ${plain(owner)}.`;
  if (next === null) return about + ask;
  const by = [next.owner === null ? '' : plain(next.owner), next.due === null ? '' : on(next.due, today)];
  return `${about}${ask} Next: ${[quoted(next.title), ...by.filter(part => part !== '')].join(', ')}.`;
}

function overdueLine({ title, of, due, owner }: OverduePoint, today: string): string {
  const name = of === null ? bold(title) : `${quoted(title)} of ${bold(of)}`;
  const ask = owner === null ? '' : ` Ask ${plain(owner)}: done, or when?`;
  return `${name} was due on ${on(due, today)}.${ask}`;
}

function restLine({ title, status, score: points, owner }: RestPoint): string {
  const facts = [
    statusSigned(status),
    ...(points === null ? [] : [score(points)]),
    ...(owner === null ? [] : [plain(owner)]),
  ];
  return `${plain(title)}: ${listed(facts).replace(' and ', ', ')}`;
}
