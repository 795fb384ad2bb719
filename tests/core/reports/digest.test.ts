import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { buildReport } from '../../../server/core/reports/build-report.ts';
import { digestOf } from '../../../server/core/reports/digest.ts';
import { markdownDigest } from '../../../server/core/reports/markdown/digest.ts';
import { open } from './workspaces.ts';

const text = `team growth: Growth
cycle 2026-Q4: Peak season

objective love: Customers love us
  owner @ana
  kr stuck: Waits for others
    owner @bo
    from 0 to 10
    checkin 2026-11-20 5 blocked: The contract is not signed
  kr far: Far behind and moving
    from 0 to 100 visits
    checkin 2026-11-10 2
    checkin 2026-11-18 9 by @cy: Two campaigns began
  kr lost: Far behind, the wrong way
    from 0 to 100 visits
    checkin 2026-11-10 9
    checkin 2026-11-18 2
  kr same: Behind and where it was
    from 0 to 100
    checkin 2026-11-10 25 confidence 6/10
    checkin 2026-11-19 25 confidence 6/10
  kr quiet: Not heard of since October
    from 0 to 10
    checkin 2026-10-10 6 on-track
  kr steps: Two steps
    milestone due 2026-11-10: The first
    milestone due 2026-12-10 done 2026-11-16: The second
  kr gone: Let go
    from 0 to 10
    dropped 2026-11-19: No time
objective alone: Nobody's
  kr off: Without an owner
    from 0 to 100
    checkin 2026-11-20 1 off-track
kpi hire: Days to hire
  owner @cy
  healthy at most 45
  critical above 50
  reading 2026-11-03 44
  reading 2026-11-19 52: Two new roles
`;

function digest(days: number, { today = '2026-11-21', content = text } = {}) {
  const { workspace, standings } = open({ 'growth.okr': content }, today);
  const since = (fromIso(today) ?? 0) - days;
  const report = buildReport(workspace, standings, { cycle: '2026-Q4', since });
  const data = digestOf(report);
  return { data, markdown: markdownDigest(data, report) };
}

describe('The digest of the last days', () => {
  const { data, markdown } = digest(7);

  it('tells what moved, what went forward first and what went the wrong way last, with what was said', () => {
    const moved = data.moved.map(({ title, good, by, note }) => [title, good, by, note]);
    assert.deepEqual(moved, [
      ['Waits for others', true, null, null],
      ['Without an owner', true, null, null],
      ['Far behind and moving', true, '@cy', 'Two campaigns began'],
      ['Two steps', true, null, null],
      ['Let go', null, null, null],
      ['Days to hire', false, null, 'Two new roles'],
      ['Far behind, the wrong way', false, null, null],
    ]);
    assert.match(
      markdown,
      /\*\*Far behind and moving\*\*: ↑ 2 → 9 visits, still off track\. @cy: “Two campaigns began”/,
    );
  });

  it('tells what is stuck: not what is off track and moves', () => {
    const stuck = data.stuck.map(({ what, title }) => [what, title]);
    assert.deepEqual(stuck, [
      ['blocked', 'Waits for others'],
      ['off-track', 'Far behind, the wrong way'],
      ['critical', 'Days to hire'],
      ['silent', 'Not heard of since October'],
      ['standstill', 'Behind and where it was'],
    ]);
  });

  it('asks each person once, who has most to answer first, and says what nobody owns', () => {
    const asked = data.ask.map(({ owner, questions }) => [owner, ...questions.map(({ what }) => what)]);
    assert.deepEqual(asked, [
      ['@ana', 'off-track', 'silent', 'standstill', 'overdue'],
      ['@bo', 'blocked'],
      ['@cy', 'critical'],
    ]);
    assert.match(markdown, /- \*\*@bo\*\*: What would lift the block on “Waits for others”, and by when\?\n/);
    assert.match(markdown, /Is “The first” of “Two steps” done, or when\?/);
    assert.match(digest(1).markdown, /\*\*Nobody owns it\*\*: What do we do differently about “Without an owner”\?/);
  });

  it('begins with how much moved, in the days that it is about', () => {
    assert.deepEqual(data.keyResults, { count: 7, moved: 5, forward: 4 });
    assert.deepEqual(data.checkIns, { count: 5, people: 3 });
    assert.match(markdown, /^# The last seven days\n\n\*Peak season \(2026-Q4\): 15 to 21 November 2026\*\n\n/);
    assert.match(
      markdown,
      /\n\*\*Five of seven key results moved, four of them forward; five are stuck, one is overdue\.\*\* Five check-ins by three people\.\n/,
    );
    assert.match(digest(1).markdown, /^# Today\n\n\*[^*]*: 21 November 2026\*\n\n\*\*None of seven key results moved;/);
    assert.match(digest(30).markdown, /: 23 October to 21 November 2026\*/);
  });

  it('begins with its cycle, and tells nothing of one that does not run', () => {
    const first = digest(14, { today: '2026-10-03' });
    assert.equal(first.data.from, '2026-10-01');
    assert.match(first.markdown, /^# The last three days\n\n\*[^*]*: 1 to 3 October 2026\*/);
    const over = digest(7, { today: '2027-01-04' }).markdown;
    assert.equal(over, '# Peak season (2026-Q4)\n\nIt ended on 31 December 2026. What came of it is in its report.\n');
    const ahead = digest(7, { today: '2026-09-04' }).markdown;
    assert.equal(ahead, '# Peak season (2026-Q4)\n\nIt begins on 1 October. Nothing can have moved yet.\n');
  });

  it('says so where nothing moved and nothing is stuck', () => {
    const calm =
      'cycle 2026-Q4\nobjective o: Calm\n  owner @ana\n  kr k: K\n    from 0 to 10\n    checkin 2026-11-11 7\n';
    const { markdown } = digest(7, { content: calm });
    assert.match(markdown, /\*\*None of one key result moved; nothing is stuck\.\*\* Nobody checked in\.\n/);
    assert.match(markdown, /## What moved\n\nNothing moved\.\n\n## What is stuck\n\nNothing is blocked,/);
    assert.doesNotMatch(markdown, /Whom to ask/);
  });

  it('reads no text as Markdown', () => {
    const hostile =
      'cycle 2026-Q4\nobjective o: O\n  owner @ana\n  kr k: **K** <b>\n    from 0 to 10\n    checkin 2026-11-19 7: [x](http://y) `z`\n';
    const { markdown } = digest(7, { content: hostile });
    assert.ok(markdown.includes('**\\*\\*K\\*\\* \\<b>**'));
    assert.ok(markdown.includes('“\\[x\\](http://y) \\`z\\`”'));
  });
});
