import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SmartCard } from '../../../server/core/scores/smart.ts';
import { atLeast, checkin, fromTo, grade, keep, milestones, stand, to } from './elements.ts';

const sure = (day: number, value: number | undefined, confidence: number) => checkin(day, value, { confidence });

describe('The SMART card', () => {
  const table: [keyof SmartCard, boolean | undefined, string, Parameters<typeof stand>[0]][] = [
    ['specific', false, 'what the reader of titles says', { specific: { ok: false, reason: 'vague' } }],

    ['measurable', true, 'from A to B', { measure: fromTo(1, 2) }],
    ['measurable', false, 'from ?', { measure: fromTo(null, 2) }],
    ['measurable', false, 'to ?', { measure: fromTo(1, null) }],
    ['measurable', false, 'from A to A', { measure: fromTo(1, 1) }],
    ['measurable', true, 'to B', { measure: to(2) }],
    ['measurable', false, 'to B, started beyond it', { measure: to(2), checkins: [checkin(1, 3)] }],
    ['measurable', true, 'a line', { measure: keep(atLeast(1)) }],
    ['measurable', false, 'a line with a ?', { measure: keep(atLeast(null)) }],
    ['measurable', true, 'milestones', { measure: milestones({}) }],
    ['measurable', false, 'judged only', { grades: [grade(1, 0.5)] }],

    ['assignable', true, 'an owner', { owned: true, aligned: false }],
    ['assignable', true, 'aligned, as the other school reads it', { owned: false, aligned: true }],
    ['assignable', false, 'neither', { owned: false, aligned: false }],

    ['realistic', undefined, 'no confidence yet', { measure: fromTo(1, 2), checkins: [checkin(1, 1)] }],
    ['realistic', true, '0.3', { checkins: [sure(1, undefined, 0.3)] }],
    ['realistic', false, '0.29', { checkins: [sure(1, undefined, 0.29)] }],
    ['realistic', true, 'the newest', { checkins: [sure(1, undefined, 0.1), sure(9, undefined, 0.5)] }],
    ['realistic', false, 'reached on the first day', { measure: fromTo(1, 2), checkins: [sure(0, 2, 0.9)] }],
    ['realistic', true, 'reached on the second', { measure: fromTo(1, 2), checkins: [sure(1, 2, 0.9)] }],
    ['realistic', false, 'started beyond its target', { measure: to(2), checkins: [sure(5, 3, 0.9)] }],
    ['realistic', false, 'every step done on the first day', { measure: milestones({ done: -3 }) }],
    [
      'realistic',
      true,
      'a line that holds on the first day',
      { measure: keep(atLeast(1)), checkins: [sure(0, 2, 0.9)] },
    ],

    ['timeRelated', true, 'a cycle', {}],
    ['timeRelated', true, 'a due day', { cycle: undefined, due: 60 }],
    ['timeRelated', false, 'neither', { cycle: undefined }],
  ];
  for (const [tick, ok, why, given] of table) {
    it(`${tick}, ${why}: ${ok ?? 'open'}`, () => assert.equal(stand(given).smart[tick].ok, ok));
  }

  it('gives a reason for each tick', () => {
    for (const [, , , given] of table) {
      const { specific, ...ours } = stand(given).smart;
      for (const { reason } of Object.values(ours)) assert.match(reason, /^[A-Z].+\.$/);
    }
  });
});
