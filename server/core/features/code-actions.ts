/** What can be changed at a place: fixes of what is found there, refactorings, and what puts a whole file in order. */
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import type { OkrFile } from '../model/file.ts';
import { editionOf } from './code-actions/edition.ts';
import { type ActionContext, type Asked, kinds, type Offer } from './code-actions/offer.ts';
import { asRefactored, closings, quickFixes } from './code-actions/quick-fixes.ts';
import { refactorings } from './code-actions/refactorings.ts';
import { wholeFile } from './code-actions/whole-file.ts';
import { type VersionOf, workspaceEdit } from './code-actions/workspace-edit.ts';
import { cursorAt, entryOf, keyResultAt } from './cursor.ts';
import type { Pause } from './pause.ts';

export { kinds };

export interface Manner {
  /** The edits come when an action is resolved. */
  readonly isLazy: boolean;
  readonly versionOf: VersionOf | undefined;
}

/** Which action it was, of what text. */
interface ActionData {
  readonly uri: string;
  readonly edition: string;
  readonly range: Range;
  readonly key: string;
}

/** The actions for a range of a file; where they are lazy, what is left to do is in their `data`. */
export async function codeActions(
  context: ActionContext,
  uri: string,
  asked: Asked,
  { isLazy, versionOf }: Manner,
  pause: Pause,
): Promise<CodeAction[]> {
  const file = context.workspace.file(uri);
  if (file === undefined) return [];
  const edition = editionOf(file);
  const actions: CodeAction[] = [];
  const offers = await offersFor(context, file, asked, pause);
  if (editionOf(file) !== edition) return [];
  for (const offer of offers) {
    const { title, kind, isPreferred, finding } = offer;
    const action: CodeAction = { title, kind };
    if (isPreferred === true) action.isPreferred = true;
    if (finding !== undefined) action.diagnostics = asked.diagnostics.filter(shown => isOf(file, offer, shown));
    if (offer.command !== undefined) {
      actions.push({ ...action, command: offer.command });
      continue;
    }
    if (isLazy) {
      const data: ActionData = { uri, edition, range: asked.range, key: keyOf(file, offer) };
      actions.push({ ...action, data });
      continue;
    }
    const edits = await offer.edits(pause);
    if (editionOf(file) !== edition) return [];
    if ('refused' in edits) actions.push({ ...action, disabled: { reason: edits.refused } });
    else if (edits.length > 0) actions.push({ ...action, edit: workspaceEdit(edits, versionOf) });
  }
  return actions;
}

/** What takes edits needs nothing of the client. */
const again: Omit<Asked, 'range' | 'only'> = { address: '', diagnostics: [], isInvoked: true, has: () => false };

/** The action with its edits, or why it cannot be taken; undefined where the file is no longer what it was offered for. */
export async function resolveCodeAction(
  context: ActionContext,
  action: CodeAction,
  versionOf: VersionOf | undefined,
  pause: Pause,
): Promise<CodeAction | undefined> {
  const { uri, edition, range, key } = action.data as ActionData;
  const file = context.workspace.file(uri);
  if (file === undefined || editionOf(file) !== edition) return undefined;
  const only = action.kind === undefined ? undefined : [action.kind];
  const offers = await offersFor(context, file, { ...again, range, only }, pause);
  if (editionOf(file) !== edition) return undefined;
  const edits = await offers.find(offer => keyOf(file, offer) === key)?.edits(pause);
  // While it was worked out somebody may have gone on typing.
  if (edits === undefined || editionOf(file) !== edition) return undefined;
  if ('refused' in edits) return { ...action, disabled: { reason: edits.refused } };
  return { ...action, edit: workspaceEdit(edits, versionOf) };
}

async function offersFor(context: ActionContext, file: OkrFile, asked: Asked, pause: Pause): Promise<Offer[]> {
  const { range, only, isInvoked } = asked;
  const wants = (kind: string) =>
    only === undefined || only.some(each => each === '' || each === kind || kind.startsWith(`${each}.`));
  const offers: Offer[] = [];
  const findings = () => context.diagnosis.findings(file);
  if (wants('quickfix'))
    offers.push(
      ...quickFixes(file, findings(), range),
      ...(await asRefactored(context, file, findings(), range, pause)),
      ...closings(context, file, findings(), asked),
    );
  const cursor = cursorAt(context.workspace, file.uri, range.start);
  const statement = cursor?.statement;
  const entry = cursor && statement && entryOf(cursor.row, statement);
  // Under a heading that cannot be read nobody knows whose it is, or of when.
  if (
    cursor !== undefined &&
    statement !== undefined &&
    entry !== undefined &&
    entry.team !== null &&
    entry.cycle !== null
  ) {
    const keyResult = keyResultAt(cursor.row, statement);
    for (const { kind, offer } of refactorings)
      if (wants(kind)) offers.push(...(await offer({ context, file, statement, entry, keyResult }, pause)));
  }
  // They are of the whole file, so a cursor that moves is no reason to offer them.
  if ((isInvoked || only !== undefined) && kinds.some(kind => kind.startsWith('source.') && wants(kind)))
    for (const offer of wholeFile(file, findings)) if (wants(offer.kind)) offers.push(offer);
  return offers;
}

/** Of what stands in a range, one of a kind. */
function keyOf(file: OkrFile, { title, kind, finding }: Offer): string {
  if (finding === undefined) return `${kind} ${title}`;
  const { start } = file.rangeOf(finding.block, finding.span);
  return `${kind} ${finding.rule} ${start.line}:${start.character} ${title}`;
}

function isOf(file: OkrFile, { finding }: Offer, { code, range: { start } }: Diagnostic): boolean {
  if (finding === undefined || code !== finding.rule) return false;
  const at = file.rangeOf(finding.block, finding.span).start;
  return start.line === at.line && start.character === at.character;
}
