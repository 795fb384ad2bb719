/** The weekly agenda as Markdown: what to speak about first, and then the rest in one line each. */
import type { Agenda, AgendaPoint, OverduePoint, RestPoint } from '../agenda.ts';
import type { Report } from '../report.ts';
import { moved } from './course.ts';
import { listed, on } from './english.ts';
import { score } from './figures.ts';
import { whole } from './parts.ts';
import { statusSigned } from './standing.ts';
import { bold, plain, quoted, sentence } from './text.ts';

const WHAT: Readonly<Record<AgendaPoint['what'], string>> = {
  blocked: '■ blocked',
  'off-track': '✕ off track',
  critical: '✕ critical',
  silent: '… silent',
  unmeasurable: '○ not measurable',
};

/** @param report what the agenda was made from */
export function markdownAgenda(agenda: Agenda, report: Report): string {
  const { today, since } = agenda;
  const { urgent, overdue, rest } = agenda;
  const news = agenda.moved.length === 0 ? ['Nothing moved.'] : moved(whole(report)).filter(block => block !== '');
  const blocks = [
    `# Agenda of ${on(today, '')}`,
    `*${titleOf(agenda)}*`,
    ...section(
      'First',
      urgent.map(point => pointLine(point, today)),
      'Nothing is off track, blocked or silent.',
    ),
    ...section(
      'Overdue',
      overdue.map(point => overdueLine(point, today)),
    ),
    ...(since === null ? [] : [`## What moved since ${on(since, today)}`, ...news]),
    ...section('The rest', rest.map(restLine)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function titleOf({ cycle, team }: Agenda): string {
  const id = cycle.id === null || cycle.title === '' || cycle.title === cycle.id ? '' : ` (${cycle.id})`;
  const what = cycle.title === '' ? (cycle.id ?? 'Objectives') : `${cycle.title}${id}`;
  return plain([team?.title ?? '', what].filter(part => part !== '').join(': '));
}

function section(heading: string, lines: readonly string[], instead = ''): string[] {
  if (lines.length === 0) return instead === '' ? [] : [`## ${heading}`, instead];
  return [`## ${heading}`, lines.map(line => `- ${line}`).join('\n')];
}

/** `**Cut recurring tickets** (✕ off track): 18% of the way, 56% expected. Ask @sam. Next: …, 18 November.` */
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
