/** A report in each format that it can be written in: those of an editor, and those that only a file is written in. */
import { type ReportFormat as EditorFormat, reportText } from './report-text.ts';
import type { Alignment } from './reports/alignment.ts';
import type { BoardReport } from './reports/board.ts';
import { csvReport } from './reports/csv.ts';
import { boardMarkdown } from './reports/markdown/board.ts';
import { slides } from './reports/markdown/slides.ts';
import type { Report } from './reports/report.ts';
import { renderHtmlReport } from './views/html-report.ts';
import { renderTextPage } from './views/text-page.ts';

export type ReportFormat = EditorFormat | 'html' | 'csv' | 'marp';

/** @param alignment for what can show it: a document in HTML */
export function reportAs(report: Report, format: ReportFormat, alignment: Alignment | null = null): string {
  switch (format) {
    case 'html':
      return renderHtmlReport(report, alignment);
    case 'csv':
      return csvReport(report);
    case 'marp':
      return slides(report);
    default:
      return reportText(report, format);
  }
}

/** The board's page is read: as Markdown or as one HTML file. */
export function boardAs(board: BoardReport, format: 'markdown' | 'html'): string {
  const text = boardMarkdown(board);
  return format === 'html' ? renderTextPage(text) : text;
}
