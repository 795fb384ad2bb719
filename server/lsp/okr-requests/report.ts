/** The text of a report. */

import { reportFileName, reportText } from '../../core/report-text.ts';
import { agendaOf } from '../../core/reports/agenda.ts';
import { buildReport } from '../../core/reports/build-report.ts';
import { cycleChoices } from '../../core/reports/cycles.ts';
import { digestOf } from '../../core/reports/digest.ts';
import { markdownAgenda } from '../../core/reports/markdown/agenda.ts';
import { markdownDigest } from '../../core/reports/markdown/digest.ts';
import type { ReportAnswer, ReportParams } from '../../core/requests/report.ts';
import { refusal } from '../doors/door.ts';
import type { Session } from '../server.ts';

export async function report(
  { workspaces, ready }: Session,
  { uri, cycle, team, format, what = 'review', days = 7 }: ReportParams,
): Promise<ReportAnswer> {
  await ready;
  const { workspace, standings } = workspaces.of(uri);
  if (!cycleChoices(workspace).some(choice => workspace.cycles.of(choice.id).key === workspace.cycles.of(cycle).key)) {
    throw refusal(`Nothing in this workspace is in the cycle ${cycle}`);
  }
  const since = what === 'digest' ? workspace.today.get() - days : undefined;
  const options = { cycle, team, since, compare: what === 'review' };
  // A first pass finds out which data files are wanted, a second one has them.
  buildReport(workspace, standings, options);
  await workspaces.loadData();
  const found = buildReport(workspace, standings, options);
  const fileName = reportFileName(found, format);
  if (what === 'agenda') return { text: markdownAgenda(agendaOf(found), found), fileName: `agenda-${fileName}` };
  if (what === 'digest') return { text: markdownDigest(digestOf(found), found), fileName: `digest-${fileName}` };
  return { text: reportText(found, format), fileName };
}
