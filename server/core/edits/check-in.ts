/** Writes a check-in on a key result or an objective, and a reading of a KPI: one line, where a person would put it. */
import { Block } from '../../../grammar/document.ts';
import { brief } from '../../../grammar/problems.ts';
import type { CheckIn, Reading, SaidStatus, Statement } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { unitOf } from '../features/words.ts';
import type { Day } from '../model/elements.ts';
import { type Entry, type Goal, isKeyResult, type KeyResultEntry, type KpiEntry, objectiveOf } from '../model/entry.ts';
import { refToText } from '../model/resolve.ts';
import { statementOf } from '../rules/rule.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { factPlace } from './fact-place.ts';
import { type Insertion, Refusal } from './insertion.ts';
import type { Subject } from './subject.ts';
import { writtenValue } from './written-value.ts';

/** What somebody says of a key result on a day. What is empty is left out. */
export interface Said {
  readonly day: Day;
  /** As they type it: `41`, `41 points`, `$1.2M`. */
  readonly value: string;
  /** `7/10`, `70%` or `0.7` */
  readonly confidence: string;
  readonly status: SaidStatus | undefined;
  /** Who says it, with or without `@`; the owner is not written. */
  readonly by: string;
  /** Line breaks become blanks. */
  readonly note: string;
}

/**
 * The line that says where something stands: a check-in, or the reading of a KPI.
 * @throws Refusal where it cannot be written, or would not be read as it is meant
 */
export function checkInOrReading(context: FeatureContext, subject: Subject, said: Said): Insertion {
  return subject.kind === 'kpi' ? addReading(context, subject.kpi, said) : checkIn(subject.goal, said);
}

/**
 * The line of a check-in.
 * @throws Refusal where it cannot be written, or would not be read as it is meant
 */
export function checkIn(goal: Goal, said: Said): Insertion {
  const objective = objectiveOf(goal);
  const heading = headingOf(goal);
  const owner = (isKeyResult(goal) ? goal.keyResult.owner : undefined) ?? objective.element.owner;
  if (isKeyResult(goal)) refuseToFollow(goal);
  const value = said.value.trim() === '' ? '' : valueText(goal, said.value, heading);
  const words = [value, by(said, owner), worded('confidence', said.confidence), said.status ?? ''];
  if ([...words.slice(0, 1), ...words.slice(2), said.note.trim()].every(word => word === ''))
    throw new Refusal('There is nothing to write: say a value, a confidence, a status or a note.');
  return insert(objective, heading, 'checkin', said, words);
}

/**
 * The line of a KPI's reading.
 * @throws Refusal where it cannot be written, or would not be read as it is meant
 */
export function addReading(
  { workspace }: FeatureContext,
  kpi: KpiEntry,
  said: Pick<Said, 'day' | 'value' | 'by' | 'note'>,
): Insertion {
  const heading = statementOf(kpi);
  if (said.value.trim() === '') throw new Refusal('A reading needs a value.');
  const value = writtenValue(said.value, kpiUnit(kpi, workspace), heading, kpi.block);
  return insert(kpi, heading, 'reading', said, [value, by(said, kpi.element.owner)]);
}

/** The statement of a goal. A key result is known by its line. */
function headingOf(goal: Goal): Statement {
  const root = statementOf(objectiveOf(goal));
  if (!isKeyResult(goal)) return root;
  const node = root.body.find(({ kind, line }) => kind === 'kr' && line === goal.keyResult.line);
  if (node === undefined) throw new Refusal('This key result is no longer where it was.');
  return node;
}

function refuseToFollow({ keyResult: { follows } }: KeyResultEntry): void {
  if (follows !== undefined) throw new Refusal(`Its check-ins are those of \`${refToText(follows)}\`: check in there.`);
}

function valueText(goal: Goal, typed: string, heading: Statement): string {
  if (!isKeyResult(goal)) throw new Refusal('A check-in on an objective has no value: its key results have.');
  const { measure } = goal.keyResult;
  if (measure?.kind === 'milestones')
    throw new Refusal('Its milestones say how far it is: a check-in on it has no value.');
  return writtenValue(typed, unitOf(measure), heading, goal.objective.block);
}

function by({ by: who }: Pick<Said, 'by'>, owner: string | undefined): string {
  const handle = who.trim().replace(/^@/, '');
  return handle === '' || handle === owner ? '' : `by @${handle}`;
}

function worded(word: string, argument: string): string {
  return argument.trim() === '' ? '' : `${word} ${argument.trim()}`;
}

function insert(
  { file, block }: Entry,
  heading: Statement,
  kind: 'checkin' | 'reading',
  { day, note }: Pick<Said, 'day' | 'note'>,
  words: readonly string[],
): Insertion {
  if (heading.broken) throw new Refusal('The first line of this element has a mistake: mend it first.');
  const text = note.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  const line = [kind, toIso(day), ...words].filter(word => word !== '').join(' ') + (text === '' ? '' : `: ${text}`);
  const place = factPlace(file, block, heading, kind, day);
  const lineBreak = file.document.lineBreak;
  const start = block.lineStarts[place.line];
  const at = start ?? block.text.length;
  const written = start === undefined ? lineBreak + place.indentation + line : place.indentation + line + lineBreak;
  readBack(block.text.slice(0, at) + written + block.text.slice(at), heading, place.line, { kind, day, words, text });
  return {
    uri: file.uri,
    range: file.rangeOf(block, { start: at, end: at }),
    text: written,
    line: file.lineOf(block, place.line),
  };
}

interface Meant {
  readonly kind: 'checkin' | 'reading';
  readonly day: Day;
  readonly words: readonly string[];
  readonly text: string;
}

/** Whatever was typed, the line that is written is read as what was meant: by this element, and word for word. */
function readBack(text: string, heading: Statement, line: number, meant: Meant): void {
  const block = new Block(text);
  const { statements, syntax, structure } = block.tree;
  const node = statements.find(statement => statement.line === line) as CheckIn | Reading | undefined;
  const from = block.lineStarts[line] ?? 0;
  const to = block.lineStarts[line + 1] ?? text.length;
  const problem = [...syntax, ...structure].find(({ start }) => start >= from && start < to);
  if (problem !== undefined) throw new Refusal(`${problem.message}.`);
  const read = node !== undefined && node.parent?.line === heading.line && node.kind === meant.kind ? node : undefined;
  const written = (part: { readonly start: number; readonly end: number } | undefined) =>
    part === undefined ? '' : text.slice(part.start, part.end);
  const [value = '', who = '', confidence = '', status = ''] = meant.words;
  const isAsMeant =
    read !== undefined &&
    read.date?.day === meant.day &&
    written(read.value) === value &&
    worded('by', written(read.by)) === who &&
    (read.kind === 'reading' ||
      (worded('confidence', written(read.confidence)) === confidence && (read.status?.status ?? '') === status)) &&
    (read.prose?.text ?? '') === meant.text;
  if (!isAsMeant) throw new Refusal(`\`${brief(text.slice(from, to).trim())}\` would be read as something else.`);
}
