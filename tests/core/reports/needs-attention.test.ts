import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildReport } from '../../../server/core/reports/build-report.ts';
import { needsAttention } from '../../../server/core/reports/needs-attention.ts';
import { open } from './workspaces.ts';

const text = `team growth
cycle 2026-Q4

objective love: Customers love us
  kr calm: On its way
    from 0 to 10
    checkin 2026-11-20 7
  kr heard: Not heard of since October
    from 0 to 10
    checkin 2026-10-10 6 on-track
  kr far: Far behind, and not heard of
    from 0 to 100 visits
    checkin 2026-10-10 2
  kr line: A line that does not hold
    keep at least 99%
    checkin 2026-11-20 98%
  kr stuck: Waits for others
    from 0 to 10
    checkin 2026-11-20 5 blocked: The contract is not signed
  kr proud: People are proud
  kr gone: Let go
    from 0 to 10
    dropped 2026-11-01: No time
objective bare: Nothing below it
  checkin 2026-11-20 off-track: It drifts
kpi hire: Days to hire
  critical above 50
  reading 2026-11-03 52
`;

describe('What needs attention', () => {
  const on = (today: string) => {
    const { workspace, standings } = open({ 'growth.okr': text }, today);
    return needsAttention(buildReport(workspace, standings, { cycle: '2026-Q4' }));
  };

  it('is each once, the most urgent first, with the reason', () => {
    assert.deepEqual(
      on('2026-11-21').map(({ what, title, text }) => `${what} | ${title} | ${text}`),
      [
        'blocked | Waits for others | The contract is not signed',
        'off-track | Far behind, and not heard of | 2% of the way, 56% expected; not heard of for 42 days',
        'off-track | A line that does not hold | 98% does not hold the line',
        'off-track | Nothing below it | It drifts',
        'critical | Days to hire | 52, critical for 18 days',
        'silent | Not heard of since October | not heard of for 42 days',
        'unmeasurable | People are proud | nobody could notice whether it comes true',
      ],
    );
  });

  it('is nothing once the cycle has ended', () => {
    assert.deepEqual(on('2027-01-10'), []);
  });
});
