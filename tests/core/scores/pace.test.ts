import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Period } from '../../../server/core/model/elements.ts';
import { elapsed } from '../../../server/core/scores/pace.ts';
import {
  atLeast,
  checkin,
  dropped,
  fromTo,
  grade,
  hundred,
  keep,
  milestones,
  near,
  on,
  plan,
  quarter,
  resumed,
  stand,
  target,
} from './elements.ts';

describe('Elapsed', () => {
  const table: [string, Period, number, number | undefined][] = [
    ['51 of 91 days', quarter, on('2026-11-21'), 51 / 91],
    ['the first day', quarter, on('2026-10-01'), 0],
    ['the last day', quarter, on('2026-12-31'), 1],
    ['before', quarter, on('2026-09-01'), 0],
    ['after', quarter, on('2027-09-01'), 1],
    ['a single day, before it', { first: 5, last: 5 }, 4, 0],
    ['a single day, on it', { first: 5, last: 5 }, 5, 1],
    ['due before it began, before that', { first: 5, last: 2 }, 1, 0],
    ['due before it began, on that', { first: 5, last: 2 }, 2, 1],
    ['an open end', { first: 5, last: undefined }, 50, undefined],
    ['no beginning', { first: undefined, last: 5 }, 4, undefined],
  ];
  for (const [why, period, today, expected] of table) {
    it(`${why}: ${expected}`, () => assert.equal(elapsed(period, today), expected));
  }
});

describe('Expected progress', () => {
  it('is none of what is dropped, until it is taken up again', () => {
    const expected = (pauses: ReturnType<typeof dropped>[]) =>
      stand({ measure: fromTo(0, 1), checkins: [checkin(1, 0.5)], pauses }).expected;
    assert.equal(expected([dropped(10)]), undefined);
    assert.notEqual(expected([dropped(10), resumed(20)]), undefined);
  });

  const measure = fromTo(0, 10);
  const checkins = [checkin(1, 1)];
  const steps = milestones({ due: 20 }, { due: 50, weight: 2 }, {});
  /** The time is day 0 to 100, today is day 50. */
  const table: [string, Parameters<typeof stand>[0], number | undefined][] = [
    ['what has elapsed', { measure, checkins }, 0.5],
    ['to its own due day: 50 of 80', { measure, checkins, due: 80 }, 0.625],
    ['past its own due day', { measure, checkins, due: 40 }, 1],
    ['pending: what has elapsed', { measure }, 0.5],
    ['judged: what has elapsed, whatever the plan', { measure, grades: [grade(1, 0.4)], plan: [plan(50, 9)] }, 0.5],
    ['unmeasured: nothing', {}, undefined],
    ['an open cycle', { measure, checkins, cycle: { first: 0, last: undefined } }, undefined],
    ['an open cycle, but its own due day', { measure, checkins, cycle: { first: 0, last: undefined }, due: 80 }, 0.625],
    ['no cycle', { measure, checkins, cycle: undefined, due: 80 }, undefined],

    ['a plan for today: 2 of 10', { measure, checkins, plan: [plan(50, 2)] }, 0.2],
    ['two thirds of the way to a plan: 0 to 3', { measure, checkins, plan: [plan(90, 10), plan(75, 3)] }, 0.2],
    ['half the way from a plan to the end: 0.2 to 1', { measure, checkins, plan: [plan(0, 0), plan(0, 2)] }, 0.6],
    ['half the way between two: 0.2 to 0.4', { measure, checkins, plan: [plan(60, 4), plan(40, 2)] }, 0.3],
    ['plans outside the time count for nothing', { measure, checkins, plan: [plan(-10, 9), plan(110, 9)] }, 0.5],
    [
      'a plan as progress to the target of today: 2 of 8',
      { measure, checkins, plan: [plan(50, 2)], targets: [target(10, 8)] },
      0.25,
    ],
    ['a plan that goes back first: −2 of 10, cut', { measure, checkins, plan: [plan(50, -2)] }, 0],
    ['a plan beyond the target, cut', { measure, checkins, plan: [plan(50, 12)] }, 1],
    ['a plan for less in the end', { measure, checkins, plan: [plan(100, 8)], today: 200 }, 0.8],
    ['a plan down: 20 of 100', { measure: fromTo(100, 0), checkins, plan: [plan(50, 80)] }, 0.2],
    ['a plan for what is not known', { measure: fromTo(null, 10), checkins, plan: [plan(50, 9)] }, 0.5],

    ['steps due by today: 3 of 4', { measure: steps }, 0.75],
    ['steps due by the day before: 1 of 4', { measure: steps, today: 49 }, 0.25],
    ['steps without a date are due on the last day', { measure: steps, today: 100 }, 1],
    ['and not before', { measure: steps, today: 99 }, 0.75],
    ['so are those due outside the time', { measure: milestones({ due: -5 }, { due: 300 }, { due: 40 }) }, 1 / 3],

    ['a line, until its first value: what has elapsed', { measure: keep(atLeast(1)) }, 0.5],
    ['a line, from its first value on: all', { measure: keep(atLeast(1)), checkins }, 1],
  ];
  for (const [why, given, expected] of table) {
    it(why, () => {
      const found = stand({ cycle: hundred, ...given }).expected;
      assert.ok(near(found, expected), `${found}, not ${expected}`);
    });
  }
});
