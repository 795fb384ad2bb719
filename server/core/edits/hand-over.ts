/**
 * Gives an objective or a key result another owner. There is one `owner`, and a fact without `by` is the owner's: so that
 * what was said till now stays said by whoever said it, those facts get their `by`, and a check-in of the day tells who
 * had it till then.
 */
import { Block } from '../../../grammar/document.ts';
import type { Fact, KeyResult as KeyResultNode, Span, Statement } from '../../../grammar/tree.ts';
import { dayInWords } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Day, Person } from '../model/elements.ts';
import { type Goal, isKeyResult, objectiveOf } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { bodyIndentation, lineBreakOf, lineEndOf } from '../rules/lines.ts';
import type { PlacedEdit } from '../rules/rule.ts';
import { headingOf, refuseToFollow } from './check-in.ts';
import { byWords, factInsertion, misread } from './fact-insertion.ts';
import { type Happening, ownerOf, refuseUnlessOpen, refuseWhileDropped, type Told } from './happening.ts';
import { Refusal } from './insertion.ts';

/**
 * @param to who has it from that day on, with or without `@`
 * @throws Refusal where it cannot be theirs
 */
export function handOver(context: FeatureContext, goal: Goal, told: Told, to: string): Happening {
  const owner = ownerOf(goal);
  refuseUnlessOpen(context, goal, told);
  if (isKeyResult(goal)) refuseToFollow(goal, 'check-ins', 'change them');
  refuseWhileDropped(context, goal, told.day, ': take it up again first.');
  const next = nextOwner(context.workspace, owner, to, told.day);

  const heading = headingOf(goal);
  const objective = objectiveOf(goal);
  const { file, block } = objective;
  const who = byWords(told.by, next) || (owner === undefined ? '' : `by @${owner}`);
  const note = `Handed over${owner === undefined ? '' : ` from @${owner}`} to @${next}: ${told.why}`;
  const insertion = factInsertion(objective, heading, { kind: 'checkin', day: told.day, words: [who], note });
  const edit = (span: Span, text: string): PlacedEdit => ({ place: { file, block, span }, text });
  const ownerLine = heading.body.find(each => each.kind === 'owner');
  const written = ownerLine?.kind === 'owner' ? ownerLine.person : undefined;
  const isNewLine = written === undefined;
  const edits = [
    written === undefined ? newOwner(block, heading, next, edit) : edit(written, `@${next}`),
    ...(owner === undefined ? [] : unsaid(heading, told.day).map(at => edit({ start: at, end: at }, ` by @${owner}`))),
    insertion.edit,
  ];
  refuseToMisread(block, edits, next);
  return { edits, uri: file.uri, line: insertion.line + (isNewLine ? 1 : 0) };
}

/**
 * @param to with or without `@`
 * @returns the handle, without `@`
 * @throws Refusal where it is theirs already, or they have left, or this is nobody
 */
export function nextOwner(workspace: Workspace, owner: string | undefined, to: string, day: Day): string {
  const next = to.trim().replace(/^@/, '');
  if (next === '') throw new Refusal('Say who has it from now on: `@kim`.');
  if (next === owner) throw new Refusal(`It is @${next}'s already.`);
  const left = leftOn(workspace, next, day);
  if (left !== undefined)
    throw new Refusal(
      `\`@${next}\` left on ${dayInWords(left, workspace.today.get())}: hand it to somebody who is here.`,
    );
  return next;
}

/** The last day of somebody who is gone on a day. */
export function leftOn(workspace: Workspace, handle: string, day: Day): Day | undefined {
  const [until] = workspace.named('person', handle).map(({ element }) => (element as Person).until);
  return until !== undefined && until < day ? until : undefined;
}

/** Where a person would write it: first in an objective, after the measure of a key result. */
function newOwner(
  block: Block,
  heading: Statement,
  owner: string,
  edit: (span: Span, text: string) => PlacedEdit,
): PlacedEdit {
  const measures = heading.body.filter(({ kind }) => ['from', 'to', 'keep', 'milestone'].includes(kind));
  const at = lineEndOf(block, (heading.kind === 'kr' ? measures.at(-1) : undefined) ?? heading);
  return edit({ start: at, end: at }, `${lineBreakOf(block)}${bodyIndentation(block, heading)}owner @${owner}`);
}

/** The ends of the arguments after which `by` stands, of each fact up to a day that does not say whose it is. */
function unsaid(heading: Statement, until: Day): number[] {
  const own = heading.body.flatMap(each => {
    const { date, by, broken } = each as Statement & Fact;
    if (!isSaid(each) || broken || by !== undefined || (date !== undefined && date.day > until)) return [];
    return [saidUpTo(each).end];
  });
  const inner = heading.kind === 'objective' ? heading.body.filter(isInherited) : [];
  return [...own, ...inner.flatMap(each => unsaid(each, until))];
}

type SaidFact = Extract<Statement, { kind: 'checkin' | 'target' | 'grade' | 'dropped' | 'resumed' }>;

function isSaid(node: Statement): node is SaidFact {
  return ['checkin', 'target', 'grade', 'dropped', 'resumed'].includes(node.kind);
}

/** Its facts are the objective's owner's, too. */
function isInherited(node: Statement): node is KeyResultNode {
  return node.kind === 'kr' && !node.broken && !node.body.some(({ kind }) => kind === 'owner' || kind === 'follows');
}

function saidUpTo(node: SaidFact): Span {
  switch (node.kind) {
    case 'checkin':
      return node.value ?? node.date ?? node.keyword;
    case 'target':
      return node.hold ?? node.value ?? node.date ?? node.keyword;
    case 'grade':
      return node.grade ?? node.date ?? node.keyword;
    case 'dropped':
    case 'resumed':
      return node.date ?? node.keyword;
  }
}

/** @throws Refusal where the new owner is not read as one, or a line has a mistake that had none */
export function refuseToMisread(block: Block, edits: readonly PlacedEdit[], owner: string): void {
  // Of two at one place the first comes first.
  const text = edits
    .toReversed()
    .toSorted((a, b) => b.place.span.start - a.place.span.start)
    .reduce(
      (result, { place: { span }, text: now }) => result.slice(0, span.start) + now + result.slice(span.end),
      block.text,
    );
  const mistakes = (each: Block) => each.tree.syntax.length + each.tree.structure.length;
  const after = new Block(text);
  const isRead = after.tree.statements.some(each => each.kind === 'owner' && each.person?.handle === owner);
  if (!isRead || mistakes(after) > mistakes(block)) throw misread(`owner @${owner}`);
}
