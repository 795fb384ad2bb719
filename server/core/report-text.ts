/** A report as text, in each of its formats, and the name of a file that holds it. */

import { csvReport } from './reports/csv.ts';
import { markdownReport } from './reports/markdown.ts';
import type { Report } from './reports/report.ts';
import { renderHtmlReport } from './views/html-report.ts';

export type ReportFormat = 'markdown' | 'html' | 'json' | 'csv';

const EXTENSIONS: Readonly<Record<ReportFormat, string>> = { markdown: 'md', html: 'html', json: 'json', csv: 'csv' };

export function reportText(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'markdown':
      return markdownReport(report);
    case 'html':
      return renderHtmlReport(report);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv':
      return csvReport(report);
  }
}

/** `2026-Q4-growth.md`; `okrs.md` for what is in no cycle. */
export function reportFileName({ cycle, team }: Report, format: ReportFormat): string {
  const names = [cycle.id ?? 'okrs', ...(team === null ? [] : [team.name])];
  // Names hold letters, digits, `-` and `_` only; whatever else came here must not lead into another folder.
  const safe = names.map(name => name.replace(/[^\p{L}\p{M}\p{N}_-]/gu, '-'));
  return `${safe.join('-')}.${EXTENSIONS[format]}`;
}
