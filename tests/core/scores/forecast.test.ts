import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atLeast, checkin, dropped, fromTo, grade, keep, milestones, near, stand, target, to } from './elements.ts';

/** The time is day 0 (a Thursday) to 100; day 4 is the first Monday. Today is day 50. */
const on = (...values: [day: number, value: number][]) => values.map(([day, value]) => checkin(day, value));

describe('A forecast', () => {
  const table: [
    string,
    Parameters<typeof stand>[0],
    [value: number, score: number, reached: number | undefined] | undefined,
  ][] = [
    [
      'two values, and the baseline as a third point: 1 a day',
      { measure: fromTo(0, 80), checkins: on([10, 10], [20, 20]) },
      [100, 1, 80],
    ],
    ['one value and the baseline are too few', { measure: fromTo(0, 80), checkins: on([10, 10]) }, undefined],
    [
      'too slow: half a point a day',
      { measure: fromTo(0, 80), checkins: on([10, 5], [20, 10]) },
      [50, 0.625, undefined],
    ],
    ['just in time', { measure: fromTo(0, 100), checkins: on([10, 10], [20, 20]) }, [100, 1, 100]],
    ['a day too late', { measure: fromTo(0, 101), checkins: on([10, 10], [20, 20]) }, [100, 100 / 101, undefined]],
    [
      'on the first day that meets it: 78.4 days',
      { measure: fromTo(0, 78.4), checkins: on([10, 10], [20, 20]) },
      [100, 1, 79],
    ],
    ['down: 1 a day', { measure: fromTo(100, 20), checkins: on([10, 90], [20, 80]) }, [0, 1, 80]],
    ['the wrong way', { measure: fromTo(0, 80), checkins: on([10, -10], [20, -20]) }, [-100, 0, undefined]],
    ['from nothing', { measure: to(80), checkins: on([10, 10], [20, 20]) }, [100, 1, 80]],
    [
      'to the target of today',
      { measure: fromTo(0, 500), targets: [target(30, 80)], checkins: on([10, 10], [20, 20]) },
      [100, 1, 80],
    ],
    [
      'of each week the newest: 5 (Friday) gives way to 10 (Sunday)',
      { measure: fromTo(0, 80), checkins: on([8, 5], [10, 10], [20, 20]) },
      [100, 1, 80],
    ],
    ['two in one week are one, and too few', { measure: fromTo(0, 80), checkins: on([18, 18], [20, 20]) }, undefined],
    [
      'a value on the first day, beside the baseline: both are points',
      { measure: fromTo(0, 80), checkins: on([0, 10], [20, 25]) },
      [105, 1, 75],
    ],
    [
      'of six weeks the last five, and no baseline: 2 a day from day 10',
      { measure: fromTo(99, 80 * 2), checkins: on([1, 77], [11, 22], [18, 36], [25, 50], [32, 64], [39, 78]) },
      [200, 1, 80],
    ],
    [
      'of four weeks all four, and the baseline',
      { measure: fromTo(0, 80), checkins: on([11, 11], [18, 18], [25, 25], [32, 32]) },
      [100, 1, 80],
    ],
    [
      'values before the first day count for nothing',
      { measure: fromTo(0, 80), checkins: on([-20, 70], [10, 10], [20, 20]) },
      [100, 1, 80],
    ],
    ['nor do those after today', { measure: fromTo(0, 80), checkins: on([10, 10], [20, 20], [51, 0]) }, [100, 1, 80]],
    [
      'reached and held: met from the first point that says so',
      { measure: fromTo(0, 10), checkins: on([4, 10], [11, 10], [18, 10], [25, 10], [32, 10]) },
      [10, 1, 4],
    ],
    [
      'beyond it all along, and rising: met from the first point, not from before it',
      { measure: fromTo(0, 2), checkins: on([4, 10], [11, 17], [18, 24], [25, 31], [32, 38]) },
      [106, 1, 4],
    ],
    ['on the last day', { measure: fromTo(0, 80), checkins: on([10, 10], [20, 20]), today: 100 }, [100, 1, 80]],
    ['not after it', { measure: fromTo(0, 80), checkins: on([10, 10], [20, 20]), today: 101 }, undefined],
    [
      'to its own due day',
      { measure: fromTo(0, 80), due: 60, checkins: on([10, 10], [20, 20]) },
      [60, 0.75, undefined],
    ],
    [
      'not without an end',
      { measure: fromTo(0, 80), cycle: { first: 0, last: undefined }, checkins: on([10, 10], [20, 20]) },
      undefined,
    ],
    ['not from ?', { measure: fromTo(null, 80), checkins: on([10, 10], [20, 20], [30, 30]) }, undefined],
    [
      'not of what is dropped',
      { measure: fromTo(0, 80), pauses: [dropped(30)], checkins: on([10, 10], [20, 20]) },
      undefined,
    ],
    ['not of what started beyond its target', { measure: to(8), checkins: on([10, 10], [20, 20]) }, undefined],
    ['not of a line to hold', { measure: keep(atLeast(5)), checkins: on([10, 10], [20, 20], [30, 30]) }, undefined],
    ['not of milestones', { measure: milestones({}), checkins: on([10, 10], [20, 20], [30, 30]) }, undefined],
  ];
  for (const [why, given, expected] of table) {
    it(why, () => {
      const found = stand(given).forecast;
      assert.equal(found === undefined, expected === undefined);
      if (found === undefined || expected === undefined) return;
      assert.ok(near(found.value, expected[0]), `value ${found.value}`);
      assert.ok(near(found.score, expected[1]), `score ${found.score}`);
      assert.equal(found.reached, expected[2]);
    });
  }
});

describe('The pace needed', () => {
  const table: [string, Parameters<typeof stand>[0], number | undefined][] = [
    ['70 in 50 days: 9.8 a week', { measure: fromTo(0, 80), checkins: on([10, 10]) }, 9.8],
    ['down: −70 in 50 days', { measure: fromTo(80, 0), checkins: on([10, 70]) }, -9.8],
    ['nothing, once it is reached', { measure: fromTo(0, 80), checkins: on([10, 90]) }, 0],
    ['not on the last day', { measure: fromTo(0, 80), checkins: on([10, 10]), today: 100 }, undefined],
    ['not without a value', { measure: fromTo(0, 80) }, undefined],
    ['not of what is judged for want of a value', { measure: fromTo(0, 80), grades: [grade(1, 0.5)] }, undefined],
    ['not of a line', { measure: keep(atLeast(5)), checkins: on([10, 10]) }, undefined],
  ];
  for (const [why, given, expected] of table) {
    it(why, () => assert.ok(near(stand(given).paceNeeded, expected), `${stand(given).paceNeeded}`));
  }
});
