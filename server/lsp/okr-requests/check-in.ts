/** Check-ins and readings: what there is to check in on, and the edit of one line that somebody asks for. */
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import { askedEdit } from '../../core/edits/asked-edit.ts';
import { checkInSubject, checkInSubjects, mostWantedFirst } from '../../core/edits/check-in-subjects.ts';
import type { LineEdit } from '../../core/edits/insertion.ts';
import { type Subject, subjectAt } from '../../core/edits/subject.ts';
import type {
  CheckInAnswer,
  CheckInSubject,
  CheckInSubjectParams,
  CheckInSubjectsParams,
  WriteParams,
} from '../../core/requests/check-in.ts';
import { pauseFor, refusal } from '../doors/door.ts';
import type { Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';
import { politely } from './refusals.ts';
import { whoAsks } from './who-asks.ts';

export async function checkInChoices(
  session: Session,
  params: CheckInSubjectsParams,
  token: CancellationToken,
): Promise<CheckInSubject[]> {
  const { workspaces, ready } = session;
  await ready;
  await workspaces.loadData();
  const found: CheckInSubject[] = [];
  const pause = pauseFor(token);
  const within = params.within === undefined ? undefined : keyOf(params.within);
  for (const loaded of workspaces.all) {
    const file = within === undefined ? undefined : loaded.workspace.file(within);
    if (within !== undefined && file === undefined) continue;
    const me = await whoAsks(session, loaded, params);
    found.push(...(await checkInSubjects(loaded, { of: params.of, me }, pause, file)));
  }
  return mostWantedFirst(found);
}

export async function checkInChoice(session: Session, params: CheckInSubjectParams): Promise<CheckInSubject> {
  const { loaded, subject } = await subjectOf(session, params.uri, params.line);
  return checkInSubject(loaded, subject, await whoAsks(session, loaded, params));
}

export async function checkInEdit({ workspaces, ready }: Session, params: WriteParams): Promise<CheckInAnswer> {
  await ready;
  await workspaces.loadData();
  const loaded = workspaces.of(params.uri);
  const edit = await politely(() => askedEdit(loaded, { ...params, uri: keyOf(params.uri) }));
  return { edit: editOf(edit), place: { uri: edit.uri, line: edit.line } };
}

async function subjectOf(
  { workspaces, ready }: Session,
  uri: string,
  line: number,
): Promise<{ loaded: Loaded; subject: Subject }> {
  await ready;
  await workspaces.loadData();
  const loaded = workspaces.of(uri);
  const subject = subjectAt(loaded.workspace, keyOf(uri), line);
  if (subject === undefined) throw refusal('There is no objective, key result or KPI at this place.');
  return { loaded, subject };
}

function editOf({ uri, range, text }: LineEdit): WorkspaceEdit {
  return { changes: { [uri]: [{ range, newText: text }] } };
}
