/** One new dated line in an element, where a person would put it; whoever asks for it checks how it is read. */
import { isHandle } from '../../../grammar/arguments.ts';
import { Block } from '../../../grammar/document.ts';
import { brief } from '../../../grammar/problems.ts';
import type { Fact, Span, Statement, StatementKind } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import type { PlacedEdit } from '../rules/rule.ts';
import { factPlace } from './fact-place.ts';
import { Refusal } from './insertion.ts';

export interface NewFact {
  readonly kind: 'checkin' | 'reading' | 'target' | 'dropped' | 'resumed';
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
export function factInsertion({ file, block }: Entry, heading: Statement, fact: NewFact): FactInsertion {
  if (heading.broken) throw new Refusal('The first line of this element has a mistake: mend it first.');
  const { kind, day } = fact;
  const note = oneLine(fact.note);
  const text =
    [kind, toIso(day), ...fact.words].filter(word => word !== '').join(' ') + (note === '' ? '' : `: ${note}`);
  const { line, indentation } = factPlace(file, block, heading, kind as StatementKind, day);
  const lineBreak = file.document.lineBreak;
  const start = block.lineStarts[line];
  const at = start ?? block.text.length;
  const inserted = start === undefined ? lineBreak + indentation + text : indentation + text + lineBreak;
  const after = block.text.slice(0, at) + inserted + block.text.slice(at);
  return {
    edit: { place: { file, block, span: { start: at, end: at } }, text: inserted },
    line: file.lineOf(block, line),
    read: readBack(after, heading, line, { ...fact, note }),
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
  const block = new Block(text);
  const { statements, syntax, structure } = block.tree;
  const node = statements.find(statement => statement.line === line) as (Statement & Fact) | undefined;
  const from = block.lineStarts[line] ?? 0;
  const to = block.lineStarts[line + 1] ?? text.length;
  const problem = [...syntax, ...structure].find(({ start }) => start >= from && start < to);
  if (problem !== undefined) throw new Refusal(`${problem.message}.`);
  const isAsMeant =
    node?.kind === kind &&
    node.parent?.line === heading.line &&
    node.date?.day === day &&
    (node.prose?.text ?? '') === note;
  if (!isAsMeant) throw misread(text.slice(from, to));
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
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[^\P{Cc}\t]/gu, '')
    .trim();
}
