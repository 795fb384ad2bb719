import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { choiceNamed, cycleChoices, defaultCycle } from '../../../server/core/reports/cycles.ts';
import { open, openSample, uriOf } from './workspaces.ts';

const ids = (text: string | Readonly<Record<string, string>>, today?: string) =>
  cycleChoices(open(text, today).workspace).map(({ id, current }) => `${id}${current ? ' now' : ''}`);

const all = `
cycle 2025
objective: a
cycle 2026
objective: b
cycle 2026-H2
objective: c
cycle 2026-Q3
objective: d
cycle 2026-Q4
objective: e
cycle 2027-Q1
objective: f
cycle hall
  from 2026-09-01 to ?
objective: g
cycle mystery
objective: h
cycle 2024
`;

describe('The cycles to choose from', () => {
  it('the current ones first, the shortest of them before all; then the newest', () => {
    assert.deepEqual(ids(all), [
      '2026-Q4 now',
      '2026-H2 now',
      '2026 now',
      'hall now',
      '2027-Q1',
      '2026-Q3',
      '2025',
      'mystery',
    ]);
  });

  it('cycles with equal dates are one', () => {
    const opened = open('cycle 2026-Q4\nobjective: a\ncycle FY27-Q1\nobjective: b');
    opened.workspace.settings.set(uriOf('okr.json'), '{ "root": true, "fiscalYearStart": "october" }');
    const choices = cycleChoices(opened.workspace);
    assert.equal(choices.length, 1);
    assert.equal(choiceNamed(opened.workspace, choices, 'fy27q1'), choices[0]);
    assert.equal(choiceNamed(opened.workspace, choices, '2026-Q3'), undefined);
  });

  it('say what they are, how much has passed, and whose they are', () => {
    assert.deepEqual(cycleChoices(openSample('company').workspace)[0], {
      id: '2026-Q4',
      title: 'Peak season',
      start: '2026-10-01',
      end: '2026-12-31',
      current: true,
      elapsed: 51 / 91,
      teams: [
        { name: 'growth', title: 'Growth' },
        { name: 'jonas', title: 'Jonas Weber' },
        { name: 'people', title: 'People' },
        { name: 'platform', title: 'Platform' },
      ],
    });
  });

  it('without objectives there is none', () => assert.deepEqual(ids('cycle 2026-Q4\nkpi k: K'), []));
});

describe('The cycle that a reader means', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string | null])[] = [
    ['the current one in the file', { 'a.okr': 'cycle 2026-Q3\nobjective: a\ncycle 2026-Q4\nobjective: b' }, '2026-Q4'],
    ['the shortest of the current', { 'a.okr': 'cycle 2026\nobjective: a\ncycle 2026-11\nobjective: b' }, '2026-11'],
    [
      'the newest in a file of old ones',
      { 'a.okr': 'cycle 2025\nobjective: a\ncycle 2026-Q3\nobjective: b', 'b.okr': 'cycle 2026-Q4\nobjective: c' },
      '2026-Q3',
    ],
    [
      'the workspace’s, in a file without objectives',
      { 'a.okr': 'kpi k: K', 'b.okr': 'cycle 2026-Q4\nobjective: c' },
      '2026-Q4',
    ],
    ['none', { 'a.okr': 'objective: in no cycle' }, null],
  ];
  for (const [name, files, expected] of cases) {
    it(name, () => assert.equal(defaultCycle(open(files).workspace, uriOf('a.okr')), expected));
  }
  it('of no file: the workspace’s', () => assert.equal(defaultCycle(open(all).workspace), '2026-Q4'));
});
