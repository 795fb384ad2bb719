import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Hold, Rhythm } from '../../../server/core/model/elements.ts';
import type { Health } from '../../../server/core/reports/report.ts';
import { type KpiInput, standKpi } from '../../../server/core/scores/kpi-health.ts';
import { atLeast, atMost, on, reading } from './elements.ts';

const above = (low: number): Hold => ({ bound: 'above', low, high: null, unit: '' });
const below = (high: number): Hold => ({ bound: 'below', low: null, high, unit: '' });

function kpi(given: Partial<KpiInput['kpi'] & Omit<KpiInput, 'kpi'>>) {
  const { healthy, critical, readings, ...rest } = given;
  return standKpi({
    kpi: { healthy, critical, readings: readings ?? [] },
    followed: [],
    rows: [],
    rhythm: undefined,
    today: 50,
    ...rest,
  });
}

describe('The health of a KPI', () => {
  const table: [string, Hold | undefined, Hold | undefined, number | undefined, Health][] = [
    ['on its healthy line', atMost(350), above(450), 350, 'healthy'],
    ['between', atMost(350), above(450), 351, 'watch'],
    ['on its critical line: not crossed', atMost(350), above(450), 450, 'watch'],
    ['across it', atMost(350), above(450), 451, 'critical'],
    ['across it, downwards', atLeast(99), below(95), 94, 'critical'],
    ['no critical line', atMost(350), undefined, 900, 'watch'],
    ['no healthy line', undefined, above(450), 450, 'healthy'],
    ['no healthy line', undefined, above(450), 451, 'critical'],
    ['a healthy line with a ? is none', atMost(null), above(450), 450, 'healthy'],
    ['no line at all', undefined, undefined, 5, 'healthy'],
    ['no reading', atMost(350), above(450), undefined, 'unknown'],
  ];
  for (const [why, healthy, critical, value, expected] of table) {
    it(`${value}, ${why}: ${expected}`, () => {
      const readings = value === undefined ? [] : [reading(10, value)];
      assert.equal(kpi({ healthy, critical, readings }).health, expected);
    });
  }

  const lines = { healthy: atMost(350), critical: above(450) };
  const since: [string, [number, number][], number | undefined][] = [
    ['its only reading', [[10, 400]], 10],
    [
      'the first of two',
      [
        [10, 400],
        [20, 371],
      ],
      10,
    ],
    [
      'when it became so',
      [
        [5, 300],
        [10, 400],
        [20, 371],
      ],
      10,
    ],
    [
      'when it became so again',
      [
        [5, 400],
        [10, 300],
        [20, 371],
      ],
      20,
    ],
    [
      'not what comes after today',
      [
        [10, 300],
        [51, 500],
      ],
      10,
    ],
    ['nothing', [], undefined],
  ];
  for (const [why, readings, day] of since) {
    it(`since ${why}`, () => {
      assert.equal(kpi({ ...lines, readings: readings.map(([at, value]) => reading(at, value)) }).since, day);
    });
  }
});

describe('The readings of a KPI', () => {
  it('are its own, before those it follows, before the rows of a file', () => {
    const found = kpi({
      readings: [reading(30, 3), reading(10, 1)],
      followed: [reading(10, 9), reading(20, 2)],
      rows: [reading(10, 8), reading(20, 8), reading(40, 4), reading(51, 5)],
    });
    assert.deepEqual(
      found.readings.map(({ day, value }) => [day, value]),
      [
        [10, 1],
        [20, 2],
        [30, 3],
        [40, 4],
      ],
    );
    assert.deepEqual([found.value, found.day], [4, 40]);
  });

  const table: [Rhythm | undefined, string, string, boolean][] = [
    [{ count: 1, unit: 'week' }, '2026-11-01', '2026-11-11', false],
    [{ count: 1, unit: 'week' }, '2026-11-01', '2026-11-12', true],
    [{ count: 2, unit: 'day' }, '2026-11-01', '2026-11-04', false],
    [{ count: 2, unit: 'day' }, '2026-11-01', '2026-11-05', true],
    [{ count: 1, unit: 'month' }, '2026-11-01', '2026-12-16', false],
    [{ count: 1, unit: 'month' }, '2026-11-01', '2026-12-17', true],
    [undefined, '2026-11-01', '2036-11-01', false],
  ];
  for (const [rhythm, day, today, stale] of table) {
    it(`every ${rhythm?.count} ${rhythm?.unit}, of ${day}, are ${stale ? '' : 'not '}stale on ${today}`, () => {
      assert.equal(kpi({ rhythm, readings: [reading(on(day), 1)], today: on(today) }).stale, stale);
    });
  }

  it('are not stale before the first', () => {
    assert.equal(kpi({ rhythm: { count: 1, unit: 'day' } }).stale, false);
  });
});
