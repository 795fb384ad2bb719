import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportAs } from '../../../server/core/report-formats.ts';
import { open } from './workspaces.ts';

const { report } = open(`
cycle 2026-Q3
objective third: Third
  owner @ana
  kr k: K
    from 0 to 10
cycle 2026-Q4
objective fourth: Fourth
  owner @ana
  kr k: K
    from 0 to 10
`);

describe('Of a half-year each objective', () => {
  const half = report({ cycle: '2026-H2', reach: 'within' });

  it('says as data which quarter it is from', () => {
    assert.deepEqual(
      half.objectives.map(({ title, cycle }) => [title, cycle]),
      [
        ['Third', '2026-Q3'],
        ['Fourth', '2026-Q4'],
      ],
    );
  });

  it('says so in every format', () => {
    assert.match(reportAs(half, 'markdown'), /### Third\n\n2026-Q3 · [^\n]*\n/);
    assert.match(
      reportAs(half, 'html').replace(/.*<\/style>/s, ''),
      /Fourth.{0,40}<ul class="facts-inline"><li>2026-Q4<\/li>/,
    );
    assert.match(reportAs(half, 'marp'), /## Third\n\n2026-Q3 · /);
    assert.match(reportAs(half, 'csv'), /^2026-Q3,,third,Third,/m);
  });

  it('says nothing of it where the report’s own cycle does', () => {
    const quarter = report({ cycle: '2026-Q4' });
    assert.match(reportAs(quarter, 'markdown'), /### Fourth\n\n○ pending · /);
    assert.match(reportAs(quarter, 'html'), /Fourth/);
    assert.doesNotMatch(reportAs(quarter, 'html'), /<li>2026-Q4<\/li>/);
  });
});
