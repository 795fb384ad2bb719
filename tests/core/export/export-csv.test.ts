/** A workspace as a table: for spreadsheets, which take what is worked out as it is shown, and no text for a formula. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import Papa from 'papaparse';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { exportCsv } from '../../../server/core/export/export-csv.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';

function rowsOf(text: string): Record<string, string>[] {
  const { workspace, standings } = openWorkspace('file:///w', fromIso('2026-11-21') as number);
  workspace.setFile('file:///w/a.okr', text, true);
  const csv = exportCsv(workspace, standings, [...workspace.entries.get()]);
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

describe('A workspace as CSV', () => {
  it('has what was worked out with four decimals, and what was written as it was written', () => {
    const [objective, thirds, almost] = rowsOf(`cycle 2026-Q4
objective o: Thirds
  kr k: A third of the way
    from 0 to 3
    checkin 2026-11-20 1
  kr l: All but there
    from 0 to 100000
    checkin 2026-11-20 99999.25
`);
    assert.equal(thirds?.['Progress'], '0.3333');
    assert.deepEqual([almost?.['Progress'], almost?.['Current']], ['0.9999', '99999.25']);
    assert.equal(objective?.['Progress'], '0.6667');
  });

  it('has no cell that a spreadsheet would compute', () => {
    for (const text of ['=1+1', '+1', '-2+3', '@SUM(1)', '=HYPERLINK("http://x.example","y")']) {
      const rows = rowsOf(
        `team t\nobjective o: ${text}\n  > ${text}\n  kr k: ${text}\n    to 5 clients\n    checkin 2026-11-20 3: ${text}\n`,
      );
      for (const cell of rows.flatMap(row => Object.values(row)))
        assert.ok(!/^[=+@]|^-\D|^-\d.*\D/.test(cell), `${text}: ${cell}`);
      assert.equal(rows[1]?.['Title'], `'${text}`);
    }
  });
});
