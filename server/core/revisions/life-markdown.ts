/** The life of an element as Markdown: a table, oldest first. */
import { table } from '../reports/markdown/table.ts';
import { eventInWords, nothingYet } from './check-in-words.ts';
import type { Life } from './life.ts';
import { harmless } from './markdown.ts';
import { day, type Writer } from './writer.ts';

export function lifeMarkdown(life: Life): string {
  const writer: Writer = { today: life.today, plain: harmless };
  const title = `### ${harmless(life.title || life.ref || '')}`;
  const about = [life.ref, life.cycle].filter(part => part !== null).map(part => harmless(part as string));
  const rows = life.events.map(event => ({ event, lines: eventInWords(event, life, writer) }));
  const events = table(
    [
      { name: 'Day', cell: ({ event: { revision } }) => (revision.date === null ? 'now' : day(revision.date, writer)) },
      { name: 'What happened', cell: ({ lines }) => lines.join('; ') },
      {
        name: 'By',
        cell: ({ event: { revision } }) => (revision.author === null ? 'not committed' : harmless(revision.author)),
      },
      { name: 'Commit', cell: ({ event: { revision } }) => (revision.id === null ? '' : revision.name) },
    ],
    rows,
  );
  const body = rows.length === 0 ? nothingYet(life, writer) : events;
  const gap = life.complete ? [] : ['This clone has only the newest commits: what was before is not told.'];
  return `${[title, ...(about.length === 0 ? [] : [about.join(', ')]), body, ...gap].join('\n\n')}\n`;
}
