/** A report in each format that it can be written in: those of an editor, and those for other programs. */
import { type ReportFormat as EditorFormat, reportText } from './report-text.ts';
import { csvReport } from './reports/csv.ts';
import type { Report } from './reports/report.ts';

export type ReportFormat = EditorFormat | 'csv';

export function reportAs(report: Report, format: ReportFormat): string {
  return format === 'csv' ? csvReport(report) : reportText(report, format);
}
