import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ObjectiveStanding } from '../../../server/core/scores/objective.ts';
import { at, atLeast, checkin, dropped, fromTo, grade, keep, near, resumed, stand, standing } from './elements.ts';

/** The time is day 0 to 100, today is day 50. */
const unmeasured = stand({});
const pending = stand({ measure: fromTo(0, 1) });
const gone = at(0.9, { pauses: [dropped(10)] });
const held = stand({ measure: keep(atLeast(5)), checkins: [checkin(9, 5)] });

describe('The score of an objective', () => {
  const table: [string, Parameters<typeof standing>, number | undefined, scored: number, of: number][] = [
    ['a plain mean', [[at(0.2), at(0.6)]], 0.4, 2, 2],
    ['by weight: (3 × 0.2 + 0.6) / 4', [[at(0.2, { weight: 3 }), at(0.6)]], 0.3, 2, 2],
    ['of scores, cut: (1 + 0) / 2', [[at(1.8), at(-3)]], 0.5, 2, 2],
    ['pending ones count as 0', [[at(0.6), pending]], 0.3, 2, 2],
    ['unmeasured ones do not count: 0.90 from 1 of 5', [[at(0.9), ...Array(4).fill(unmeasured)]], 0.9, 1, 5],
    ['dropped ones do not count at all', [[at(0.6), gone]], 0.6, 1, 1],
    ['judged ones count', [[at(0.6), stand({ grades: [grade(1, 0.2)] })]], 0.4, 2, 2],
    ['without key results', [[]], undefined, 0, 0],
    ['with unmeasured ones only', [[unmeasured]], undefined, 0, 1],
    ['that weigh nothing', [[at(0.6, { weight: 0 })]], undefined, 1, 1],
    ['dropped', [[at(0.6)], { pauses: [dropped(50)] }], undefined, 1, 1],
    ['resumed', [[at(0.6)], { pauses: [dropped(10), resumed(20)] }], 0.6, 1, 1],
    ['a grade is beside a score, never instead', [[at(0.6)], { grades: [grade(1, 0.9)] }], 0.6, 1, 1],
    ['a grade where there is no score', [[unmeasured], { grades: [grade(1, 0.9)] }], 0.9, 0, 1],
  ];
  for (const [why, given, score, scored, of] of table) {
    it(why, () => {
      const found = standing(...given);
      assert.ok(near(found.score, score), `${found.score}, not ${score}`);
      assert.deepEqual([found.scored, found.of], [scored, of]);
    });
  }

  it('expects nothing while it is dropped', () => {
    const expected = (pauses: ReturnType<typeof dropped>[]) => standing([at(0.6)], { pauses }).expected;
    assert.equal(expected([dropped(50)]), undefined);
    assert.notEqual(expected([dropped(10), resumed(20)]), undefined);
  });

  it('says whether it is judged, and keeps the grade', () => {
    assert.deepEqual(
      [standing([], { grades: [grade(1, 0.9)] }).judged, standing([at(1)], { grades: [grade(1, 0.9)] }).judged],
      [true, false],
    );
    assert.equal(standing([at(1)], { grades: [grade(1, 0.9)] }).grade?.grade, 0.9);
  });
});

describe('The status of an objective', () => {
  const table: [string, Parameters<typeof standing>, ObjectiveStanding['status']][] = [
    ['aspirational: 0.4 for 0.5', [[at(0.2), at(0.6)]], 'on-track'],
    ['committed: 0.33 for 0.5', [[at(0.06), at(0.6)], { kind: 'committed' }], 'at-risk'],
    ['by its own kind, not its key results’', [[at(0.06, { kind: 'committed' }), at(0.6)]], 'at-risk'],
    ['expected by weight: 0.4 for (1 + 3 × 0.5) / 4', [[at(0.4, { due: 40 }), at(0.4, { weight: 3 })]], 'at-risk'],
    ['all pending', [[pending, pending]], 'pending'],
    ['pending or unmeasured', [[pending, unmeasured]], 'pending'],
    ['one of two pending: 0 for 0.5', [[at(0), pending]], 'off-track'],
    ['no key results', [[]], 'pending'],
    ['what people said', [[], { checkins: [checkin(9, undefined, { status: 'blocked' })] }], 'blocked'],
    ['not what they will say', [[], { checkins: [checkin(51, undefined, { status: 'blocked' })] }], 'pending'],
    ['all done', [[at(1), at(1.2)]], 'done'],
    ['all done but for a line to hold', [[at(1), held]], 'on-track'],
    ['only lines to hold, all held', [[held, held]], 'on-track'],
    ['dropped', [[at(1)], { pauses: [dropped(50)] }], 'dropped'],
    ['all dropped', [[gone]], 'pending'],
    ['after the end', [[at(0.5, { today: 101 })], { today: 101 }], 'ended'],
    ['pending after the end', [[pending], { today: 101 }], 'ended'],
    ['judged: 0.3 for 0.5', [[], { grades: [grade(1, 0.3)] }], 'at-risk'],
    ['no cycle', [[at(0.5, { cycle: undefined })], { cycle: undefined }], 'pending'],
  ];
  for (const [why, given, status] of table) {
    it(`${why}: ${status}`, () => assert.equal(standing(...given).status, status));
  }
});

describe('The confidence of an objective', () => {
  const sure = (weight: number, ...confidences: number[]) =>
    at(0.5, { weight, checkins: confidences.map((confidence, day) => checkin(day, 0.5, { confidence })) });

  it('is the weighted mean of the newest of its key results', () => {
    assert.ok(near(standing([sure(1, 0.1, 0.8), sure(3, 0.4), at(0.5)]).confidence, 0.5)); // (0.8 + 3 × 0.4) / 4
  });
  it('leaves out what is dropped', () => {
    const weak = at(0.5, { checkins: [checkin(1, 0, { confidence: 0.1 })], pauses: [dropped(5)] });
    assert.equal(standing([sure(1, 0.8), weak]).confidence, 0.8);
  });
  it('is its own where its key results have none', () => {
    const own = { checkins: [checkin(1, undefined, { confidence: 0.6 })] };
    assert.equal(standing([at(0.5)], own).confidence, 0.6);
    assert.equal(standing([sure(1, 0.8)], own).confidence, 0.8);
    assert.equal(standing([at(0.5)]).confidence, undefined);
  });
});
