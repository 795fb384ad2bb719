/** What happens to an objective or a key result on the way: what there is to know before, and the edit that writes it. */
import { fromIso } from '../../core/calendar/day.ts';
import { happening, happeningSubject } from '../../core/edits/happenings.ts';
import { subjectAt } from '../../core/edits/subject.ts';
import { workspaceEdit } from '../../core/features/code-actions/workspace-edit.ts';
import { type Goal, objectiveOf } from '../../core/model/entry.ts';
import type { CheckInAnswer, HappeningParams, HappeningSubject, HappeningSubjectParams } from '../../core/requests.ts';
import { gone, type Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';
import { politely } from './refusals.ts';

export async function happeningChoices(
  session: Session,
  { what, uri, line }: HappeningSubjectParams,
): Promise<HappeningSubject> {
  const { loaded, goal } = await goalOf(session, uri, line);
  return politely(() => happeningSubject(loaded, what, goal));
}

export async function happeningEdit(session: Session, params: HappeningParams): Promise<CheckInAnswer> {
  const { loaded, goal } = await goalOf(session, params.uri, params.line);
  const day = params.date === null ? loaded.workspace.today.get() : fromIso(params.date);
  if (day === undefined) throw gone(`There is no day ${params.date}.`);
  const shared = params.into === null ? undefined : await goalOf(session, params.into.uri, params.into.line);
  const into = shared && objectiveOf(shared.goal);
  const { edits, uri, line } = await politely(() =>
    happening(loaded, params.what, goal, { ...params, day }, { value: params.value, into }),
  );
  return { edit: workspaceEdit(edits, undefined), place: { uri, line } };
}

async function goalOf(
  { workspaces, ready }: Session,
  uri: string,
  line: number,
): Promise<{ readonly loaded: Loaded; readonly goal: Goal }> {
  await ready;
  await workspaces.loadData();
  const loaded = workspaces.of(uri);
  const subject = subjectAt(loaded.workspace, keyOf(uri), line);
  if (subject?.kind !== 'goal') throw gone('There is no objective or key result at this place.');
  return { loaded, goal: subject.goal };
}
