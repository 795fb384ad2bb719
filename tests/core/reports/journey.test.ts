import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  dayAt,
  dayOf,
  daysTo,
  type Journey,
  journeyIn,
  lengthOf,
  nextDay,
  nextStep,
  stepBack,
} from '../../../server/core/reports/journey.ts';

const quarter = { start: '2026-10-01', end: '2026-12-31' };
const journey: Journey = { ...quarter, today: '2026-11-21', checkInDays: ['2026-10-09', '2026-10-31', '2026-11-14'] };

describe('The days that one can look back at', () => {
  it('are those of a cycle that has begun and ends', () => {
    assert.equal(journeyIn({ start: null, end: null }, '2026-11-21', []), null);
    assert.equal(journeyIn({ start: '2026-10-01', end: null }, '2026-11-21', []), null);
    assert.equal(journeyIn(quarter, '2026-09-30', []), null);
    assert.equal(journeyIn(quarter, '2026-10-01', []), null);
  });

  it('have marks where somebody checked in before today, within the cycle', () => {
    const days = ['2026-09-30', '2026-10-09', '2026-11-21', '2026-11-22'];
    assert.deepEqual(journeyIn(quarter, '2026-11-21', days)?.checkInDays, ['2026-10-09']);
    assert.deepEqual(journeyIn(quarter, '2027-02-01', ['2026-12-31', '2027-01-05'])?.checkInDays, ['2026-12-31']);
  });

  it('end where today begins', () => {
    assert.equal(dayAt(journey, 0), '2026-10-01');
    assert.equal(dayAt(journey, 50), '2026-11-20');
    assert.equal(dayAt(journey, 51), null);
    assert.equal(dayAt(journey, 91), null);
    assert.equal(daysTo(journey, null), 51);
  });

  it('go to the last of a cycle that is over', () => {
    const over = { ...journey, today: '2027-02-01' };
    assert.equal(dayOf(over, '2026-12-30'), '2026-12-30');
    assert.equal(dayOf(over, '2026-12-31'), '2026-12-31');
    assert.equal(dayAt(over, 91), '2026-12-31');
    assert.equal(daysTo(over, '2026-12-31'), 91);
    assert.equal(dayOf(over, '2027-01-01'), null);
  });

  it('end, of a cycle that is over, with a day behind its last: today', () => {
    const over = { ...journey, today: '2027-02-01' };
    assert.equal(daysTo(over, null), 92);
    assert.equal(dayAt(over, 92), null);
    assert.equal(nextDay(over, '2026-12-31'), null);
    assert.equal(lengthOf(over), 92);
    assert.equal(lengthOf(journey), 91);
  });

  it('are found again on the slider', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 50 }), days => daysTo(journey, dayAt(journey, days)) === days));
  });
});

describe('Going from day to day', () => {
  const walk = (next: (from: Journey, day: string | null) => string | null) => {
    const days: string[] = [];
    for (let day = next(journey, null); day !== null && days.length < 100; day = next(journey, day)) days.push(day);
    return days;
  };

  it('plays every day once from the first to the one before today', () => {
    const days = walk(nextDay);
    assert.equal(days.length, 51);
    assert.deepEqual([days[0], days.at(-1)], ['2026-10-01', '2026-11-20']);
  });

  it('steps over the check-ins', () => {
    assert.deepEqual(walk(nextStep), ['2026-10-01', '2026-10-09', '2026-10-31', '2026-11-14']);
  });

  it('steps back to the first day, and no further', () => {
    assert.equal(stepBack(journey, null), '2026-11-14');
    assert.equal(stepBack(journey, '2026-11-14'), '2026-10-31');
    assert.equal(stepBack(journey, '2026-10-09'), '2026-10-01');
    assert.equal(stepBack(journey, '2026-10-01'), '2026-10-01');
  });
});
