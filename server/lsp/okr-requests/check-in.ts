/** Check-ins and readings: what there is to check in on, and the edit that writes one line. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { fromIso } from '../../core/calendar/day.ts';
import type { Insertion } from '../../core/edits/insertion.ts';
import type { Subject } from '../../core/edits/subject.ts';
import {
  type CheckInAnswer,
  type CheckInParams,
  type CheckInSubject,
  type CheckInSubjectParams,
  type CheckInSubjectsParams,
  checkInRequest,
  checkInSubjectRequest,
  checkInSubjectsRequest,
} from '../../core/requests.ts';
import { pauseFor } from '../doors/door.ts';
import { gone, type Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';
import { politely } from './refusals.ts';

export function answerCheckIns({ connection, workspaces, ready }: Session): void {
  const subjectOf = async (uri: string, line: number): Promise<{ loaded: Loaded; subject: Subject }> => {
    await ready;
    await workspaces.loadData();
    const { subjectAt } = await import('../../core/edits/subject.ts');
    const loaded = workspaces.of(uri);
    const subject = subjectAt(loaded.workspace, keyOf(uri), line);
    if (subject === undefined) throw gone('There is no objective, key result or KPI at this place.');
    return { loaded, subject };
  };

  connection.onRequest(checkInSubjectsRequest, async (params: CheckInSubjectsParams, token) => {
    await ready;
    await workspaces.loadData();
    const { checkInSubjects, mostWantedFirst } = await import('../../core/edits/check-in-subjects.ts');
    const found: CheckInSubject[] = [];
    const pause = pauseFor(token);
    for (const loaded of workspaces.all) found.push(...(await checkInSubjects(loaded, params, pause)));
    return mostWantedFirst(found);
  });
  connection.onRequest(checkInSubjectRequest, async ({ uri, line, me }: CheckInSubjectParams) => {
    const { loaded, subject } = await subjectOf(uri, line);
    const { checkInSubject } = await import('../../core/edits/check-in-subjects.ts');
    return checkInSubject(loaded, subject, me);
  });
  connection.onRequest(checkInRequest, async (params: CheckInParams): Promise<CheckInAnswer> => {
    const { loaded, subject } = await subjectOf(params.uri, params.line);
    const { addReading, checkIn } = await import('../../core/edits/check-in.ts');
    const day = params.date === null ? loaded.workspace.today.get() : fromIso(params.date);
    if (day === undefined) throw gone(`There is no day ${params.date}.`);
    const said = { ...params, day, status: params.status ?? undefined };
    const insertion = await politely(() =>
      subject.kind === 'kpi' ? addReading(loaded, subject.kpi, said) : checkIn(subject.goal, said),
    );
    return { edit: editOf(insertion), place: { uri: insertion.uri, line: insertion.line } };
  });
}

function editOf({ uri, range, text }: Insertion): WorkspaceEdit {
  return { changes: { [uri]: [{ range, newText: text }] } };
}
