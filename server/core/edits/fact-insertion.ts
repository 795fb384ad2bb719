/** One new dated line in an element, where a person would put it; whoever asks for it checks how it is read. */
import { isHandle } from '../../../grammar/arguments.ts';
import { Block } from '../../../grammar/document.ts';
import { brief } from '../../../grammar/problems.ts';
import type { Fact, Span, Statement, StatementKind } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import type { PlacedEdit } from '../rules/rule.ts';
import { type FactPlace, factPlace } from './fact-place.ts';
import { Refusal } from './insertion.ts';

export interface NewFact {
  readonly kind: 'checkin' | 'reading' | 'target' | 'dropped' | 'resumed' | 'grade';
  readonly day: Day;
  /** What stands between the date and the colon; empty ones are left out. */
  readonly words: readonly string[];
  /** Line breaks become blanks. */
  readonly note: string;
}

export interface FactInsertion {
  readonly edit: PlacedEdit;
  /** The line of the file that is new, once the text is there. */
  readonly line: number;
  /** How the line is read, and the text of one of its parts; empty for none. */
  readonly read: Statement & Fact;
  readonly written: (part: Span | undefined) => string;
}

/** @throws Refusal where it cannot be written, or would not be read as a fact of this element with these words */
export function factInsertion(entry: Entry, heading: Statement, fact: NewFact): FactInsertion {
  const { kind, day } = fact;
  const note = oneLine(fact.note);
  const text =
    [kind, toIso(day), ...fact.words].filter(word => word !== '').join(' ') + (note === '' ? '' : `: ${note}`);
  const place = factPlace(entry.file, entry.block, heading, kind as StatementKind, day);
  const { edit, line, read, written } = lineInsertion(entry, heading, place, text);
  const isAsMeant = read.kind === kind && (read as Fact).date?.day === day && (read.prose?.text ?? '') === note;
  if (!isAsMeant) throw misread(text);
  return { edit, line, read: read as Statement & Fact, written };
}

export interface LineInsertion extends Omit<FactInsertion, 'read'> {
  readonly read: Statement;
}

/**
 * One new line of an element.
 * @throws Refusal where it would be a mistake, or would not stand directly under the heading
 */
export function lineInsertion(
  { file, block }: Entry,
  heading: Statement,
  { line, indentation }: FactPlace,
  text: string,
): LineInsertion {
  if (heading.broken) throw new Refusal('The first line of this element has a mistake: mend it first.');
  const lineBreak = file.document.lineBreak;
  const start = block.lineStarts[line];
  const at = start ?? block.text.length;
  const inserted = start === undefined ? lineBreak + indentation + text : indentation + text + lineBreak;
  const after = block.text.slice(0, at) + inserted + block.text.slice(at);
  return {
    edit: { place: { file, block, span: { start: at, end: at } }, text: inserted },
    line: file.lineOf(block, line),
    read: readLine(after, heading, line),
    written: part => (part === undefined ? '' : after.slice(part.start, part.end)),
  };
}

/**
 * Whatever was typed, the line that is written is a fact of this element, with this note and no mistake.
 * @throws Refusal where it is not
 */
export function readBack(
  text: string,
  heading: Statement,
  line: number,
  { kind, day, note }: Omit<NewFact, 'words'>,
): Statement & Fact {
  const node = readLine(text, heading, line);
  const isAsMeant = node.kind === kind && (node as Fact).date?.day === day && (node.prose?.text ?? '') === note;
  if (!isAsMeant) throw misread(text.split(/\r\n?|\n/)[line] ?? '');
  return node as Statement & Fact;
}

/** Whatever was typed, the line that is written is a line of this element, and has no mistake. */
function readLine(text: string, heading: Statement, line: number): Statement {
  const block = new Block(text);
  const { statements, syntax, structure } = block.tree;
  const node = statements.find(statement => statement.line === line);
  const from = block.lineStarts[line] ?? 0;
  const to = block.lineStarts[line + 1] ?? text.length;
  const problem = [...syntax, ...structure].find(({ start }) => start >= from && start < to);
  if (problem !== undefined) throw new Refusal(`${problem.message}.`);
  if (node?.parent?.line !== heading.line) throw misread(text.slice(from, to));
  return node;
}

export function misread(line: string): Refusal {
  return new Refusal(`\`${brief(line.trim())}\` would be read as something else.`);
}

/**
 * `by @kim`; empty for the owner, and where nobody said who it is.
 * @param who with or without `@`
 * @throws Refusal where that is no handle
 */
export function byWords(who: string, owner: string | undefined): string {
  const handle = who.trim().replace(/^@/, '');
  if (handle === '' || handle === owner) return '';
  if (!isHandle(handle)) throw new Refusal(`\`${brief(who.trim())}\` is no handle: write who says it as \`@ana\`.`);
  return `by @${handle}`;
}

/** Line breaks become blanks; what a terminal would take for a command, and nobody meant to write, is left out. */
export function oneLine(note: string): string {
  return note
    .replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' ')
    .replace(/[^\P{Cc}\t]/gu, '')
    .trim();
}
