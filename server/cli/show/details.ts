/** The parts that everything shown alone has: a title, what is said of it, a row of figures, dated lines. */
import type { ObjectiveReport, Report } from '../../core/reports/report.ts';
import { day } from '../../core/wording/words.ts';
import type { Colours } from '../terminal/colours.ts';
import { cut, toWidth, width } from '../terminal/width.ts';
import { plain } from './looks.ts';

export interface Details {
  readonly report: Report;
  /** Where it is written: `growth/2026-Q4.okr:16`. */
  readonly where: string;
  readonly columns: number;
  readonly colours: Colours;
}

/** `growth/love.nps        growth/2026-Q4.okr:16`, and the title below. */
export function heading(
  ref: string | null,
  title: string,
  { where, columns, colours }: Omit<Details, 'report'>,
): string[] {
  const left = plain(ref ?? '');
  const gap = Math.max(2, Math.min(columns, 100) - width(left) - width(where));
  return [
    `${colours.cyan(left)}${' '.repeat(gap)}${colours.dim(where)}`,
    ...wrapped(plain(title), columns, '', colours.bold),
  ];
}

/** Facts in one line, those that are there. */
export function facts(all: readonly (string | null | false)[], colours: Colours): string[] {
  const said = all.filter(fact => typeof fact === 'string' && fact !== '').map(fact => plain(fact as string));
  return said.length === 0 ? [] : [colours.dim(said.join('  ·  '))];
}

/** A description, with a rule at its side: what a file says is never mistaken for what is said of it. */
export function description(text: string, { columns, colours }: Details): string[] {
  if (text === '') return [];
  return ['', ...text.split('\n').flatMap(line => wrapped(plain(line), columns - 2, colours.dim('▏ ')))];
}

/** `  20 Nov   44 points   7/10   on track   the note`: what is in a column is aligned. */
export function datedLines(
  rows: readonly { readonly date: string; readonly cells: readonly string[]; readonly note: string }[],
  { report, columns, colours }: Details,
): string[] {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map(({ cells }) => width(cells[at] ?? ''))));
  const dates = rows.map(({ date }) => plain(day(date, report.today)));
  const longest = Math.max(0, ...dates.map(width));
  return rows.map(({ cells, note }, index) => {
    const date = `  ${' '.repeat(longest - width(dates[index] ?? ''))}${colours.dim(dates[index] ?? '')}`;
    const aligned = widths.flatMap((room, at) => (room === 0 ? [] : [toWidth(cells[at] ?? '', room)]));
    const taken = 2 + longest + aligned.reduce((sum, cell) => sum + 3 + width(cell), 0) + 3;
    return [date, ...aligned, note === '' ? '' : cut(plain(note), Math.max(20, columns - taken))].join('   ').trimEnd();
  });
}

/** Broken at blanks. */
export function wrapped(text: string, columns: number, margin: string, look = (line: string) => line): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map(each => `${margin}${look(each)}`);
}

/** With a full stop, unless it ends already. */
export function sentence(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`;
}

/** What it supports and needs, each on a line with its word. */
export function relations(
  goal: Pick<ObjectiveReport, 'supports' | 'needs'> & { readonly with?: readonly string[] },
  { colours, columns }: Details,
): string[] {
  const label = (word: string) => colours.dim(toWidth(word, 12));
  return [
    ...(goal.supports.length > 0 ? [`  ${label('supports')}${plain(goal.supports.join(', '))}`] : []),
    ...goal.needs.map(
      ({ ref, why }) => `  ${label('needs')}${cut(plain(why === '' ? ref : `${ref}: ${why}`), columns - 14)}`,
    ),
  ];
}
