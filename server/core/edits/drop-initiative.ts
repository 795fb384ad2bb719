/** Lets an initiative go. It has one line that says where the work stands, and from that day on this one says `dropped`. */
import type { Statement } from '../../../grammar/tree.ts';
import { dayInWords, toIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { cursorAt, entryOf } from '../features/cursor.ts';
import { referenceTo, titleOf } from '../features/naming.ts';
import type { InitiativeEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { mention, placeOf } from '../reports/written.ts';
import type { HappeningSubject } from '../requests/happening.ts';
import { indentationOf, lineBreakOf, lineEndOf } from '../rules/lines.ts';
import { statementOf } from '../rules/rule.ts';
import { byWords, factInsertion, readBack } from './fact-insertion.ts';
import { type Happening, reasonIn, refuseUnlessRead, type Told } from './happening.ts';
import { Refusal } from './insertion.ts';

/** The initiative that a line belongs to. @param line from 0; any of its lines */
export function initiativeAt(workspace: Workspace, uri: string, line: number): InitiativeEntry | undefined {
  const cursor = cursorAt(workspace, uri, { line, character: 0 });
  const entry = cursor?.statement && entryOf(cursor.row, cursor.statement);
  return entry?.element.type === 'initiative' ? (entry as InitiativeEntry) : undefined;
}

/** Whether there is something to let go: work that is neither done nor dropped. */
export function canDropInitiative({ element: { status } }: InitiativeEntry): boolean {
  return status === 'planned' || status === 'active';
}

/** What somebody wants to know before. @throws Refusal where it is done, or dropped already */
export function initiativeSubject(context: FeatureContext, initiative: InitiativeEntry): HappeningSubject {
  const { today } = context.workspace;
  refuseUnlessOpen(initiative, today.get());
  const { owner, status, line } = initiative.element;
  return {
    title: titleOf(context, initiative),
    ref: referenceTo(initiative) ?? null,
    standing: status,
    owner: mention(owner),
    target: null,
    people: [],
    objectives: [],
    today: toIso(today.get()),
    place: placeOf(initiative, line),
  };
}

/**
 * `dropped DATE: Why` in the place of `planned` or `active`. What that line said beside its keyword stays, as a comment.
 * @throws Refusal where it is done, or dropped already, or nobody says why
 */
export function dropInitiative({ workspace }: FeatureContext, initiative: InitiativeEntry, told: Told): Happening {
  const { file, block, element } = initiative;
  const heading = statementOf(initiative);
  refuseUnlessRead(initiative, heading);
  refuseUnlessOpen(initiative, workspace.today.get());
  const note = reasonIn(told.why);

  const fact = { kind: 'dropped', day: told.day, words: [byWords(told.by, element.owner)], note } as const;
  const work = heading.body.find(isWork);
  if (work === undefined) {
    const { edit, line } = factInsertion(initiative, heading, fact);
    return { edits: [edit], uri: file.uri, line };
  }
  const span = { start: work.start, end: lineEndOf(block, work) };
  const before = block.text.slice(span.start, span.end).trim();
  const kept = before === work.kind ? '' : `# ${before}${lineBreakOf(block)}${indentationOf(block, work)}`;
  const words = ['dropped', toIso(told.day), ...fact.words].filter(word => word !== '').join(' ');
  const text = `${kept}${words}: ${note}`;
  const line = work.line + (kept === '' ? 0 : 1);
  readBack(block.text.slice(0, span.start) + text + block.text.slice(span.end), heading, line, fact);
  return { edits: [{ place: { file, block, span }, text }], uri: file.uri, line: file.lineOf(block, line) };
}

function isWork({ kind }: Statement): boolean {
  return kind === 'planned' || kind === 'active';
}

function refuseUnlessOpen({ element: { status, statusDay } }: InitiativeEntry, today: number): void {
  if (status !== 'done' && status !== 'dropped') return;
  const since = statusDay === undefined ? '' : ` on ${dayInWords(statusDay, today)}`;
  throw new Refusal(
    status === 'done' ? `It was done${since}: what is done stays as it was.` : `It was dropped${since} already.`,
  );
}
