/**
 * Our own requests: what the preview shows, which cycles there are, the text of a report, check-ins, new elements, and
 * those of the tree. What answers is loaded with the first of its kind.
 */
import {
  type CheckInParams,
  type CheckInSubjectParams,
  type CheckInSubjectsParams,
  type CyclesParams,
  checkInRequest,
  checkInSubjectRequest,
  checkInSubjectsRequest,
  cyclesRequest,
  type NewElementParams,
  newElementRequest,
  type PreviewParams,
  previewRequest,
  type ReportParams,
  reportRequest,
} from '../core/requests.ts';
import { answerOutlines } from './okr-requests/outline.ts';
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

export function answerOkrRequests(session: Session): void {
  const { connection, workspaces, ready } = session;
  answerOutlines(session);
  connection.onRequest(cyclesRequest, async ({ uri }: CyclesParams) => {
    await ready;
    const { cycleChoices } = await import('../core/reports/cycles.ts');
    return cycleChoices(workspaces.of(uri).workspace);
  });
  connection.onRequest(previewRequest, async ({ uri, scope, cycle }: PreviewParams) => {
    await ready;
    await workspaces.loadData();
    const { workspace, standings } = workspaces.of(uri);
    const { previewContent } = await import('../core/reports/preview-content.ts');
    return previewContent(workspace, standings, { uri: keyOf(uri), scope, cycle });
  });
  connection.onRequest(reportRequest, async (params: ReportParams) => {
    const { report } = await import('./okr-requests/report.ts');
    return report(session, params);
  });
  connection.onRequest(newElementRequest, async (params: NewElementParams) => {
    const { newElement } = await import('./okr-requests/new-element.ts');
    return newElement(session, params);
  });

  const checkIns = () => import('./okr-requests/check-in.ts');
  connection.onRequest(checkInSubjectsRequest, async (params: CheckInSubjectsParams, token) =>
    (await checkIns()).checkInChoices(session, params, token),
  );
  connection.onRequest(checkInSubjectRequest, async (params: CheckInSubjectParams) =>
    (await checkIns()).checkInChoice(session, params),
  );
  connection.onRequest(checkInRequest, async (params: CheckInParams) =>
    (await checkIns()).checkInEdit(session, params),
  );
}
