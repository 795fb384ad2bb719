/**
 * Writes how sure somebody is of a key result, or how it stands, in few words. Who has checked in today means the same
 * check-in: the words go into that line, as two check-ins of one day would be two rounds of it. What somebody else has
 * said today stays as they said it, and what was said on another day is history: then there is a new line.
 */
import type { CheckIn, SaidStatus, Span, Statement } from '../../../grammar/tree.ts';
import type { Day } from '../model/elements.ts';
import type { KeyResultEntry } from '../model/entry.ts';
import { checkIn, headingOf, refuseToFollow, says, worded } from './check-in.ts';
import { misread, readBack } from './fact-insertion.ts';
import { behind, type Change, changeLine, lastOf } from './in-line.ts';
import { type LineEdit, Refusal } from './insertion.ts';

/** One of the two, or both. */
export interface SaidInShort {
  readonly day: Day;
  /** `7/10`; empty where nothing is said of it. */
  readonly confidence: string;
  readonly status: SaidStatus | undefined;
  /** Who says it, with or without `@`; empty: the owner. */
  readonly by: string;
}

/** @throws Refusal where it cannot be written, or would not be read as it is meant */
export function say(entry: KeyResultEntry, said: SaidInShort): LineEdit {
  refuseToFollow(entry);
  const heading = headingOf(entry);
  const own = ownCheckIn(heading, entry, said);
  return own === undefined ? checkIn(entry, { ...said, value: '', note: '' }) : amend(entry, heading, own, said);
}

/** What they have said that day; the last where it was said in several lines. */
function ownCheckIn(
  heading: Statement,
  { objective, keyResult }: KeyResultEntry,
  { day, by }: SaidInShort,
): CheckIn | undefined {
  const owner = keyResult.owner ?? objective.element.owner;
  const who = by.trim().replace(/^@/, '') || owner;
  return heading.body.findLast(
    (each): each is CheckIn =>
      each.kind === 'checkin' && each.date?.day === day && (each.by === undefined ? owner : each.by.handle) === who,
  );
}

function amend(entry: KeyResultEntry, heading: Statement, node: CheckIn, { confidence, status, day }: SaidInShort) {
  const sure = confidence.trim();
  if (sure === '' && status === undefined)
    throw new Refusal('There is nothing to write: say a confidence or a status.');
  const last = lastOf(node.keyword, node.date, node.value, node.by);
  const changes = [
    sure === '' ? undefined : (instead(node.confidence, sure) ?? behind(last, `confidence ${sure}`)),
    status === undefined ? undefined : (instead(node.status, status) ?? behind(lastOf(last, node.confidence), status)),
  ];
  const inOrder = changes.filter(each => each !== undefined).toSorted((a, b) => a.span.start - b.span.start);
  const { edit, after } = changeLine(entry.objective, node, inOrder);
  const before = (part: Span | undefined) => entry.objective.block.text.slice(part?.start ?? 0, part?.end ?? 0);
  const words = [
    before(node.value),
    worded('by', before(node.by)),
    worded('confidence', sure || before(node.confidence)),
    status ?? before(node.status),
  ];
  const read = readBack(after.text, heading, node.line, { kind: 'checkin', day, note: node.prose?.text ?? '' });
  const written = (part: Span | undefined) => after.text.slice(part?.start ?? 0, part?.end ?? 0);
  if (!says(read as CheckIn, words, written)) throw misread(edit.text);
  return edit;
}

function instead(span: Span | undefined, words: string): Change | undefined {
  return span && { span, words };
}
