/**
 * Our own requests: what the preview shows, which cycles there are, the text of a report, what stands beside the text,
 * check-ins and new elements. What answers is loaded with the first of its kind.
 */
import {
  attentionRequest,
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
  type OutlineParams,
  outlineRequest,
  type PreviewParams,
  previewRequest,
  type ReportParams,
  reportRequest,
  type TodayParams,
  todayRequest,
} from '../core/requests.ts';
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

export function answerOkrRequests(session: Session): void {
  const { connection, workspaces, ready } = session;
  connection.onRequest(cyclesRequest, async ({ uri }: CyclesParams) => {
    await ready;
    const { cycleChoices } = await import('../core/reports/cycles.ts');
    return cycleChoices(workspaces.of(uri).workspace);
  });
  connection.onRequest(previewRequest, async ({ uri, scope, cycle, asOf }: PreviewParams) => {
    await ready;
    await workspaces.loadData();
    const { workspace, standings } = workspaces.of(uri);
    const { previewContent } = await import('../core/reports/preview-content.ts');
    return previewContent(workspace, standings, { uri: keyOf(uri), scope, cycle, asOf: asOf ?? null });
  });
  connection.onRequest(reportRequest, async (params: ReportParams) => {
    const { report } = await import('./okr-requests/report.ts');
    return report(session, params);
  });
  connection.onRequest(newElementRequest, async (params: NewElementParams) => {
    const { newElement } = await import('./okr-requests/new-element.ts');
    return newElement(session, params);
  });

  const beside = () => import('./okr-requests/outline.ts');
  connection.onRequest(outlineRequest, async (params: OutlineParams, token) =>
    (await beside()).outlines(session, params, token),
  );
  connection.onRequest(todayRequest, async (params: TodayParams, token) =>
    (await beside()).today(session, params, token),
  );
  connection.onRequest(attentionRequest, async (_, token) => (await beside()).attentions(session, token));

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
