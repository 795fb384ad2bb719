/** Our own requests: what the preview shows, which cycles there are, the text of a report, and those in the folder beside it. */
import {
  type CyclesParams,
  cyclesRequest,
  type PreviewParams,
  previewRequest,
  type ReportAnswer,
  type ReportParams,
  reportRequest,
} from '../core/requests.ts';
import { answerCheckIns } from './okr-requests/check-in.ts';
import { answerNewElements } from './okr-requests/new-element.ts';
import { answerOutlines } from './okr-requests/outline.ts';
import { gone, type Session } from './server.ts';
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
  connection.onRequest(reportRequest, async ({ uri, cycle, team, format }: ReportParams): Promise<ReportAnswer> => {
    await ready;
    const { buildReport } = await import('../core/reports/build-report.ts');
    const { cycleChoices } = await import('../core/reports/cycles.ts');
    const { reportFileName, reportText } = await import('../core/report-text.ts');
    const { workspace, standings } = workspaces.of(uri);
    if (
      !cycleChoices(workspace).some(choice => workspace.cycles.of(choice.id).key === workspace.cycles.of(cycle).key)
    ) {
      throw gone(`Nothing in this workspace is in the cycle ${cycle}`);
    }
    // A first pass finds out which data files are wanted, a second one has them.
    buildReport(workspace, standings, { cycle, team });
    await workspaces.loadData();
    const report = buildReport(workspace, standings, { cycle, team });
    return { text: reportText(report, format), fileName: reportFileName(report, format) };
  });
}
