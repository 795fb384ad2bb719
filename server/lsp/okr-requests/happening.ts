/** What happens to objectives, key results and the rest on the way: what there is to know before, and the edit that writes it. */
import { fromIso } from '../../core/calendar/day.ts';
import { dropInitiative, initiativeAt, initiativeSubject } from '../../core/edits/drop-initiative.ts';
import { handOverKpi } from '../../core/edits/hand-over-kpi.ts';
import { happening, happeningSubject, kpiHandOverSubject } from '../../core/edits/happenings.ts';
import { type Subject, subjectAt } from '../../core/edits/subject.ts';
import { workspaceEdit } from '../../core/features/code-actions/workspace-edit.ts';
import { type Goal, type InitiativeEntry, objectiveOf } from '../../core/model/entry.ts';
import type { CheckInAnswer } from '../../core/requests/check-in.ts';
import type { HappeningParams, HappeningSubject, HappeningSubjectParams } from '../../core/requests/happening.ts';
import { refusal } from '../doors/door.ts';
import type { Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';
import { politely } from './refusals.ts';

export async function happeningChoices(
  session: Session,
  { what, uri, line }: HappeningSubjectParams,
): Promise<HappeningSubject> {
  const { loaded, subject, initiative } = await subjectOf(session, uri, line);
  if (initiative !== undefined && what === 'drop') return politely(() => initiativeSubject(loaded, initiative));
  if (subject?.kind === 'kpi' && what === 'hand-over') return kpiHandOverSubject(loaded, subject.kpi);
  return politely(() => happeningSubject(loaded, what, goalOf(subject)));
}

export async function happeningEdit(session: Session, params: HappeningParams): Promise<CheckInAnswer> {
  const { what, value } = params;
  const { loaded, subject, initiative } = await subjectOf(session, params.uri, params.line);
  const day = params.date === null ? loaded.workspace.today.get() : fromIso(params.date);
  if (day === undefined) throw refusal(`There is no day ${params.date}.`);
  const shared = params.into === null ? undefined : await subjectOf(session, params.into.uri, params.into.line);
  const into = shared && objectiveOf(goalOf(shared.subject));
  const told = { ...params, day };
  const { edits, uri, line } = await politely(() => {
    if (initiative !== undefined && what === 'drop') return dropInitiative(loaded, initiative, told);
    if (subject?.kind === 'kpi' && what === 'hand-over') return handOverKpi(loaded.workspace, subject.kpi, told, value);
    return happening(loaded, what, goalOf(subject), told, { value, into });
  });
  return { edit: workspaceEdit(edits, undefined), place: { uri, line } };
}

async function subjectOf(
  { workspaces, ready }: Session,
  uri: string,
  line: number,
): Promise<{
  readonly loaded: Loaded;
  readonly subject: Subject | undefined;
  readonly initiative: InitiativeEntry | undefined;
}> {
  await ready;
  await workspaces.loadData();
  const loaded = workspaces.of(uri);
  const at = [loaded.workspace, keyOf(uri), line] as const;
  return { loaded, subject: subjectAt(...at), initiative: initiativeAt(...at) };
}

function goalOf(subject: Subject | undefined): Goal {
  if (subject?.kind !== 'goal') throw refusal('There is no objective or key result at this place.');
  return subject.goal;
}
