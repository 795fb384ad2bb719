/**
 * Our own requests: what the preview shows, which cycles there are, the text of a report, what stands beside the text,
 * check-ins and new elements. What answers is loaded with the first of its kind.
 */

import {
  type CheckInSubjectParams,
  type CheckInSubjectsParams,
  checkInRequest,
  checkInSubjectRequest,
  checkInSubjectsRequest,
  type WriteParams,
} from '../core/requests/check-in.ts';
import { type CloseParams, type ClosingParams, closeRequest, closingRequest } from '../core/requests/closing.ts';
import {
  type CompareParams,
  compareRequest,
  type RevisionChoicesParams,
  revisionChoicesRequest,
} from '../core/requests/compare.ts';
import { type CyclesParams, cyclesRequest } from '../core/requests/cycles.ts';
import {
  type HappeningParams,
  type HappeningSubjectParams,
  happeningRequest,
  happeningSubjectRequest,
} from '../core/requests/happening.ts';
import { type ImportParams, importRequest } from '../core/requests/import.ts';
import {
  type FirstWorkspaceParams,
  firstWorkspaceRequest,
  type NewElementParams,
  newElementRequest,
} from '../core/requests/new-element.ts';
import {
  attentionRequest,
  type OutlineParams,
  outlineRequest,
  type TodayParams,
  todayRequest,
} from '../core/requests/outline.ts';
import { type PreviewParams, previewRequest } from '../core/requests/preview.ts';
import { type ReportParams, reportRequest } from '../core/requests/report.ts';
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
