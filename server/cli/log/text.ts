/** The life of an element on the terminal: a line down its side, oldest first. */

import { eventInWords, nothingYet } from '../../core/revisions/check-in-words.ts';
import type { Life, LifeEvent } from '../../core/revisions/life.ts';
import { day, type Writer } from '../../core/revisions/writer.ts';
import { heading, wrapped } from '../show/details.ts';
import { plain } from '../show/looks.ts';
import type { Colours } from '../terminal/colours.ts';
import { cut, width } from '../terminal/width.ts';

const WIDEST = 110;
const MOST_AUTHOR = 18;

export interface LifeLooks {
  /** Where it is written: `growth/2026-Q4.okr:16`. */
  readonly where: string;
  readonly columns: number;
  readonly colours: Colours;
}

export function lifeText(life: Life, looks: LifeLooks): string {
  const { colours } = looks;
  const writer: Writer = { today: life.today, plain };
  const across = Math.min(looks.columns, WIDEST);
  const rows = life.events.map(event => ({
    event,
    day: event.revision.date === null ? 'now' : day(event.revision.date, writer),
    by:
      event.revision.author === null
        ? 'not committed'
        : `${cut(plain(event.revision.author), MOST_AUTHOR)} ${event.revision.name}`,
    lines: eventInWords(event, life, writer),
  }));
  const dayWidth = Math.max(0, ...rows.map(row => width(row.day)));
  const byWidth = Math.max(0, ...rows.map(row => width(row.by)));
  const textWidth = Math.max(30, across - dayWidth - byWidth - 8);
  const body = rows.flatMap(({ event, day, by, lines }, index) => {
    const texts = lines.flatMap(line => wrapped(line, textWidth, ''));
    const isLast = index === rows.length - 1;
    return texts.map((text, line) => {
      const side = line === 0 ? dot(event, colours) : colours.dim(isLast ? ' ' : '│');
      const date = ' '.repeat(dayWidth - (line === 0 ? width(day) : 0)) + (line === 0 ? colours.dim(day) : '');
      const author = line === 0 ? `${' '.repeat(Math.max(2, textWidth - width(text) + 2))}${colours.dim(by)}` : '';
      return `  ${side} ${date}  ${text}${author}`;
    });
  });
  const details = { where: looks.where, columns: looks.columns, colours };
  if (rows.length === 0) body.push(colours.dim(`  ${nothingYet(life, writer)}`));
  const gap = life.complete
    ? []
    : ['', colours.yellow('This clone has only the newest commits: what was before is not told.')];
  return `${[...heading(life.ref, life.title, details), '', ...body, ...gap].join('\n')}\n`;
}

function dot({ what, changes }: LifeEvent, { green, red, yellow, cyan }: Colours): string {
  if (what === 'created') return green('●');
  const kinds = new Set(changes.map(change => change.what));
  if (what === 'removed' || kinds.has('dropped')) return red('■');
  if (kinds.has('target') || kinds.has('baseline') || kinds.has('measure')) return yellow('◎');
  return changes.length > 0 ? '●' : cyan('○');
}
