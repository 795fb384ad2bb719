/** What moved since the last round of check-ins: two weeks before 21 November 2026, so from 8 November on. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Movement, Report } from '../../../server/core/reports/report.ts';
import { open } from './workspaces.ts';

type Said = readonly [what: Movement['what'], good: boolean | null, text: string];

function report(keyResult: string, rest = '', today = '2026-11-21'): Report {
  const body = keyResult.replace(/^/gm, '    ');
  return open(`cycle 2026-Q4\n  every 2 weeks\nobjective: O\n  kr: K\n${body}\n${rest}`, today).report({
    cycle: '2026-Q4',
  });
}

function said({ moved }: Report): Said[] {
  return moved.filter(({ what }) => what !== 'silent').map(({ what, good, text }) => [what, good, text]);
}

describe('What moved', () => {
  const cases: readonly (readonly [string, string, readonly Said[]])[] = [
    [
      'up, and up is good',
      'from 30 to 50 points\ncheckin 2026-11-06 38\ncheckin 2026-11-20 41',
      [['rose', true, '38 → 41 points']],
    ],
    [
      'down, and up is good',
      'from 30 to 50 points\ncheckin 2026-11-06 38\ncheckin 2026-11-20 36',
      [['fell', false, '38 → 36 points']],
    ],
    [
      'down, and down is good',
      'from 50 to 30 hours\ncheckin 2026-11-06 40\ncheckin 2026-11-20 36',
      [['fell', true, '40 → 36 hours']],
    ],
    [
      'up, and down is good',
      'from 50 to 30 hours\ncheckin 2026-11-06 40\ncheckin 2026-11-20 44',
      [['rose', false, '40 → 44 hours']],
    ],
    [
      'further beyond the target',
      'from 30 to 50\ncheckin 2026-11-06 51\ncheckin 2026-11-20 60',
      [['rose', true, '51 → 60']],
    ],
    ['from the baseline', 'from 30% to 50%\ncheckin 2026-11-20 41%', [['rose', true, '30% → 41%']]],
    ['in money', 'from €30 to €50\ncheckin 2026-11-20 €41', [['rose', true, '€30 → €41']]],
    ['for the first time', 'from ? to 50 points\ncheckin 2026-11-20 41', [['rose', null, 'first value: 41 points']]],
    ['toward what is not known', 'from 30 to ?\ncheckin 2026-11-20 41', [['rose', null, '30 → 41']]],
    ['not at all', 'from 30 to 50\ncheckin 2026-11-06 41\ncheckin 2026-11-20 41', []],
    ['on the day of the last round', 'from 30 to 50\ncheckin 2026-11-07 41', []],
    ['on the day after it', 'from 30 to 50\ncheckin 2026-11-08 41', [['rose', true, '30 → 41']]],
    ['tomorrow', 'from 30 to 50\ncheckin 2026-11-22 41', []],

    ['a line that is held', 'keep at most 5\ncheckin 2026-11-06 3\ncheckin 2026-11-20 4', []],
    [
      'a line that broke',
      'keep at most 5 days\ncheckin 2026-11-06 3\ncheckin 2026-11-20 6',
      [['rose', false, '3 → 6 days, no longer holds']],
    ],
    [
      'a line that is held again',
      'keep at most 5 days\ncheckin 2026-11-06 7\ncheckin 2026-11-20 4',
      [['fell', true, '7 → 4 days, holds again']],
    ],
    [
      'a line that is still broken',
      'keep at most 5 days\ncheckin 2026-11-06 7\ncheckin 2026-11-20 6',
      [['fell', false, '7 → 6 days, still does not hold']],
    ],

    [
      'a milestone',
      'milestone done 2026-11-12: Built\nmilestone done 2026-11-07: Drawn\nmilestone: Sold',
      [['step-done', true, 'Built']],
    ],
    ['a grade', 'grade 2026-11-01 0.2\ngrade 2026-11-15 0.4', [['rose', true, 'judged 0.20 → 0.40']]],
    ['a first grade', 'grade 2026-11-15 0.4', [['rose', null, 'judged 0.40']]],

    [
      'confidence, by two of ten',
      'milestone: M\ncheckin 2026-11-06 confidence 6/10\ncheckin 2026-11-20 confidence 4/10',
      [['fell', false, 'confidence 6/10 → 4/10']],
    ],
    [
      'confidence, by one of ten',
      'milestone: M\ncheckin 2026-11-06 confidence 6/10\ncheckin 2026-11-20 confidence 5/10',
      [],
    ],
    [
      'blocked',
      'milestone: M\ncheckin 2026-11-06 confidence 6/10\ncheckin 2026-11-20 confidence 2/10 blocked: No room',
      [['blocked', false, 'No room']],
    ],
    [
      'blocked no longer',
      'milestone: M\ncheckin 2026-11-06 blocked: No room\ncheckin 2026-11-20 on-track: Found one',
      [['unblocked', true, 'Found one']],
    ],
    [
      'blocked all the time',
      'milestone: M\ncheckin 2026-11-06 blocked: No room\ncheckin 2026-11-20 blocked: Still none',
      [],
    ],
    ['dropped', 'to 5\ndropped 2026-11-10: No time', [['dropped', null, 'No time']]],
    ['dropped earlier', 'to 5\ndropped 2026-11-01: No time\ncheckin 2026-11-20 3', []],
    [
      'the target',
      'from 30 to 50 points\ntarget 2026-11-10 48 points: The scale changed',
      [['target', null, 'target 50 → 48 points']],
    ],
  ];
  for (const [name, body, expected] of cases) {
    it(name, () => assert.deepEqual(said(report(body)), expected));
  }

  const kpis: readonly (readonly [string, string, readonly Said[]])[] = [
    ['a KPI that got worse', 'reading 2026-11-01 4\nreading 2026-11-15 6', [['kpi-worse', false, '4 → 6 days, watch']]],
    [
      'a KPI that got better',
      'reading 2026-11-01 9\nreading 2026-11-15 6',
      [['kpi-better', true, '9 → 6 days, watch']],
    ],
    ['a KPI whose health is the same', 'reading 2026-11-01 1\nreading 2026-11-15 4', []],
    ['a KPI that was never read before', 'reading 2026-11-15 9', []],
  ];
  for (const [name, readings, expected] of kpis) {
    const kpi = `kpi k: K\n  healthy at most 5 days\n  critical above 8 days\n${readings.replace(/^/gm, '  ')}`;
    it(name, () => assert.deepEqual(said(report('milestone: M', kpi)), expected));
  }
});

describe('Since when it moved', () => {
  const since = (text: string, today?: string) => open(text, today).report({ cycle: '2026-Q4' }).movedSince;

  it('a rhythm ago: the cycle’s, else the team’s, else a month', () => {
    assert.equal(since('cycle 2026-Q4\n  every 2 weeks\nobjective: O'), '2026-11-07');
    assert.equal(since('team a\n  every week\ncycle 2026-Q4\nobjective: O'), '2026-11-14');
    assert.equal(since('cycle 2026-Q4\nobjective: O'), '2026-10-21');
  });

  it('not before the first day', () => {
    assert.equal(since('cycle 2026-Q4\n  every 2 weeks\nobjective: O', '2026-10-05'), '2026-10-01');
  });

  it('neither before the cycle begins nor after it has ended', () => {
    assert.equal(since('cycle 2026-Q4\nobjective: O', '2026-09-30'), null);
    assert.equal(since('cycle 2026-Q4\nobjective: O', '2027-01-01'), null);
    assert.notEqual(since('cycle 2026-Q4\nobjective: O', '2026-12-31'), null);
  });
});

describe('The order of what moved', () => {
  it('is the newest first', () => {
    const { moved } = report('from 30 to 50\ntarget 2026-11-10 48\ncheckin 2026-11-20 41');
    assert.deepEqual(
      moved.map(({ date, what }) => [date, what]),
      [
        ['2026-11-20', 'rose'],
        ['2026-11-10', 'target'],
      ],
    );
  });

  it('what two key results share is told once', () => {
    const both = open(`
team a
cycle 2026-Q4
objective: A
  kr: x
    follows b/o.k
team b
objective o: B
  kr k: K
    to 5
    checkin 2026-11-20 3
`);
    assert.equal(both.report({ cycle: '2026-Q4' }).moved.length, 1);
    assert.deepEqual(said(both.report({ cycle: '2026-Q4', team: 'a' })), [['rose', true, '0 → 3']]);
  });

  it('of a dropped objective nothing is told but that it was', () => {
    const { moved } = open(
      'cycle 2026-Q4\nobjective: O\n  dropped 2026-11-20: Enough\n  kr: K\n    to 5\n    checkin 2026-11-19 3',
    ).report({ cycle: '2026-Q4' });
    assert.deepEqual(
      moved.map(({ what, text }) => [what, text]),
      [['dropped', 'Enough']],
    );
  });
});
