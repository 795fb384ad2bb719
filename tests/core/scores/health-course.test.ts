/** The health of a KPI over time: its stretches, and the sentence that tells them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fromIso, toIso } from '../../../server/core/calendar/day.ts';
import type { Hold, Reading } from '../../../server/core/model/elements.ts';
import { healthCourse } from '../../../server/core/scores/health-course.ts';
import { healthOf } from '../../../server/core/scores/kpi-health.ts';
import { healthOverTime } from '../../../server/core/wording/health-course.ts';

const healthy: Hold = { bound: 'at most', low: null, high: 40, unit: 'days' };
const critical: Hold = { bound: 'above', low: 50, high: null, unit: 'days' };
const lines = { healthy, critical };

const readings = (...all: readonly [date: string, value: number][]): Reading[] =>
  all.map(([date, value]) => ({ day: fromIso(date) as number, value, note: '' }));

function told(...all: readonly [date: string, value: number][]): string {
  const course = healthCourse(lines, readings(...all)).map(each => ({
    ...each,
    from: toIso(each.from),
    to: toIso(each.to),
  }));
  return healthOverTime({ course }, '2026-11-21').replaceAll('\u00a0', ' ');
}

describe('The health of a KPI over time', () => {
  it('is told stretch by stretch, the last one since its first reading', () => {
    assert.equal(told(), '');
    assert.equal(told(['2026-11-07', 38]), 'healthy in its one reading');
    assert.equal(told(['2026-10-07', 38], ['2026-11-07', 39]), 'healthy in all 2 readings');
    assert.equal(
      told(['2026-10-06', 38], ['2026-10-20', 42], ['2026-10-27', 43], ['2026-11-03', 51], ['2026-11-17', 52]),
      'healthy on 6 Oct, watch 20 Oct – 27 Oct, critical since 3 Nov',
    );
  });

  it('is told of the newest stretches where there were many', () => {
    assert.equal(
      told(['2026-10-01', 38], ['2026-10-02', 42], ['2026-10-03', 38], ['2026-10-04', 42], ['2026-10-05', 38]),
      '… watch on 2 Oct, healthy on 3 Oct, watch on 4 Oct, healthy since 5 Oct',
    );
  });

  it('has every reading in one stretch of its health, and no two alike beside each other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 30, max: 60 })), {
          selector: ([day]) => day,
        }),
        all => {
          const dated = all.map(([day, value]) => ({ day, value, note: '' })).sort((a, b) => a.day - b.day);
          const course = healthCourse(lines, dated);
          for (const { day, value } of dated) {
            const around = course.filter(({ from, to }) => from <= day && day <= to);
            assert.deepEqual(
              around.map(({ health }) => health),
              [healthOf(lines, value)],
            );
          }
          assert.equal(
            course.reduce((sum, each) => sum + each.readings, 0),
            dated.length,
          );
          for (const [i, each] of course.entries()) assert.notEqual(each.health, course[i + 1]?.health);
        },
      ),
    );
  });
});
