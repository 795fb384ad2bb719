/** Findings as compilers print them: where, how bad, what, which rule; then the line, and what of it is meant. */
import type { Colours } from '../terminal/colours.ts';
import { printable } from '../terminal/printable.ts';
import { paintSeverity } from '../terminal/severity.ts';
import { cut, width } from '../terminal/width.ts';
import { summary } from './counts.ts';
import type { Found, FoundPlace } from './findings.ts';

const TAB = 4;
/** So much of a longer line is shown before what is meant. */
const LEAD = 30;

export interface TextLooks {
  readonly colours: Colours;
  readonly columns: number;
  readonly named: (path: string) => string;
}

export function textReport(found: readonly Found[], files: number, looks: TextLooks): string {
  const { colours } = looks;
  const blocks = found.map(each => `${finding(each, looks)}\n\n`);
  const worst =
    found.length === 0
      ? colours.green
      : found.some(({ severity }) => severity === 'error')
        ? colours.red
        : colours.yellow;
  return `${blocks.join('')}${colours.bold(worst(`${summary(found, files)}.`))}\n`;
}

function finding(found: Found, looks: TextLooks): string {
  const { colours } = looks;
  const paint = paintSeverity(found.severity, colours);
  const where = placeText(found, looks);
  const message = colours.bold(printable(found.message));
  const head = `${where}  ${paint(found.severity)}  ${message}  ${colours.dim(found.rule)}`;
  if (found.line === undefined) return head;

  const gutter = String(found.range.start.line + 1);
  const margin = ' '.repeat(gutter.length);
  const bar = colours.dim('│');
  const { shown, before, marked } = excerpt(found.line, found, looks.columns - gutter.length - 5);
  return [
    head,
    `  ${colours.dim(gutter)} ${bar} ${shown}`,
    `  ${margin} ${bar} ${' '.repeat(before)}${paint('^'.repeat(marked))}`,
    ...found.related.map(
      place => `  ${margin} ${colours.dim('╰─')} ${placeText(place, looks)}  ${printable(place.message)}`,
    ),
  ].join('\n');
}

function placeText({ path, range }: FoundPlace, { named, colours }: TextLooks): string {
  const { line, character } = range.start;
  return `${colours.cyan(named(path))}${colours.dim(`:${line + 1}:${character + 1}`)}`;
}

/** As much of a line as fits, with how many columns stand before what is meant, and how many that takes. */
function excerpt(line: string, { range }: FoundPlace, columns: number) {
  const start = Math.min(range.start.character, line.length);
  const end = range.end.line > range.start.line ? line.length : Math.min(range.end.character, line.length);
  let lead = visible(line.slice(Math.max(0, start - columns), start), start);
  if (start > columns || width(lead) > columns - LEAD) lead = `…${lastColumns(lead, LEAD)}`;
  const before = width(lead);
  // A megabyte on one line is looked at only as far as it is shown.
  const meant = visible(line.slice(start, Math.min(end, start + columns * 4)));
  const rest = visible(line.slice(end, end + columns * 4));
  return {
    shown: cut(lead + meant + rest, columns),
    before,
    marked: Math.max(1, Math.min(width(meant), columns - before)),
  };
}

/** Without tabs and controls. A tab of the indentation reaches the next multiple of four, as in the language. */
function visible(text: string, offset = 0): string {
  let shown = '';
  for (const part of text.split(/(\t)/)) {
    shown += part === '\t' ? ' '.repeat(offset === text.length ? TAB - (width(shown) % TAB) : 1) : printable(part);
  }
  return shown;
}

function lastColumns(text: string, columns: number): string {
  let kept = text.slice(-columns);
  while (width(kept) > columns) kept = kept.slice(1);
  return kept;
}
