import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cycleChoices, teamChoices } from '../../client/features/report/choices.ts';
import type { CycleChoice } from '../../server/core/requests/cycles.ts';

const quarter: CycleChoice = {
  id: '2026-Q4',
  title: 'Peak season',
  start: '2026-10-01',
  end: '2026-12-31',
  current: true,
  elapsed: 51 / 91,
  teams: [],
};

describe('the list of cycles', () => {
  const cases: [string, Partial<CycleChoice>, string][] = [
    ['the current', {}, '2026-Q4 Peak season · 56% gone, 40 days left'],
    ['without a title', { title: '' }, '2026-Q4 · 56% gone, 40 days left'],
    ['with its name as title', { title: '2026-Q4' }, '2026-Q4 · 56% gone, 40 days left'],
    ['on its first day', { elapsed: 0 }, '2026-Q4 Peak season · 0% gone, 91 days left'],
    ['on its last but one', { elapsed: 90 / 91 }, '2026-Q4 Peak season · 99% gone, 1 day left'],
    ['on its last', { elapsed: 1 }, '2026-Q4 Peak season · 100% gone, last day'],
    [
      'almost over, never rounded up',
      { start: '2020-01-01', elapsed: 0.9996 },
      '2026-Q4 Peak season · 99% gone, 1 day left',
    ],
    ['past', { current: false, elapsed: 1 }, '2026-Q4 Peak season · ended 2026-12-31'],
    ['to come', { current: false, elapsed: 0 }, '2026-Q4 Peak season · starts 2026-10-01'],
    ['with an open end', { end: null, elapsed: null }, '2026-Q4 Peak season · open end'],
    ['without dates', { start: null, end: null, elapsed: null, current: false }, '2026-Q4 Peak season · no dates'],
  ];
  for (const [name, change, label] of cases) {
    it(name, () => assert.equal(cycleChoices([{ ...quarter, ...change }])[0]?.label, label));
  }
  it('keeps the order and answers with the cycle', () => {
    const past = { ...quarter, id: '2026-Q3' };
    assert.deepEqual(
      cycleChoices([quarter, past]).map(choice => choice.value),
      [quarter, past],
    );
  });
});

describe('the list of teams', () => {
  const growth = { name: 'growth', title: 'Growth' };
  const ops = { name: 'ops', title: '' };

  it('is not shown for none or one', () => {
    assert.equal(teamChoices(quarter), undefined);
    assert.equal(teamChoices({ ...quarter, teams: [growth] }), undefined);
  });
  it('begins with everyone', () => {
    assert.deepEqual(teamChoices({ ...quarter, teams: [growth, ops] }), [
      { label: 'Everyone', description: 'both teams', value: null },
      { label: 'Growth', description: 'growth', value: 'growth' },
      { label: 'ops', value: 'ops' },
    ]);
    const three = teamChoices({ ...quarter, teams: [growth, ops, { name: 'people', title: '' }] });
    assert.equal(three?.[0]?.description, 'all 3 teams');
  });
});
