/** Our own requests: what the preview shows, which cycles there are, the text of a report, and those in the folder beside it. */
import {
  type CyclesParams,
  cyclesRequest,
  type PreviewParams,
  previewRequest,
  reportRequest,
} from '../core/requests.ts';
import { answerCheckIns } from './okr-requests/check-in.ts';
import { answerNewElements } from './okr-requests/new-element.ts';
import { answerOutlines } from './okr-requests/outline.ts';
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

export function answerOkrRequests(session: Session): void {
  const { connection, workspaces, ready } = session;
  answerCheckIns(session);
  answerOutlines(session);
  answerNewElements(session);
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
  connection.onRequest(reportRequest, async params => {
    const { report } = await import('./okr-requests/report-answer.ts');
    return report(session, params);
  });
}
