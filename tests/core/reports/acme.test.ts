/** The sample of the language's reference as data: the figures that other programs rely on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { KeyResultReport } from '../../../server/core/reports/report.ts';
import { open } from './workspaces.ts';

const text = readFileSync(new URL('../../fixtures/acme.okr', import.meta.url), 'utf8');
const report = open({ 'acme.okr': text }).report({ cycle: '2026-Q4' });

/** Figures to four decimals, as they are shortened to read. */
function short(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(4));
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, short(each)]));
}

/** What a report says of the names that an expectation has. */
function assertHas(actual: object, expected: Readonly<Record<string, unknown>>): void {
  const shown = short(actual) as Record<string, unknown>;
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map(name => [name, shown[name]])), expected);
}

describe('The report of the reference’s sample on 21 November 2026', () => {
  const [love] = report.objectives;
  const keyResults: Readonly<Record<string, KeyResultReport>> = Object.fromEntries(
    (love?.keyResults ?? []).map(each => [each.ref?.split('.')[1] ?? '', each]),
  );

  it('cycle', () => {
    assert.equal(report.today, '2026-11-21');
    assertHas(report.cycle, {
      id: '2026-Q4',
      title: 'Peak season',
      start: '2026-10-01',
      end: '2026-12-31',
      elapsed: 0.5604,
      score: 0.3503,
      expected: 0.5484,
      status: 'at-risk',
      daysGone: 51,
      daysLeft: 40,
    });
  });

  it('team', () => {
    assert.equal(report.team, null);
    assert.deepEqual(short(report.teams), [
      {
        name: 'growth',
        title: 'Growth',
        score: 0.3503,
        expected: 0.5484,
        status: 'at-risk',
        objectives: 1,
        reflections: [],
      },
    ]);
  });

  it('objective', () => {
    assert.equal(report.objectives.length, 1);
    assertHas(love!, {
      ref: 'growth/love',
      title: 'Customers love us more than any rival',
      team: 'growth',
      owner: '@maria',
      kind: 'aspirational',
      score: 0.3503,
      expected: 0.5484,
      status: 'at-risk',
      verdict: null,
      confidence: 0.7,
      grade: null,
      supports: ['company/grow.referrals'],
      scored: 5,
      of: 5,
      place: { uri: 'file:///w/acme.okr', line: 8 },
    });
  });

  it('key result with a baseline and a target', () => {
    assertHas(keyResults['nps']!, {
      ref: 'growth/love.nps',
      title: 'Raise our Net Promoter Score',
      owner: '@li',
      measure: { kind: 'from-to', from: 32, to: 48, unit: 'points', firstTarget: 50 },
      value: 41,
      progress: 0.5625,
      score: 0.5625,
      judged: false,
      expected: 0.5604,
      status: 'on-track',
      saidStatus: 'on-track',
      verdict: null,
      confidence: 0.7,
      firstConfidence: 0.6,
      lastCheckin: '2026-11-14',
      paceNeeded: 1.225,
      firstTargetScore: 0.5,
      smart: { specific: true, measurable: true, assignable: true, realistic: true, timeRelated: true },
      place: { uri: 'file:///w/acme.okr', line: 16 },
    });
    const { forecast } = keyResults['nps']!;
    assert.equal(forecast?.value.toFixed(2), '49.15');
    assert.deepEqual({ ...forecast, value: undefined }, { value: undefined, score: 1, reached: '2026-12-26' });
  });

  it('the changed target, and who said what', () => {
    assert.deepEqual(keyResults['nps']?.targets, [
      { date: '2026-11-16', from: 50, to: 48, why: 'The new survey scale is narrower, agreed with @maria', by: null },
    ]);
    assert.deepEqual(
      keyResults['nps']?.history.map(({ date, value, by, note, from }) => [date, value, by, note, from]),
      [
        ['2026-10-31', 36, null, 'New onboarding is live', 'checkin'],
        ['2026-11-14', 41, '@kim', '', 'checkin'],
      ],
    );
  });

  it('the other key results', () => {
    const { tickets, uptime, app, story, partners } = keyResults;
    assertHas(tickets!, { score: 0.3889, status: 'at-risk', kpi: 'growth/recurring-tickets' });
    assert.deepEqual(tickets?.needs, [{ ref: 'platform/access.sso', why: 'Nobody can look up an order without it' }]);
    assertHas(uptime!, { score: 0, status: 'pending', measure: { kind: 'keep', atLeast: 99.9, unit: '%' } });
    assertHas(app!, { score: 0.5, status: 'on-track' });
    assert.deepEqual(short(app?.measure), {
      kind: 'milestones',
      done: 1,
      total: 2,
      steps: [
        {
          text: 'Beta with 100 customers',
          due: '2026-10-20',
          done: true,
          doneOn: '2026-10-19',
          weight: 1,
          overdue: false,
        },
        { text: 'In both app stores', due: '2026-11-30', done: false, doneOn: null, weight: 1, overdue: false },
      ],
    });
    assertHas(story!, {
      score: 0.3,
      judged: true,
      measure: null,
      grade: { grade: 0.3, date: '2026-11-14', why: 'Two of seven tried it', by: null, early: true },
    });
    assertHas(partners!, {
      score: null,
      status: 'dropped',
      dropped: { date: '2026-10-30', why: 'The partner withdrew' },
      measure: { kind: 'from-to', from: 0, to: 50, unit: '%', firstTarget: 50 },
    });
  });

  it('KPI', () => {
    assert.equal(report.kpis.length, 1);
    assertHas(report.kpis[0]!, {
      ref: 'growth/recurring-tickets',
      title: 'Recurring tickets per week',
      team: 'growth',
      owner: '@sam',
      value: 371,
      date: '2026-11-14',
      health: 'watch',
      since: '2026-11-07',
      stale: false,
      healthy: 'at most 350',
      critical: 'above 450',
      feeds: ['growth/love.tickets'],
    });
  });

  it('initiative', () => {
    assert.deepEqual(report.initiatives, [
      {
        ref: 'growth/loyalty',
        title: 'Launch the loyalty programme',
        team: 'growth',
        status: 'active',
        owner: '@sam',
        due: '2026-12-01',
        overdue: false,
        supports: ['growth/love.nps'],
        place: { uri: 'file:///w/acme.okr', line: 51 },
      },
    ]);
  });

  it('what moved since the last round, two weeks ago', () => {
    assert.equal(report.movedSince, '2026-11-07');
    assert.deepEqual(
      report.moved.map(({ date, title, what, good, text }) => [date, title, what, good, text]),
      [
        ['2026-11-16', 'Raise our Net Promoter Score', 'target', null, 'target 50 → 48 points'],
        ['2026-11-14', 'Raise our Net Promoter Score', 'rose', true, '36 → 41 points'],
        ['2026-11-14', 'Cut recurring tickets per week', 'fell', true, '402 → 371'],
        ['2026-11-14', 'Sales can tell our story', 'rose', null, 'judged 0.30'],
        // Last heard of on 19 October; two weeks and one more day than a week later it is silent.
        ['2026-11-10', "Put the rewards app in people's hands", 'silent', null, 'not heard of for 33 days'],
        ['2026-10-09', 'Keep checkout up through the peak', 'silent', null, 'no check-in in 51 days'],
      ],
    );
  });

  it('what was decided on the way', () => {
    assert.deepEqual(
      report.changes.map(({ date, ref, what, text }) => [date, ref, what, text]),
      [
        ['2026-10-30', 'growth/love.partners', 'dropped', ''],
        ['2026-11-16', 'growth/love.nps', 'target', '50 → 48 points'],
      ],
    );
  });
});
