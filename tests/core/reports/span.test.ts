import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toIso } from '../../../server/core/calendar/day.ts';
import { buildReport } from '../../../server/core/reports/build-report.ts';
import { onDay } from '../../../server/core/reports/other-day.ts';
import { spanOf } from '../../../server/core/reports/span.ts';
import { open } from './workspaces.ts';

const quarters = `
team web: Web
cycle 2026
objective: Year
  owner @ana
cycle 2026-Q3
objective: Third
team shop: Shop
cycle 2026-Q4
objective: Fourth
  kr k: K
    from 0 to 10
    checkin 2026-10-05 2
    checkin 2026-10-20 4
    checkin 2026-11-14 6
cycle hall
  from 2026-09-01 to ?
objective: Open
`;

describe('A span of time', () => {
  const { workspace, standings } = open(quarters);
  const titles = (id: string) => {
    const span = spanOf(workspace, id);
    return span && buildReport(workspace, standings, span.options).objectives.map(({ title }) => title);
  };

  it('that holds cycles has what is in them, and not what goes beyond it', () => {
    assert.deepEqual(titles('2026-H2'), ['Third', 'Fourth']);
    assert.deepEqual(
      spanOf(workspace, '2026-H2')?.teams.map(({ name }) => name),
      ['shop', 'web'],
    );
  });

  it('that is in a cycle has what is in the shortest of those', () => {
    assert.deepEqual(titles('2026-10'), ['Fourth']);
    assert.deepEqual(titles('2026-02'), ['Year']);
  });

  it('is seen from its last day, or from today', () => {
    const days = ['2026-10', '2026-11'].map(id => toIso(spanOf(workspace, id)?.day ?? 0));
    assert.deepEqual(days, ['2026-10-31', '2026-11-21']);
  });

  it('says what moved in it', () => {
    const span = spanOf(workspace, '2026-10');
    const then = onDay(workspace, span?.day ?? 0);
    const { moved, part } = buildReport(then.workspace, then.standings, span?.options ?? { cycle: null });
    assert.deepEqual(
      moved.filter(({ what }) => what === 'rose').map(({ text, date }) => [text, date]),
      [['0 → 4', '2026-10-20']],
    );
    assert.deepEqual(part, { id: '2026-10', start: '2026-10-01', end: '2026-10-31' });
  });

  it('is none where no calendar knows it, or nothing is near', () => {
    assert.equal(spanOf(workspace, 'hall'), undefined);
    assert.equal(spanOf(workspace, 'autumn'), undefined);
    assert.equal(spanOf(workspace, '2031-Q1'), undefined);
  });
});
