import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ShownStatus, Status, Verdict } from '../../../server/core/reports/report.ts';
import { defaultThresholds } from '../../../server/core/scores/thresholds.ts';
import {
  at,
  atLeast,
  checkin,
  dropped,
  fromTo,
  grade,
  keep,
  milestones,
  resumed,
  stand,
  standing,
} from './elements.ts';

describe('Status by pace', () => {
  /** Expected is half, on day 50, unless it says another day; then it is that day's hundredth. */
  const table: [string, Parameters<typeof at>[1] & object, number, Status][] = [
    ['aspirational: 0.35 is 0.7 of 0.5', {}, 0.35, 'on-track'],
    ['aspirational: 0.34 is less, and 0.16 behind', {}, 0.34, 'at-risk'],
    ['aspirational: 0.2 is 0.4 of 0.5', {}, 0.2, 'at-risk'],
    ['aspirational: 0.19 is less', {}, 0.19, 'off-track'],
    ['learning: as aspirational', { kind: 'learning' }, 0.35, 'on-track'],
    ['learning: as aspirational', { kind: 'learning' }, 0.19, 'off-track'],
    ['committed: 0.45 is 0.9 of 0.5', { kind: 'committed' }, 0.45, 'on-track'],
    ['committed: 0.41 is 0.09 behind', { kind: 'committed' }, 0.41, 'on-track'],
    ['committed: 0.4 is 0.1 behind', { kind: 'committed' }, 0.4, 'at-risk'],
    ['committed: 0.35 is 0.7 of 0.5', { kind: 'committed' }, 0.35, 'at-risk'],
    ['committed: 0.31 is 0.19 behind', { kind: 'committed' }, 0.31, 'at-risk'],
    ['committed: 0.3 is 0.2 behind', { kind: 'committed' }, 0.3, 'off-track'],
    [
      'committed, early: 0.3 − 0.1 is 0.2 behind, though binary fractions make it less',
      { kind: 'committed', today: 30 },
      0.1,
      'off-track',
    ],
    ['committed, late: 0.81 is 0.9 of 0.9', { kind: 'committed', today: 90 }, 0.81, 'on-track'],
    ['committed, late: 0.75 is 0.15 behind', { kind: 'committed', today: 90 }, 0.75, 'at-risk'],
    ['committed, late: 0.63 is 0.7 of 0.9', { kind: 'committed', today: 90 }, 0.63, 'at-risk'],
    ['committed, late: 0.62 is less', { kind: 'committed', today: 90 }, 0.62, 'off-track'],
    ['aspirational on the last day: 0.7', { today: 100 }, 0.7, 'on-track'],
    ['aspirational on the last day: 0.69', { today: 100 }, 0.69, 'at-risk'],
    [
      'aspirational on the last day: three times 0.7, divided by three',
      { today: 100 },
      (0.7 + 0.7 + 0.7) / 3,
      'on-track',
    ],
    ['early on nothing is behind: 9 days in', { today: 9 }, 0, 'on-track'],
    ['10 days in', { today: 10 }, 0, 'at-risk'],
    ['20 days in', { today: 20 }, 0, 'off-track'],
    ['back, and nothing was expected yet', { today: 0, checkins: [checkin(0, -5)] }, -5, 'on-track'],
    ['far back', {}, -5, 'off-track'],
    ['ahead', {}, 0.9, 'on-track'],
    ['reached', {}, 1, 'done'],
    ['reached, but for what binary fractions lose', {}, 1 - 1e-12, 'done'],
    ['over it', {}, 1.4, 'done'],
  ];
  for (const [why, given, progress, expected] of table) {
    it(`${why}: ${expected}`, () => assert.equal(at(progress, given).computedStatus, expected));
  }

  it('goes by the thresholds that are set', () => {
    const strict = {
      ...defaultThresholds,
      aspirational: { onTrack: 1, atRisk: 0.9, achieved: 1 },
      slack: { onTrack: 0, atRisk: 0 },
    };
    assert.equal(at(0.5, { thresholds: strict }).computedStatus, 'on-track');
    assert.equal(at(0.49, { thresholds: strict }).computedStatus, 'at-risk');
    assert.equal(at(0.44, { thresholds: strict }).computedStatus, 'off-track');
    assert.equal(at(0.99, { thresholds: strict, today: 101 }).verdict, 'missed');
  });
});

describe('Status otherwise', () => {
  const table: [string, Parameters<typeof stand>[0], Status][] = [
    ['no value', { measure: fromTo(0, 1) }, 'pending'],
    ['no measure', {}, 'pending'],
    ['judged: 0.3 for 0.5', { grades: [grade(1, 0.3)] }, 'at-risk'],
    ['judged as reached', { grades: [grade(1, 1)] }, 'done'],
    ['milestones are never pending', { measure: milestones({ due: 10 }) }, 'off-track'],
    ['milestones that are due in the end', { measure: milestones({}) }, 'on-track'],
    ['milestones all done', { measure: milestones({ done: 3 }) }, 'done'],
    ['no end', { measure: fromTo(0, 1), checkins: [checkin(1, 0.5)], cycle: { first: 0, last: undefined } }, 'pending'],
    ['no end, but reached', { measure: fromTo(0, 1), checkins: [checkin(1, 1)], cycle: undefined }, 'done'],
    ['dropped', { measure: fromTo(0, 1), checkins: [checkin(1, 1)], pauses: [dropped(50)] }, 'dropped'],
    ['dropped tomorrow', { measure: fromTo(0, 1), checkins: [checkin(1, 1)], pauses: [dropped(51)] }, 'done'],
    ['resumed', { measure: fromTo(0, 1), checkins: [checkin(1, 1)], pauses: [dropped(10), resumed(20)] }, 'done'],
    [
      'resumed, and dropped again',
      { measure: fromTo(0, 1), pauses: [resumed(20), dropped(30), dropped(10)] },
      'dropped',
    ],
    ['dropped and resumed on one day', { measure: fromTo(0, 1), pauses: [dropped(10), resumed(10)] }, 'pending'],

    ['a line held so far is not done', { measure: keep(atLeast(5)), checkins: [checkin(9, 5)] }, 'on-track'],
    ['not on the last day', { measure: keep(atLeast(5)), checkins: [checkin(9, 5)], today: 100 }, 'on-track'],
    ['but from the day after', { measure: keep(atLeast(5)), checkins: [checkin(9, 5)], today: 101 }, 'done'],
    [
      'a line not held now: 3 of 4',
      { measure: keep(atLeast(5)), checkins: [checkin(6, 5), checkin(7, 5), checkin(8, 5), checkin(9, 4)] },
      'off-track',
    ],
    [
      'held again: 1 of 4',
      { measure: keep(atLeast(5)), checkins: [checkin(6, 4), checkin(7, 4), checkin(8, 4), checkin(9, 5)] },
      'at-risk',
    ],
    [
      'held again: 3 of 4',
      { measure: keep(atLeast(5)), checkins: [checkin(6, 4), checkin(7, 5), checkin(8, 5), checkin(9, 5)] },
      'on-track',
    ],
    [
      'a committed line held again: 3 of 4',
      {
        measure: keep(atLeast(5)),
        kind: 'committed',
        checkins: [checkin(6, 4), checkin(7, 5), checkin(8, 5), checkin(9, 5)],
      },
      'at-risk',
    ],
    [
      'a line held in an open cycle',
      { measure: keep(atLeast(5)), checkins: [checkin(9, 5)], cycle: undefined },
      'pending',
    ],
  ];
  for (const [why, given, expected] of table) {
    it(`${why}: ${expected}`, () => assert.equal(stand(given).computedStatus, expected));
  }
});

describe('What people said', () => {
  const said = (day: number, status: 'on-track' | 'blocked' | undefined) => checkin(day, undefined, { status });
  const table: [string, Parameters<typeof stand>[0], ShownStatus][] = [
    ['is shown first', { checkins: [checkin(1, 0), said(9, 'on-track')] }, 'on-track'],
    ['blocked, too', { checkins: [said(9, 'blocked')] }, 'blocked'],
    [
      'the newest that says something',
      { checkins: [said(9, 'blocked'), said(5, 'on-track'), said(20, undefined)] },
      'blocked',
    ],
    ['not before its day', { checkins: [checkin(1, 0), said(51, 'on-track')] }, 'off-track'],
    [
      'is all there is in an open cycle',
      { cycle: { first: 0, last: undefined }, checkins: [checkin(1, 0), said(9, 'on-track')] },
      'on-track',
    ],
    ['not of what is dropped', { checkins: [said(9, 'on-track')], pauses: [dropped(10)] }, 'dropped'],
    ['nor of what is over', { checkins: [checkin(1, 0), said(9, 'on-track')], today: 101 }, 'ended'],
  ];
  for (const [why, given, expected] of table) {
    it(`${why}: ${expected}`, () => assert.equal(stand({ measure: fromTo(0, 1), ...given }).status, expected));
  }
});

describe('After the end', () => {
  const table: [string, number, Parameters<typeof at>[1] & object, Status, Verdict | undefined][] = [
    ['aspirational at 0.7', 0.7, {}, 'ended', 'achieved'],
    ['aspirational at 0.69', 0.69, {}, 'ended', 'missed'],
    ['aspirational over it', 1.2, {}, 'done', 'achieved'],
    ['committed at 1', 1, { kind: 'committed' }, 'done', 'achieved'],
    ['committed at 0.99', 0.99, { kind: 'committed' }, 'ended', 'missed'],
    ['learning', 0.99, { kind: 'learning' }, 'ended', undefined],
    ['dropped', 1, { pauses: [dropped(10)] }, 'dropped', undefined],
    ['no value', 0, { checkins: [] }, 'ended', 'missed'],
    ['no measure', 0, { measure: undefined }, 'ended', undefined],
    ['judged', 0, { measure: undefined, grades: [grade(90, 0.8)] }, 'ended', 'achieved'],
    ['a value that came late, by hand', 0, { checkins: [checkin(1, 0), checkin(101, 0.8)] }, 'ended', 'achieved'],
    ['the last day is not after it', 0.8, { today: 100 }, 'on-track', undefined],
    ['its own end', 0.8, { today: 61, due: 60 }, 'ended', 'achieved'],
    ['its own end is not over', 0.8, { today: 60, due: 60 }, 'on-track', undefined],
  ];
  for (const [why, progress, given, status, verdict] of table) {
    it(`${why}: ${status}, ${verdict}`, () => {
      const found = at(progress, { today: 101, ...given });
      assert.deepEqual([found.computedStatus, found.verdict], [status, verdict]);
    });
  }

  it('objectives have a verdict by their own kind and end', () => {
    const half = [at(0.8, { today: 61 })];
    assert.equal(standing(half, { today: 61, due: 60 }).verdict, 'achieved');
    assert.equal(standing(half, { today: 61, due: 60, kind: 'committed' }).verdict, 'missed');
    assert.equal(standing(half, { today: 60, due: 60 }).verdict, undefined);
  });
});
