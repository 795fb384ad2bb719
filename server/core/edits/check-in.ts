/** Writes a check-in on a key result or an objective, and a reading of a KPI: one line, where a person would put it. */
import type { CheckIn, Reading, SaidStatus, Span, Statement } from '../../../grammar/tree.ts';
import type { FeatureContext } from '../features/context.ts';
import { unitOf } from '../features/words.ts';
import type { Day } from '../model/elements.ts';
import { type Entry, type Goal, isKeyResult, type KeyResultEntry, type KpiEntry, objectiveOf } from '../model/entry.ts';
import { refToText } from '../model/resolve.ts';
import { statementOf } from '../rules/rule.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { byWords, factInsertion, misread } from './fact-insertion.ts';
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
  const words = [value, byWords(said.by, owner), worded('confidence', said.confidence), said.status ?? ''];
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
  return insert(kpi, heading, 'reading', said, [value, byWords(said.by, kpi.element.owner)]);
}

/** The statement of a goal. A key result is known by its line. */
export function headingOf(goal: Goal): Statement {
  const root = statementOf(objectiveOf(goal));
  if (!isKeyResult(goal)) return root;
  const node = root.body.find(({ kind, line }) => kind === 'kr' && line === goal.keyResult.line);
  if (node === undefined) throw new Refusal('This key result is no longer where it was.');
  return node;
}

/**
 * @param what of it
 * @param instead what to do there
 * @throws Refusal for a key result whose facts are another's
 */
export function refuseToFollow(
  { keyResult: { follows } }: KeyResultEntry,
  what = 'check-ins',
  instead = 'check in',
): void {
  if (follows !== undefined) throw new Refusal(`Its ${what} are those of \`${refToText(follows)}\`: ${instead} there.`);
}

function valueText(goal: Goal, typed: string, heading: Statement): string {
  if (!isKeyResult(goal)) throw new Refusal('A check-in on an objective has no value: its key results have.');
  const { measure } = goal.keyResult;
  if (measure?.kind === 'milestones')
    throw new Refusal('Its milestones say how far it is: a check-in on it has no value.');
  return writtenValue(typed, unitOf(measure), heading, goal.objective.block);
}

/** `confidence 7/10`; empty where there is no argument. */
export function worded(word: string, argument: string): string {
  return argument.trim() === '' ? '' : `${word} ${argument.trim()}`;
}

function insert(
  entry: Entry,
  heading: Statement,
  kind: 'checkin' | 'reading',
  { day, note }: Pick<Said, 'day' | 'note'>,
  words: readonly string[],
): Insertion {
  const { edit, line, read, written } = factInsertion(entry, heading, { kind, day, words, note });
  const { place, text } = edit;
  if (!says(read as CheckIn | Reading, words, written)) throw misread(text);
  return { uri: entry.file.uri, range: place.file.rangeOf(place.block, place.span), text, line };
}

/**
 * Whether a line is read as these words: its value, who says it, the confidence and the status, each as it is written,
 * and empty where there is none.
 * @param written the text of one of its parts
 */
export function says(
  node: CheckIn | Reading,
  [value = '', who = '', confidence = '', status = '']: readonly string[],
  written: (part: Span | undefined) => string,
): boolean {
  return (
    written(node.value) === value &&
    worded('by', written(node.by)) === who &&
    (node.kind === 'reading' ||
      (worded('confidence', written(node.confidence)) === confidence && (node.status?.status ?? '') === status))
  );
}
