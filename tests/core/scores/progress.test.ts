import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Hold } from '../../../server/core/model/elements.ts';
import { holds } from '../../../server/core/scores/hold.ts';
import type { KeyResultStanding } from '../../../server/core/scores/key-result.ts';
import {
  atLeast,
  atMost,
  checkin,
  fromTo,
  grade,
  keep,
  milestones,
  near,
  reading,
  stand,
  target,
  to,
} from './elements.ts';

/** The time is day 0 to 100, today is day 50, and the rhythm a month: to day 31. */
type Case = [
  why: string,
  given: Parameters<typeof stand>[0],
  progress: number | undefined,
  score: number | undefined,
  pending?: KeyResultStanding['pending'],
];

function check(cases: readonly Case[]): void {
  for (const [why, given, progress, score, pending] of cases) {
    it(why, () => {
      const found = stand(given);
      assert.ok(near(found.progress, progress), `progress ${found.progress}, not ${progress}`);
      assert.ok(near(found.score, score), `score ${found.score}, not ${score}`);
      assert.equal(found.pending, pending);
    });
  }
}

describe('Progress from A to B', () => {
  check([
    ['up: 9 of 18', { measure: fromTo(32, 50), checkins: [checkin(10, 41)] }, 0.5, 0.5],
    ['down: 63 of 126', { measure: fromTo(420, 294), checkins: [checkin(10, 357)] }, 0.5, 0.5],
    ['through zero: 3 of 6', { measure: fromTo(-2, 4), checkins: [checkin(10, 1)] }, 0.5, 0.5],
    ['not moved', { measure: fromTo(32, 50), checkins: [checkin(10, 32)] }, 0, 0],
    ['over the target: 144 %', { measure: fromTo(0, 50), checkins: [checkin(10, 72)] }, 1.44, 1],
    ['the wrong way: −12 %', { measure: fromTo(0, 50), checkins: [checkin(10, -6)] }, -0.12, 0],
    [
      'the newest value counts, wherever it stands',
      { measure: fromTo(0, 10), checkins: [checkin(20, 6), checkin(10, 3)] },
      0.6,
      0.6,
    ],
    [
      'a check-in without a value leaves the one before',
      { measure: fromTo(0, 10), checkins: [checkin(10, 3), checkin(20)] },
      0.3,
      0.3,
    ],
    [
      'what comes after today is not seen',
      { measure: fromTo(0, 10), checkins: [checkin(10, 3), checkin(51, 9)] },
      0.3,
      0.3,
    ],
    ['what comes today is', { measure: fromTo(0, 10), checkins: [checkin(50, 9)] }, 0.9, 0.9],
    ['no value yet', { measure: fromTo(0, 10) }, 0, 0, 'no-value'],
    ['from ?', { measure: fromTo(null, 10), checkins: [checkin(10, 3)] }, 0, 0, 'unknown-measure'],
    ['to ?', { measure: fromTo(0, null), checkins: [checkin(10, 3)] }, 0, 0, 'unknown-measure'],
    [
      'from 5 to 5: there is nothing to reach',
      { measure: fromTo(5, 5), checkins: [checkin(10, 5)] },
      0,
      0,
      'nothing-to-reach',
    ],
    ['a third of three is one', { measure: fromTo(0, 3), checkins: [checkin(10, 0.1 * 3 + 2.7)] }, 1, 1],
  ]);
});

describe('Progress to a changed target', () => {
  const measure = fromTo(0, 50);
  const checkins = [checkin(5, 20)];
  check([
    ['20 of 40 from its day on', { measure, checkins, targets: [target(50, 40)] }, 0.5, 0.5],
    ['20 of 50 before its day', { measure, checkins, targets: [target(51, 40)] }, 0.4, 0.4],
    ['the newest of several', { measure, checkins, targets: [target(30, 80), target(20, 25)] }, 0.25, 0.25],
    ['the later of two on one day', { measure, checkins, targets: [target(20, 25), target(20, 80)] }, 0.25, 0.25],
    ['one that became unknown', { measure, checkins, targets: [target(20, null)] }, 0, 0, 'unknown-measure'],
    ['one that became known', { measure: fromTo(0, null), checkins, targets: [target(20, 40)] }, 0.5, 0.5],
  ]);

  it('says the score against the first one, where it was lowered', () => {
    const of = (given: Parameters<typeof stand>[0]) => stand({ checkins, ...given }).firstTargetScore;
    assert.equal(of({ measure, targets: [target(20, 40)] }), 0.4);
    assert.equal(of({ measure, targets: [target(20, 60)] }), undefined, 'raised');
    assert.equal(of({ measure, targets: [target(51, 40)] }), undefined, 'not yet');
    assert.equal(of({ measure, targets: [target(20, 40), target(30, 50)] }), undefined, 'and raised again');
    assert.equal(of({ measure: fromTo(100, 0), targets: [target(20, 60)] }), 0.8, 'down: 80 of 100, for 40');
    assert.equal(of({ measure: fromTo(100, 50), targets: [target(20, 0)] }), undefined, 'down, and farther');
    assert.equal(of({ measure: fromTo(0, null), targets: [target(20, 40)] }), undefined, 'the first was not known');
    assert.equal(of({ measure: keep(atLeast(30)), targets: [target(0, atLeast(10))] }), 0, '20 was never 30');
    assert.equal(of({ measure: keep(atMost(10)), targets: [target(0, atMost(30))] }), 0);
    assert.equal(of({ measure: keep(atLeast(10)), targets: [target(0, atLeast(30))] }), undefined, 'raised');
  });
});

describe('Progress to B, from nothing', () => {
  check([
    ['4 of 10', { measure: to(10), checkins: [checkin(10, 4)] }, 0.4, 0.4],
    ['started beyond it', { measure: to(45), checkins: [checkin(10, 60), checkin(40, 50)] }, 0, 0, 'beyond-target'],
    [
      'on the last day that a first value may be late',
      { measure: to(45), checkins: [checkin(31, 60)] },
      0,
      0,
      'beyond-target',
    ],
    ['beyond it a day later is success', { measure: to(45), checkins: [checkin(32, 60)] }, 60 / 45, 1],
    ['known before the first day', { measure: to(45), checkins: [checkin(-3, 60)] }, 0, 0, 'beyond-target'],
    ['started on it: reached', { measure: to(45), checkins: [checkin(10, 45)] }, 1, 1],
    ['only the first value counts', { measure: to(45), checkins: [checkin(10, 40), checkin(12, 60)] }, 60 / 45, 1],
    ['from 0 is no “from nothing”', { measure: fromTo(0, 45), checkins: [checkin(10, 60)] }, 60 / 45, 1],
    [
      'without a first day nobody can tell',
      { measure: to(45), cycle: undefined, checkins: [checkin(10, 60)] },
      60 / 45,
      1,
    ],
    ['to 0', { measure: to(0), checkins: [checkin(10, 12)] }, 0, 0, 'nothing-to-reach'],
    ['below zero: −2 of −4', { measure: to(-4), checkins: [checkin(10, -2)] }, 0.5, 0.5],
    ['below zero, started beyond it', { measure: to(-4), checkins: [checkin(10, -6)] }, 0, 0, 'beyond-target'],
  ]);
});

describe('Progress of a line to hold', () => {
  const four = [checkin(10, 9), checkin(20, 10), checkin(30, 11), checkin(40, 12)];
  check([
    ['at least 10: three of four', { measure: keep(atLeast(10)), checkins: four }, 0.75, 0.75],
    ['at most 10: two of four', { measure: keep(atMost(10)), checkins: four }, 0.5, 0.5],
    ['what comes after today does not count', { measure: keep(atLeast(10)), checkins: four, today: 20 }, 0.5, 0.5],
    ['two on one day are one', { measure: keep(atLeast(10)), checkins: [...four, checkin(40, 5)] }, 0.5, 0.5],
    ['no value yet', { measure: keep(atLeast(10)) }, 0, 0, 'no-value'],
    ['a line with a ?', { measure: keep(atLeast(null)), checkins: four }, 0, 0, 'unknown-measure'],
    [
      'each value by the line of its day: 9, 10 ≥ 10; 11, 12 ≥ 12',
      { measure: keep(atLeast(10)), targets: [target(30, atLeast(12))], checkins: four },
      0.5,
      0.5,
    ],
    [
      'rows outside the time do not count',
      {
        measure: keep(atLeast(10)),
        rows: [reading(-1, 0), reading(0, 10), reading(100, 0), reading(101, 0)],
        today: 120,
      },
      0.5,
      0.5,
    ],
    [
      'a check-in by hand outside does',
      { measure: keep(atLeast(10)), checkins: [checkin(99, 10), checkin(103, 9)], today: 120 },
      0.5,
      0.5,
    ],
  ]);

  const lines: [Hold['bound'], number | null, number | null, number, boolean][] = [
    ['at least', 10, null, 10, true],
    ['at least', 10, null, 9.9, false],
    ['at least', 0.3, null, 0.1 * 3, true],
    ['above', 10, null, 10, false],
    ['above', 10, null, 10.1, true],
    ['at most', null, 10, 10, true],
    ['at most', null, 0.3, 0.1 + 0.2, true],
    ['at most', null, 10, 10.1, false],
    ['below', null, 10, 10, false],
    ['below', null, 0.3, 0.1 + 0.2, false],
    ['below', null, 10, 9.9, true],
    ['between', 3, 5, 3, true],
    ['between', 3, 5, 5, true],
    ['between', 3, 5, 4, true],
    ['between', 3, 5, 2.9, false],
    ['between', 3, 5, 5.1, false],
  ];
  for (const [bound, low, high, value, expected] of lines) {
    it(`${value} ${expected ? 'holds' : 'does not hold'} ${bound} ${low ?? ''} ${high ?? ''}`, () => {
      assert.equal(holds({ bound, low, high, unit: '' }, value), expected);
    });
  }
});

describe('Progress by milestones', () => {
  check([
    ['one of two', { measure: milestones({ done: 10 }, {}) }, 0.5, 0.5],
    ['3 of 4 by weight', { measure: milestones({ weight: 3, done: 10 }, {}) }, 0.75, 0.75],
    ['done without a date: on every day', { measure: milestones({ done: true }, {}), today: -500 }, 0.5, 0.5],
    ['done tomorrow is not done', { measure: milestones({ done: 51 }, {}) }, 0, 0],
    ['done today is', { measure: milestones({ done: 50 }, {}) }, 0.5, 0.5],
    ['a single one', { measure: milestones({ done: 10 }) }, 1, 1],
    ['that weigh nothing', { measure: milestones({ weight: 0 }) }, 0, 0, 'no-weight'],
  ]);
});

describe('Progress by judgement', () => {
  check([
    ['no measure, but a grade', { grades: [grade(10, 0.3)] }, 0.3, 0.3],
    ['more than all', { grades: [grade(10, 1.2)] }, 1.2, 1],
    ['the newest', { grades: [grade(40, 0.7), grade(10, 0.3)] }, 0.7, 0.7],
    ['the later of two on one day', { grades: [grade(10, 0.3), grade(10, 0.4)] }, 0.4, 0.4],
    ['one after today is not seen', { grades: [grade(10, 0.3), grade(51, 0.7)] }, 0.3, 0.3],
    ['one without a date shows at once', { grades: [grade(undefined, 0.6)], today: -500 }, 0.6, 0.6],
    ['and is as new as its place', { grades: [grade(10, 0.3), grade(undefined, 0.6)] }, 0.6, 0.6],
    ['so a later one replaces it', { grades: [grade(undefined, 0.6), grade(10, 0.3)] }, 0.3, 0.3],
    ['a measure without a value', { measure: fromTo(0, 10), grades: [grade(10, 0.3)] }, 0.3, 0.3],
    [
      'a measure that is not for everyone',
      { measure: fromTo(null, null), checkins: [checkin(5, 3)], grades: [grade(10, 0.3)] },
      0.3,
      0.3,
    ],
    [
      'never instead of what is measured',
      { measure: fromTo(0, 10), checkins: [checkin(5, 8)], grades: [grade(10, 0.3)] },
      0.8,
      0.8,
    ],
    ['no measure and no grade', {}, undefined, undefined],
  ]);

  it('is marked as judged', () => {
    assert.equal(stand({ grades: [grade(10, 0.3)] }).judged, true);
    const measured = stand({ measure: fromTo(0, 10), checkins: [checkin(5, 8)], grades: [grade(10, 0.3)] });
    assert.equal(measured.judged, false);
    assert.equal(measured.grade?.grade, 0.3);
  });
});
