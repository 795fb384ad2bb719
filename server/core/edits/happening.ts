/**
 * What happens to an objective or a key result on the way, written down as a dated fact with its reason: what all of it
 * has in common. None of it touches how things stood before its day.
 */
import type { CheckIn, Statement } from '../../../grammar/tree.ts';
import { dayInWords } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Day } from '../model/elements.ts';
import { type Entry, type Goal, isKeyResult, objectiveOf } from '../model/entry.ts';
import { lineEndOf } from '../rules/lines.ts';
import type { PlacedEdit } from '../rules/rule.ts';
import { isOver, periodOf } from '../scores/pace.ts';
import { droppedOn } from '../scores/pauses.ts';
import { headingOf } from './check-in.ts';
import { byWords, type FactInsertion, factInsertion, misread, type NewFact, oneLine } from './fact-insertion.ts';
import { Refusal } from './insertion.ts';

export interface Told {
  readonly day: Day;
  /** One sentence; line breaks become blanks. */
  readonly why: string;
  /** Who says it, with or without `@`; the owner is not written. */
  readonly by: string;
}

/** One step, in one file or two. */
export interface Happening {
  readonly edits: readonly PlacedEdit[];
  /** The line that tells it, once it is written. */
  readonly uri: string;
  readonly line: number;
}

/** @throws Refusal where nothing can happen to it on that day, or nobody says why */
export function refuseUnlessOpen(context: FeatureContext, goal: Goal, { day, why }: Told): void {
  const { first, last } = lifeOf(context, goal);
  const today = context.workspace.today.get();
  if (first !== undefined && day < first)
    throw new Refusal(`It begins on ${dayInWords(first, today)}: nothing can happen to it before that day.`);
  if (isOver({ first, last }, day))
    throw new Refusal(`It ended on ${dayInWords(last as Day, today)}: what ended stays as it was.`);
  const broken = unreadableIn(goal);
  if (broken !== undefined) throw unreadable(broken);
  reasonIn(why);
}

/** In one line. @throws Refusal where there is none */
export function reasonIn(why: string): string {
  const reason = oneLine(why);
  if (reason === '') throw new Refusal('Say why, in one sentence: whoever reads it in a month will want to know.');
  return reason;
}

/** @throws Refusal where a line of an element without others in it cannot be read */
export function refuseUnlessRead({ file, block }: Entry, heading: Statement): void {
  const broken = [heading, ...heading.body].find(each => each.broken);
  if (broken !== undefined) throw unreadable(file.lineOf(block, broken.line));
}

function unreadable(line: number): Refusal {
  return new Refusal(`Line ${line + 1} cannot be read: mend it first.`);
}

/** The first line of what is said of a goal itself that cannot be read, counted in its file. */
export function unreadableIn(goal: Goal): number | undefined {
  return unreadableUnder(objectiveOf(goal), headingOf(goal));
}

/** The same under any heading of an element. */
export function unreadableUnder({ file, block }: Entry, heading: Statement): number | undefined {
  const own = [heading, ...heading.body.filter(({ kind }) => kind !== 'kr')];
  const mistakes = block.tree.syntax.filter(({ code }) => code !== 'yaml-colon' && code !== 'markdown-heading');
  const broken = own.find(
    each => each.broken || mistakes.some(({ start }) => start >= each.start && start <= lineEndOf(block, each)),
  );
  return broken && file.lineOf(block, broken.line);
}

/** From the first day of its cycle to its own last one. */
export function lifeOf({ standings }: FeatureContext, goal: Goal) {
  const objective = objectiveOf(goal);
  const due = (isKeyResult(goal) ? goal.keyResult.due : undefined) ?? objective.element.due;
  return periodOf(standings.cyclePeriod(objective), due);
}

/** What lets it go on a day: its own `dropped`, else its objective's. */
export function dropOn(goal: Goal, day: Day): { readonly day: Day; readonly isOwn: boolean } | undefined {
  const own = droppedOn((isKeyResult(goal) ? goal.keyResult : goal.element).pauses, day);
  if (own !== undefined) return { day: own.day, isOwn: true };
  const whole = isKeyResult(goal) ? droppedOn(goal.objective.element.pauses, day) : undefined;
  return whole && { day: whole.day, isOwn: false };
}

/** @throws Refusal where it is let go on that day, by itself or with its objective */
export function refuseWhileDropped({ workspace }: FeatureContext, goal: Goal, day: Day, then: string): void {
  const drop = dropOn(goal, day);
  if (drop === undefined) return;
  const since = dayInWords(drop.day, workspace.today.get());
  throw new Refusal(`${drop.isOwn ? 'It' : 'Its objective'} was dropped on ${since}${then}`);
}

/** Whose it is: a key result without an owner is its objective's. */
export function ownerOf(goal: Goal): string | undefined {
  return (isKeyResult(goal) ? goal.keyResult.owner : undefined) ?? objectiveOf(goal).element.owner;
}

/**
 * A fact of a goal.
 * @param value what stands right after the date
 * @param status what stands at the end
 */
export function factOf(
  goal: Goal,
  kind: Exclude<NewFact['kind'], 'reading'>,
  { day, why, by }: Told,
  { value = '', status = '' }: { readonly value?: string; readonly status?: string } = {},
): Happening & { readonly read: FactInsertion['read']; readonly written: FactInsertion['written'] } {
  const entry: Entry = objectiveOf(goal);
  const who = byWords(by, ownerOf(goal));
  const words = [value, who, status];
  const { edit, line, read, written } = factInsertion(entry, headingOf(goal), { kind, day, words, note: why });
  const isAsMeant =
    (read.by === undefined ? '' : `by ${written(read.by)}`) === who &&
    (read.kind !== 'checkin' || ((read as CheckIn).status?.status ?? '') === status);
  if (!isAsMeant) throw misread(edit.text);
  return { edits: [edit], uri: entry.file.uri, line, read, written };
}
