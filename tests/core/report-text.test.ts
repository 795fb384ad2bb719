import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import Papa from 'papaparse';
import { reportAs } from '../../server/core/report-formats.ts';
import { type ReportFormat, reportFileName, reportText } from '../../server/core/report-text.ts';
import { csvReport } from '../../server/core/reports/csv.ts';
import { renderHtmlReport } from '../../server/core/views/html-report.ts';
import { open, openSample } from './reports/workspaces.ts';
import { cycle, keyResult, objective, report as reportOf } from './views/fixtures/build.ts';

const growth = openSample('company').report({ cycle: '2026-Q4', team: 'growth' });

function rows(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
}

describe('The text of a report', () => {
  it('as JSON is the report, and the same each time', () => {
    assert.deepEqual(JSON.parse(reportText(growth, 'json')), JSON.parse(JSON.stringify(growth)));
    assert.equal(
      reportText(openSample('company').report({ cycle: '2026-Q4', team: 'growth' }), 'json'),
      reportText(growth, 'json'),
    );
    assert.match(reportText(growth, 'json'), /^\{\n {2}"today": "2026-11-21",\n {2}"cycle": \{\n/);
  });

  it('as HTML is one document', () => assert.equal(reportAs(growth, 'html'), renderHtmlReport(growth)));
});

describe('A report as CSV', () => {
  const table = rows(csvReport(growth));

  it('has a row for each key result', () => {
    assert.equal(
      table.length,
      growth.objectives.reduce((sum, { keyResults }) => sum + keyResults.length, 0),
    );
  });

  it('gives numbers as numbers', () => {
    const { from, to, unit, value, score, confidence, owner, forecast } = table[0]!;
    assert.deepEqual(
      { from, to, unit, value, score, confidence, owner, forecast: Number(forecast).toFixed(1) },
      {
        from: '35',
        to: '48',
        unit: 'points',
        value: '44',
        score: '0.6923',
        confidence: '0.7',
        owner: 'mei',
        forecast: '51.9',
      },
    );
  });

  it('counts a key result of an objective that is let go among what is', () => {
    const text = `cycle 2026-Q4
objective: Orders
  dropped 2026-11-02: Wrong idea
  kr: Orders
    to 10
`;
    const [row] = rows(csvReport(open(text).report({ cycle: '2026-Q4' })));
    const { status, dropped, 'dropped because': why } = row!;
    assert.deepEqual({ status, dropped, why }, { status: 'dropped', dropped: '2026-11-02', why: 'Wrong idea' });
  });

  it('rounds what was worked out, never up to 1, and leaves what somebody wrote', () => {
    const written = open(`cycle 2026-Q4
objective: Orders
  kr: Orders
    from 0.1 to 1234567890.12 orders
    checkin 2026-10-10 0.3
    checkin 2026-10-17 1234567890.1
    checkin 2026-10-24 1234560000.11
`).report({ cycle: '2026-Q4' });
    const [row] = rows(csvReport(written));
    const { from, to, value, progress, score, expected, forecast } = row!;
    assert.deepEqual(
      { from, to, value, progress, score, expected },
      {
        from: '0.1',
        to: '1234567890.12',
        value: '1234560000.11',
        progress: '0.9999',
        score: '0.9999',
        expected: '0.5604',
      },
    );
    assert.match(forecast!, /^\d+(?:\.\d{1,4})?$/);
    const keyResults = [
      keyResult({ title: 'Noise', value: 0.1 + 0.2, progress: 0.6400000000000006, score: 0.6400000000000006 }),
    ];
    const [noisy] = rows(csvReport(reportOf({ cycle: cycle(), objectives: [objective({ title: 'O', keyResults })] })));
    assert.deepEqual([noisy!['value'], noisy!['progress'], noisy!['score']], ['0.3', '0.64', '0.64']);
  });

  const formulas = ['=1+1', '+1', '-1+cmd', '@SUM(A1)', ' =1+1', '|calc', '\u00a0=1'];
  it('holds nothing that a spreadsheet would work out', () => {
    const { report } = open(
      formulas.map(title => `cycle 2026-Q4\nobjective: ${title}\n  kr: ${title}\n    from -2 to 5 ${title}\n`).join(''),
    );
    const text = csvReport(report({ cycle: '2026-Q4' }));
    for (const row of rows(text)) {
      for (const [name, cell] of Object.entries(row)) {
        if (Number.isNaN(Number(cell))) assert.doesNotMatch(cell, /^\s*[=+\-@|]/, name);
      }
    }
    assert.match(text, /,-2,5,/);
  });

  const written = fc.string({ unit: fc.constantFrom(...'=+-@|;,"\t ＝＋－＠a1\n'), maxLength: 12 });
  it('holds no formula whatever people write, and whichever mark parts its cells', () => {
    fc.assert(
      fc.property(written, written, written, (title, unit, note) => {
        const said = {
          date: '2026-11-14',
          value: -3,
          confidence: null,
          status: null,
          by: null,
          note,
          from: 'checkin',
        } as const;
        const measure = { kind: 'from-to', from: -5, to: 5, unit, firstTarget: -1 } as const;
        const keyResults = [
          keyResult({ title, measure, value: -3, owner: `@${title}`, history: [said], lastNote: said }),
        ];
        const text = csvReport(reportOf({ cycle: cycle(), objectives: [objective({ title, keyResults })] }));
        const [, ...cells] = Papa.parse<string[]>(text, { delimiter: ',' }).data;
        for (const cell of cells.flat().flatMap(each => [each, ...each.split(/[;\t\r\n]/).slice(1)]))
          if (Number.isNaN(Number(cell))) assert.doesNotMatch(cell, /^\s*[=+\-@|＝＋－＠]/);
        assert.match(text, /,-5,5,-1,/);
      }),
    );
  });

  it('without key results is its header', () => {
    assert.match(csvReport(reportOf({ cycle: cycle() })), /^cycle,team,objective,[^\n]*\r\n$/);
  });
});

describe('The name of a report’s file', () => {
  const cases: readonly (readonly [string, ReportFormat, Parameters<typeof reportOf>[0]])[] = [
    ['2026-Q4.md', 'markdown', { cycle: cycle() }],
    ['2026-Q4-growth.md', 'markdown', { cycle: cycle(), team: { name: 'growth', title: 'Growth' } }],
    ['2026-Q4.json', 'json', { cycle: cycle() }],
    ['okrs.md', 'markdown', { cycle: cycle({ id: null }) }],
    ['夏-équipe.md', 'markdown', { cycle: cycle({ id: '夏' }), team: { name: 'équipe', title: '' } }],
    ['----etc.md', 'markdown', { cycle: cycle({ id: '../\\etc' }) }],
  ];
  for (const [name, format, said] of cases) {
    it(name, () => assert.equal(reportFileName(reportOf(said), format), name));
  }
});
