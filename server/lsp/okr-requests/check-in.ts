/** Check-ins and readings: what there is to check in on, and the edit that writes one line. */
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import { fromIso } from '../../core/calendar/day.ts';
import { checkInOrReading } from '../../core/edits/check-in.ts';
import { checkInSubject, checkInSubjects, mostWantedFirst } from '../../core/edits/check-in-subjects.ts';
import type { Insertion } from '../../core/edits/insertion.ts';
import { type Subject, subjectAt } from '../../core/edits/subject.ts';
import { whoIs } from '../../core/edits/who-is.ts';
import type {
  CheckInAnswer,
  CheckInParams,
  CheckInSubject,
  CheckInSubjectParams,
  CheckInSubjectsParams,
} from '../../core/requests.ts';
import { pauseFor } from '../doors/door.ts';
import { gone, type Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';
import { politely } from './refusals.ts';

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
  for (const loaded of workspaces.all) {
    const me = await whoAsks(session, loaded, params);
    found.push(...(await checkInSubjects(loaded, { of: params.of, me }, pause)));
  }
  return mostWantedFirst(found);
}

export async function checkInChoice(session: Session, params: CheckInSubjectParams): Promise<CheckInSubject> {
  const { loaded, subject } = await subjectOf(session, params.uri, params.line);
  return checkInSubject(loaded, subject, await whoAsks(session, loaded, params));
}

/** `@ana`: whom they say they are, else whom git takes them for, where it may be asked; empty where nobody knows. */
async function whoAsks(
  { workspaces }: Session,
  { workspace }: Loaded,
  { me, askGit }: Pick<CheckInSubjectsParams, 'me' | 'askGit'>,
): Promise<string> {
  if (me !== '' || askGit !== true) return me;
  const git = await workspaces.files.histories();
  const handle = whoIs(workspace, await git.user(workspace.root));
  return handle === undefined ? '' : `@${handle}`;
}

export async function checkInEdit(session: Session, params: CheckInParams): Promise<CheckInAnswer> {
  const found = await subjectOf(session, params.uri, params.line);
  const { loaded } = found;
  const day = params.date === null ? loaded.workspace.today.get() : fromIso(params.date);
  if (day === undefined) throw gone(`There is no day ${params.date}.`);
  const said = { ...params, day, status: params.status ?? undefined };
  const insertion = await politely(() => checkInOrReading(loaded, found.subject, said));
  return { edit: editOf(insertion), place: { uri: insertion.uri, line: insertion.line } };
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
  if (subject === undefined) throw gone('There is no objective, key result or KPI at this place.');
  return { loaded, subject };
}

function editOf({ uri, range, text }: Insertion): WorkspaceEdit {
  return { changes: { [uri]: [{ range, newText: text }] } };
}
