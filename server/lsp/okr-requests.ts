/**
 * Our own requests: what the preview shows, which cycles there are, the text of a report, what stands beside the text,
 * check-ins and new elements. What answers is loaded with the first of its kind.
 */
import {
  attentionRequest,
  type CheckInSubjectParams,
  type CheckInSubjectsParams,
  type CloseParams,
  type ClosingParams,
  type CompareParams,
  type CyclesParams,
  checkInRequest,
  checkInSubjectRequest,
  checkInSubjectsRequest,
  closeRequest,
  closingRequest,
  compareRequest,
  cyclesRequest,
  type FirstWorkspaceParams,
  firstWorkspaceRequest,
  type HappeningParams,
  type HappeningSubjectParams,
  happeningRequest,
  happeningSubjectRequest,
  type ImportParams,
  importRequest,
  type NewElementParams,
  newElementRequest,
  type OutlineParams,
  outlineRequest,
  type PreviewParams,
  previewRequest,
  type ReportParams,
  type RevisionChoicesParams,
  reportRequest,
  revisionChoicesRequest,
  type TodayParams,
  todayRequest,
  type WriteParams,
} from '../core/requests.ts';
import type { Session } from './server.ts';

export function answerOkrRequests(session: Session): void {
  const { connection } = session;
  const shown = () => import('./okr-requests/preview.ts');
  connection.onRequest(cyclesRequest, async (params: CyclesParams) => (await shown()).cycles(session, params));
  connection.onRequest(previewRequest, async (params: PreviewParams) => (await shown()).preview(session, params));
  connection.onRequest(reportRequest, async (params: ReportParams) =>
    (await import('./okr-requests/report.ts')).report(session, params),
  );
  connection.onRequest(newElementRequest, async (params: NewElementParams) =>
    (await import('./okr-requests/new-element.ts')).newElement(session, params),
  );
  connection.onRequest(firstWorkspaceRequest, async (params: FirstWorkspaceParams) =>
    (await import('./okr-requests/first-workspace.ts')).filesToBegin(session, params),
  );
  connection.onRequest(importRequest, async (params: ImportParams) =>
    (await import('./okr-requests/import.ts')).importSource(session, params),
  );
  const compare = () => import('./okr-requests/compare.ts');
  connection.onRequest(revisionChoicesRequest, async (params: RevisionChoicesParams) =>
    (await compare()).revisionChoices(session, params),
  );
  connection.onRequest(compareRequest, async (params: CompareParams) => (await compare()).compare(session, params));

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
  connection.onRequest(checkInRequest, async (params: WriteParams) => (await checkIns()).checkInEdit(session, params));

  const happenings = () => import('./okr-requests/happening.ts');
  connection.onRequest(happeningSubjectRequest, async (params: HappeningSubjectParams) =>
    (await happenings()).happeningChoices(session, params),
  );
  connection.onRequest(happeningRequest, async (params: HappeningParams) =>
    (await happenings()).happeningEdit(session, params),
  );

  const ends = () => import('./okr-requests/closing.ts');
  connection.onRequest(closingRequest, async (params: ClosingParams) => (await ends()).closingChoices(session, params));
  connection.onRequest(closeRequest, async (params: CloseParams) => (await ends()).closingEdit(session, params));
}
