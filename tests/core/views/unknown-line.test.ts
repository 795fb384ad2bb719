/** A line to hold that somebody still has to find out: `keep at least ?`. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportText } from '../../../server/core/report-text.ts';
import { csvReport } from '../../../server/core/reports/csv.ts';
import { renderHtmlReport } from '../../../server/core/views/html-report.ts';
import { open } from '../reports/workspaces.ts';

const report = open(`cycle 2026-Q4
objective calm: Calm
  kr wait: Waiting
    keep at least ?
    checkin 2026-11-14 7
  kr share: Share
    keep between ? and 5%
    checkin 2026-11-14 4%
`).report({ cycle: '2026-Q4' });

describe('a line to hold with a `?`', () => {
  it('is drawn as `?` in HTML, and neither held nor broken', () => {
    const html = renderHtmlReport(report).replaceAll('\u00a0', ' ');
    assert.match(html, /Keep at least \?: now 7"/);
    assert.match(html, /Keep \? to 5%: now 4%"/);
    assert.doesNotMatch(html, /class="broken"|held \d|NaN|null/);
  });

  it('is written as `?` in Markdown and in a table for a spreadsheet', () => {
    const markdown = reportText(report, 'markdown');
    assert.match(markdown, /\| Waiting +\| at least \? +\| +7 \| +0\.00 \|/);
    assert.match(markdown, /\| Share +\| +\? to 5% \| +4% \| +0\.00 \|/);
    assert.match(csvReport(report), /,keep,,\? to 5,/);
  });
});
