import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { history, type Sources, valuesOf } from '../../../server/core/scores/series.ts';
import { checkin, hundred, reading } from './elements.ts';

const none: Sources = { checkins: [], readings: [], rows: [] };
const values = (sources: Partial<Sources>, today = 50) =>
  valuesOf(history({ ...none, ...sources }, hundred, today)).map(({ day, value }) => `${day}: ${value}`);

describe('Values by date', () => {
  const readings = [reading(10, 1), reading(20, 2)];
  const rows = [reading(10, 5), reading(15, 6), reading(20, 7)];

  it('come from everywhere, in the order of their days', () => {
    assert.deepEqual(values({ checkins: [checkin(12, 9)], readings, rows }), ['10: 1', '12: 9', '15: 6', '20: 2']);
  });
  it('on one day: the check-in by hand, then the reading, then the row', () => {
    assert.deepEqual(values({ checkins: [checkin(10, 9)], readings, rows }), ['10: 9', '15: 6', '20: 2']);
    assert.deepEqual(values({ checkins: [checkin(10, 9)], readings: [reading(20, 2)], rows }), [
      '10: 9',
      '15: 6',
      '20: 2',
    ]);
  });
  it('a check-in without a value hides nothing', () => {
    assert.deepEqual(values({ checkins: [checkin(10, undefined, { confidence: 0.5 })], readings }), ['10: 1', '20: 2']);
  });
  it('the later of two check-ins on one day counts', () => {
    assert.deepEqual(values({ checkins: [checkin(10, 9), checkin(10, 8), checkin(10)] }), ['10: 8']);
  });
  it('readings and rows count from the first to the last day, check-ins always', () => {
    const days = [-1, 0, 100, 101];
    const everywhere = days.map(day => reading(day, day));
    assert.deepEqual(values({ readings: everywhere }, 200), ['0: 0', '100: 100']);
    assert.deepEqual(values({ rows: everywhere }, 200), ['0: 0', '100: 100']);
    assert.deepEqual(values({ checkins: days.map(day => checkin(day, day)) }, 200), [
      '-1: -1',
      '0: 0',
      '100: 100',
      '101: 101',
    ]);
  });
  it('end today', () => {
    assert.deepEqual(values({ checkins: [checkin(50, 1), checkin(51, 2)], rows: [reading(51, 3)] }), ['50: 1']);
  });

  it('what is hidden is not in the history either', () => {
    const known = history({ checkins: [checkin(10, 9)], readings, rows }, hundred, 50);
    assert.deepEqual(
      known.map(({ day, from }) => [day, from]),
      [
        [10, 'checkin'],
        [15, 'data'],
        [20, 'kpi'],
      ],
    );
  });

  it('the history keeps the notes beside them, the newest last', () => {
    const known = history({ checkins: [checkin(10, undefined, { note: 'why' })], readings, rows }, hundred, 50);
    assert.deepEqual(
      known.map(({ day, value, from }) => [day, value, from]),
      [
        [10, 1, 'kpi'],
        [10, undefined, 'checkin'],
        [15, 6, 'data'],
        [20, 2, 'kpi'],
      ],
    );
  });
});
