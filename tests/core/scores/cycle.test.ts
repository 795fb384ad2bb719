import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headline, standTogether, type TeamMean } from '../../../server/core/scores/cycle.ts';
import { defaultThresholds } from '../../../server/core/scores/thresholds.ts';
import { at, atLeast, checkin, dropped, fromTo, hundred, keep, near, stand, standing } from './elements.ts';

/** The time is day 0 to 100, today is day 50. */
const setting = { period: hundred, today: 50, thresholds: defaultThresholds };
const objective = (progress: number, given: Parameters<typeof standing>[1] = {}) => standing([at(progress)], given);
const together = (...objectives: ReturnType<typeof standing>[]) => standTogether(objectives, setting);

describe('A team, and a cycle', () => {
  it('is the weighted mean of its objectives', () => {
    assert.ok(near(together(objective(0.2), objective(0.6, { weight: 3 })).score, 0.5)); // (0.2 + 3 × 0.6) / 4
  });
  it('leaves out what is dropped or has no score', () => {
    const found = together(objective(0.2), objective(0.6, { pauses: [dropped(10)] }), standing([]));
    assert.deepEqual([found.score, found.scored, found.of], [0.2, 1, 2]);
  });
  it('is judged as aspirational, whatever its objectives are', () => {
    assert.equal(together(objective(0.36, { kind: 'committed' })).status, 'on-track');
    assert.equal(together(objective(0.3, { kind: 'committed' })).status, 'at-risk');
    assert.equal(together(objective(0.1)).status, 'off-track');
  });
  it('is pending while all are', () => {
    const pending = standing([stand({ measure: fromTo(0, 1) })]);
    assert.equal(together().status, 'pending');
    assert.equal(together(pending, pending).status, 'pending');
    assert.equal(together(pending, objective(0)).status, 'off-track');
  });
  it('is done when all is, and no line has to be held on', () => {
    const held = standing([stand({ measure: keep(atLeast(5)), checkins: [checkin(9, 5)] })]);
    assert.equal(together(objective(1), objective(1.5)).status, 'done');
    assert.equal(together(objective(1), held).status, 'on-track');
  });
  it('has ended the day after', () => {
    const today = 101;
    assert.equal(standTogether([standing([at(0.5, { today })], { today })], { ...setting, today }).status, 'ended');
    assert.equal(standTogether([standing([at(1, { today })], { today })], { ...setting, today }).status, 'done');
  });
  it('has no pace while it is open', () => {
    const period = { first: 0, last: undefined };
    const dueOnItsOwn = standing([at(0.5, { cycle: period, due: 80 })], { cycle: period, due: 80 });
    const found = standTogether([dueOnItsOwn], { ...setting, period });
    assert.deepEqual([found.score, found.expected, found.status], [0.5, undefined, 'pending']);
  });
});

describe('The headline above several teams', () => {
  const team = (name: string | undefined, ...progress: number[]): TeamMean => ({
    name,
    ...together(...progress.map(share => objective(share))),
  });
  const parents = new Map([
    ['growth', 'company'],
    ['platform', 'company'],
    ['ana', 'growth'],
  ]);
  const parentOf = (name: string) => parents.get(name);
  const line = (...teams: TeamMean[]) => headline(teams, parentOf, setting);

  it('is the top team’s', () => {
    const found = line(team('growth', 0.1), team('company', 0.4, 0.6), team('ana', 0.9));
    assert.deepEqual([found.score, found.scored, found.status], [0.5, 2, 'on-track']);
  });
  it('is the mean of the tops’, if several have no parent', () => {
    assert.ok(near(line(team('company', 0.8), team('charity', 0.2, 0.2, 0.2), team('ana', 0)).score, 0.5));
  });
  it('passes over teams without a score, also where they are far above', () => {
    assert.ok(near(line(team('growth', 0.2), team('platform', 0.4), team('company')).score, 0.3));
    assert.ok(near(line(team('platform', 0.2), team('ana', 0.4)).score, 0.3));
  });
  it('is the only team’s', () => assert.equal(line(team('ana', 0.4)).score, 0.4));
  it('leaves out what has no team, unless nothing else is there', () => {
    assert.equal(line(team(undefined, 0.9), team('ana', 0.4)).score, 0.4);
    assert.equal(line(team(undefined, 0.9)).score, 0.9);
    assert.equal(line().score, undefined);
  });
  it('survives parents in a circle', () => {
    const round = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const found = headline([team('a', 0.2), team('b', 0.4)], name => round.get(name), setting);
    assert.ok(near(found.score, 0.3));
  });
});
