/** The sample of the language's reference, on 21 November 2026, without `metrics/uptime.csv`. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toIso } from '../../../server/core/calendar/day.ts';
import { standTogether } from '../../../server/core/scores/cycle.ts';
import { standKpi } from '../../../server/core/scores/kpi-health.ts';
import { elapsed } from '../../../server/core/scores/pace.ts';
import { defaultThresholds } from '../../../server/core/scores/thresholds.ts';
import {
  atLeast,
  atMost,
  checkin,
  dropped,
  fromTo,
  grade,
  keep,
  milestones,
  on,
  quarter,
  reading,
  stand,
  standing,
  target,
  to,
} from './elements.ts';

const today = on('2026-11-21');
const rhythm = { count: 2, unit: 'week' } as const;
const inQuarter = { cycle: quarter, today, rhythm };

const recurringTickets = standKpi({
  kpi: {
    healthy: atMost(350),
    critical: { bound: 'above', low: 450, high: null, unit: '' },
    readings: [reading(on('2026-11-07'), 402), reading(on('2026-11-14'), 371, 'After the refund fix')],
  },
  followed: [],
  rows: [],
  rhythm: { count: 1, unit: 'week' },
  today,
});

const nps = stand({
  ...inQuarter,
  measure: fromTo(32, 50, 'points'),
  checkins: [
    checkin(on('2026-10-31'), 36, { confidence: 0.6, note: 'New onboarding is live' }),
    checkin(on('2026-11-14'), 41, { by: 'kim', confidence: 0.7, status: 'on-track' }),
  ],
  targets: [target(on('2026-11-16'), 48)],
});
const tickets = stand({ ...inQuarter, measure: fromTo(420, 294), readings: recurringTickets.readings });
const uptime = stand({ ...inQuarter, measure: keep(atLeast(99.9)) });
const app = stand({
  ...inQuarter,
  measure: milestones({ due: on('2026-10-20'), done: on('2026-10-19') }, { due: on('2026-11-30') }),
});
const story = stand({ ...inQuarter, grades: [grade(on('2026-11-14'), 0.3)] });
const partners = stand({
  ...inQuarter,
  measure: to(50, '%'),
  pauses: [dropped(on('2026-10-30'), 'The partner withdrew')],
});
const love = standing([nps, tickets, uptime, app, story, partners], { cycle: quarter, today });

/** To four decimals, as the figures are shortened to read. */
const short = (share: number | undefined) => share && Number(share.toFixed(4));

describe('The sample of the reference', () => {
  it('cycle: 51 of 91 days are gone', () => {
    const cycle = standTogether([love], { period: quarter, today, thresholds: defaultThresholds });
    assert.equal(short(elapsed(quarter, today)), 0.5604);
    assert.equal(short(cycle.score), 0.3503);
    assert.equal(cycle.status, 'at-risk');
  });

  it('objective: five scored, one dropped', () => {
    assert.equal(short(love.score), 0.3503); // (0.5625 + 0.3889 + 0 + 0.5 + 0.3) / 5
    assert.equal(short(love.expected), 0.5484); // (4 × 0.5604 + 0.5) / 5
    assert.equal(love.status, 'at-risk');
    assert.equal(love.verdict, undefined);
    assert.equal(love.confidence, 0.7);
    assert.equal(love.grade, undefined);
    assert.deepEqual([love.scored, love.of], [5, 5]);
  });

  it('nps: (41 − 32) / (48 − 32)', () => {
    assert.deepEqual(
      {
        value: nps.value,
        to: nps.measure?.kind === 'from-to' && nps.measure.to,
        progress: nps.progress,
        score: nps.score,
        judged: nps.judged,
        expected: short(nps.expected),
        status: nps.status,
        computedStatus: nps.computedStatus,
        saidStatus: nps.saidStatus,
        verdict: nps.verdict,
        confidence: nps.confidence,
        firstConfidence: nps.firstConfidence,
        lastCheckin: nps.lastCheckin && toIso(nps.lastCheckin),
      },
      {
        value: 41,
        to: 48,
        progress: 0.5625,
        score: 0.5625,
        judged: false,
        expected: 0.5604,
        status: 'on-track',
        computedStatus: 'on-track',
        saidStatus: 'on-track',
        verdict: undefined,
        confidence: 0.7,
        firstConfidence: 0.6,
        lastCheckin: '2026-11-14',
      },
    );
  });

  it('nps: leads to 49.15, and is there on 26 December', () => {
    assert.equal(nps.forecast?.value.toFixed(2), '49.15');
    assert.equal(nps.forecast?.score, 1);
    assert.equal(toIso(nps.forecast!.reached!), '2026-12-26');
    assert.equal(short(nps.paceNeeded), 1.225); // 7 points in 40 days
  });

  it('nps: half the way to the first target, which was lowered', () => {
    assert.equal(nps.firstTargetScore, 0.5); // 9 of 18
  });

  it('nps: a SMART key result', () => {
    assert.deepEqual(
      Object.values(nps.smart).map(({ ok }) => ok),
      [true, true, true, true, true],
    );
  });

  it('tickets: 49 of 126', () => {
    assert.equal(tickets.value, 371);
    assert.equal(short(tickets.score), 0.3889);
    assert.equal(tickets.computedStatus, 'at-risk'); // behind by 0.1715
    assert.equal(tickets.history.at(-1)?.from, 'kpi');
  });

  it('uptime: pending, and counted as 0', () => {
    assert.deepEqual([uptime.score, uptime.pending, uptime.status], [0, 'no-value', 'pending']);
    assert.equal(short(uptime.expected), 0.5604);
  });

  it('app: one of two steps, as expected', () => {
    assert.deepEqual([app.score, app.expected, app.status], [0.5, 0.5, 'on-track']);
  });

  it('story: judged', () => {
    assert.deepEqual([story.score, story.judged, short(story.expected), story.status], [0.3, true, 0.5604, 'at-risk']);
  });

  it('partners: dropped', () => {
    assert.deepEqual(
      [partners.score, partners.status, partners.dropped?.why],
      [undefined, 'dropped', 'The partner withdrew'],
    );
  });

  it('recurring-tickets: to watch since 7 November', () => {
    assert.deepEqual(
      [
        recurringTickets.value,
        toIso(recurringTickets.day!),
        recurringTickets.health,
        toIso(recurringTickets.since!),
        recurringTickets.stale,
      ],
      [371, '2026-11-14', 'watch', '2026-11-07', false],
    );
  });
});
