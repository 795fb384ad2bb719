/** A report as text, in the formats that an editor asks for, and the name of a file that holds it. */

import { markdownReport } from './reports/markdown.ts';
import type { Report } from './reports/report.ts';

export type ReportFormat = 'markdown' | 'json';

const EXTENSIONS: Readonly<Record<ReportFormat, string>> = { markdown: 'md', json: 'json' };

export function reportText(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'markdown':
      return markdownReport(report);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
  }
}

/** `2026-Q4-growth.md`; `okrs.md` for what is in no cycle. */
export function reportFileName({ cycle, team }: Report, format: ReportFormat): string {
  const names = [cycle.id ?? 'okrs', ...(team === null ? [] : [team.name])];
  // Names hold letters, digits, `-` and `_` only; whatever else came here must not lead into another folder.
  const safe = names.map(name => name.replace(/[^\p{L}\p{M}\p{N}_-]/gu, '-'));
  return `${safe.join('-')}.${EXTENSIONS[format]}`;
}
