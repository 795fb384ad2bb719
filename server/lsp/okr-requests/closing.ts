/** The end of a cycle: what there is to close, and the edit that closes it. */
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { nextCycle } from '../../core/calendar/cycle.ts';
import { closeCycle, suggestedDecisions } from '../../core/closing/close-cycle.ts';
import { type CycleToClose, cycleToClose } from '../../core/closing/cycle-to-close.ts';
import type { Addition } from '../../core/closing/next-place.ts';
import { type OpenObjective, openIn } from '../../core/closing/subjects.ts';
import type { CloseAnswer, CloseParams, Closing, ClosingParams } from '../../core/requests/closing.ts';
import type { Session } from '../server.ts';
import type { Loaded } from '../workspaces.ts';
import { politely } from './refusals.ts';

export async function closingChoices(session: Session, params: ClosingParams): Promise<Closing> {
  const { workspaces, ready } = session;
  await ready;
  const { settings } = workspaces.of(params.uri).workspace;
  if (params.next === null && nextCycle(params.cycle, settings.shared.fiscalYearStart) === undefined)
    return { cycle: params.cycle, next: null, closed: false, subjects: [] };
  const { loaded, closing, open } = await whatToClose(session, params);
  const suggested = await politely(() => closeCycle(loaded, closing, open, suggestedDecisions(open), []));
  return {
    cycle: closing.cycle.id,
    next: closing.nextId,
    closed: open.length > 0 && suggested.edits.length === 0,
    subjects: open.flatMap(({ subject, keyResults }) => [...keyResults.map(each => each.subject), subject]),
  };
}

export async function closingEdit(session: Session, params: CloseParams): Promise<CloseAnswer> {
  const { loaded, closing, open } = await whatToClose(session, params);
  const closed = await politely(() => closeCycle(loaded, closing, open, params.decisions, params.reflections));
  return {
    edit: editOf(loaded, closed.edits),
    opens: closed.opens ?? null,
    written: closed.written,
    leftBehind: closed.leftBehind,
  };
}

async function whatToClose(
  { workspaces, ready }: Session,
  { uri, cycle, next, team, early }: ClosingParams,
): Promise<{ readonly loaded: Loaded; readonly closing: CycleToClose; readonly open: OpenObjective[] }> {
  await ready;
  await workspaces.loadData();
  const loaded = workspaces.of(uri);
  return politely(() => {
    const closing = cycleToClose(loaded.workspace, cycle, next ?? undefined, early, team ?? undefined);
    return { loaded, closing, open: openIn(loaded, closing) };
  });
}

/** Files that are not there yet are made first. */
function editOf({ workspace }: Loaded, edits: readonly Addition[]): WorkspaceEdit {
  const uris = [...new Set(edits.map(({ uri }) => uri))];
  const fresh = uris.filter(uri => workspace.file(uri) === undefined);
  const created = fresh.map((uri): CreateFile => ({ kind: 'create', uri, options: { overwrite: false } }));
  const changed = uris.map(
    (uri): TextDocumentEdit => ({
      textDocument: { uri, version: null },
      edits: edits.filter(each => each.uri === uri).map(({ range, text }) => ({ range, newText: text })),
    }),
  );
  return { documentChanges: [...created, ...changed] };
}
