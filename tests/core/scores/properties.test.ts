import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Hold, Measure } from '../../../server/core/model/elements.ts';
import type { KeyResultInput } from '../../../server/core/scores/key-result.ts';
import { standKeyResult } from '../../../server/core/scores/key-result.ts';
import { standKpi } from '../../../server/core/scores/kpi-health.ts';
import {
  checkin,
  dropped,
  fromTo,
  grade,
  keyResultInput,
  milestones,
  near,
  plan,
  reading,
  resumed,
  standing,
  target,
  to,
} from './elements.ts';

const number = fc.integer({ min: -1000, max: 1000 }).map(tenths => tenths / 10);
const known = fc.option(number, { freq: 9 });
const day = fc.integer({ min: -30, max: 130 });
const share = fc.integer({ min: 0, max: 12 }).map(tenths => tenths / 10);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const hold: fc.Arbitrary<Hold> = fc
  .tuple(fc.constantFrom('at least', 'at most', 'above', 'below', 'between'), known, known)
  .map(([bound, low, high]) => ({
    bound,
    low: bound === 'at most' || bound === 'below' ? null : low,
    high: bound === 'at least' || bound === 'above' ? null : high,
    unit: '',
  }));
const step = fc.record({
  due: maybe(day),
  weight: fc.integer({ min: -1, max: 5 }),
  done: fc.oneof(fc.boolean(), day),
});
const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.tuple(known, known).map(([from, goal]) => fromTo(from, goal)),
  known.map(goal => to(goal)),
  hold.map((line): Measure => ({ kind: 'keep', hold: line })),
  fc.array(step, { maxLength: 5 }).map(steps => milestones(...steps)),
);
const said = fc.constantFrom('on-track', 'at-risk', 'off-track', 'blocked');
const facts = <T>(fact: fc.Arbitrary<T>) => fc.array(fact, { maxLength: 8 });

const input: fc.Arbitrary<KeyResultInput> = fc
  .record({
    measure: maybe(measure),
    targets: facts(fc.tuple(day, fc.oneof(known, hold)).map(([on, what]) => target(on, what))),
    plan: facts(fc.tuple(day, number).map(([on, value]) => plan(on, value))),
    checkins: facts(
      fc
        .tuple(day, maybe(number), maybe(share), maybe(said))
        .map(([on, value, confidence, status]) => checkin(on, value, { confidence, status })),
    ),
    grades: facts(fc.tuple(maybe(day), share).map(([on, value]) => grade(on, value))),
    pauses: facts(fc.tuple(day, fc.boolean()).map(([on, again]) => (again ? resumed(on) : dropped(on)))),
    weight: fc.integer({ min: -1, max: 5 }),
    kind: fc.constantFrom('aspirational', 'committed', 'learning'),
    cycle: maybe(fc.record({ first: maybe(fc.constant(0)), last: maybe(fc.integer({ min: -2, max: 110 })) })),
    due: maybe(day),
    readings: facts(fc.tuple(day, number).map(([on, value]) => reading(on, value))),
    rows: facts(fc.tuple(day, number).map(([on, value]) => reading(on, value))),
    today: day,
  })
  .map(keyResultInput);

const isShare = (value: number | undefined) => value === undefined || (value >= 0 && value <= 1);

describe('Whatever is written,', () => {
  it('shares are 0…1, and every number is one', () => {
    fc.assert(
      fc.property(input, given => {
        const found = standKeyResult(given);
        for (const value of [
          found.score,
          found.expected,
          found.elapsed,
          found.firstTargetScore,
          found.forecast?.score,
        ]) {
          assert.ok(isShare(value), `${value}`);
        }
        for (const value of [found.progress, found.forecast?.value, found.forecast?.reached, found.paceNeeded]) {
          assert.ok(value === undefined || Number.isFinite(value), `${value}`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing that is dated after today matters', () => {
    const until = (today: number) => (fact: { readonly day: number | undefined }) =>
      fact.day === undefined || fact.day <= today;
    fc.assert(
      fc.property(input, given => {
        const seen = until(given.today);
        const { keyResult } = given;
        const past: KeyResultInput = {
          ...given,
          keyResult: {
            ...keyResult,
            measure:
              keyResult.measure?.kind === 'milestones'
                ? {
                    ...keyResult.measure,
                    steps: keyResult.measure.steps.map(step => ({
                      ...step,
                      done: typeof step.done === 'number' && step.done > given.today ? false : step.done,
                    })),
                  }
                : keyResult.measure,
            targets: keyResult.targets.filter(seen),
            checkins: keyResult.checkins.filter(seen),
            grades: keyResult.grades.filter(seen),
            pauses: keyResult.pauses.filter(seen),
          },
          readings: given.readings.filter(seen),
          rows: given.rows.filter(seen),
        };
        const { measure: now, ...found } = standKeyResult(given);
        const { measure: then, ...expected } = standKeyResult(past);
        assert.deepEqual(found, expected);
        if (now?.kind !== 'milestones') assert.deepEqual(now, then);
      }),
      { numRuns: 2000 },
    );
  });

  it('the order of facts on different days does not matter', () => {
    fc.assert(
      fc.property(input, given => {
        const { keyResult } = given;
        const once = <T extends { day: number | undefined }>(list: readonly T[]) => [
          ...new Map(list.filter(({ day }) => day !== undefined).map(fact => [fact.day, fact])).values(),
        ];
        const inOrder = {
          ...given,
          keyResult: {
            ...keyResult,
            targets: once(keyResult.targets),
            plan: once(keyResult.plan),
            checkins: once(keyResult.checkins),
            grades: once(keyResult.grades),
            pauses: once(keyResult.pauses),
          },
          readings: once(given.readings),
          rows: once(given.rows),
        };
        const reversed = {
          ...inOrder,
          keyResult: {
            ...inOrder.keyResult,
            targets: inOrder.keyResult.targets.toReversed(),
            plan: inOrder.keyResult.plan.toReversed(),
            checkins: inOrder.keyResult.checkins.toReversed(),
            grades: inOrder.keyResult.grades.toReversed(),
            pauses: inOrder.keyResult.pauses.toReversed(),
          },
          readings: inOrder.readings.toReversed(),
          rows: inOrder.rows.toReversed(),
        };
        assert.deepEqual(standKeyResult(reversed), standKeyResult(inOrder));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Another unit', () => {
  const way = fc
    .record({
      from: number,
      to: number,
      values: fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), number), { maxLength: 8 }),
      plans: facts(fc.tuple(day, number)),
    })
    .filter(({ from, to: goal }) => from !== goal);
  const scale = fc.constantFrom(0.01, 0.5, -1, 60, 1000);

  it('changes no progress, pace, status or day of a forecast', () => {
    fc.assert(
      fc.property(way, scale, ({ from, to: goal, values, plans }, factor) => {
        const inUnit = (unit: number) =>
          standKeyResult(
            keyResultInput({
              measure: fromTo(from * unit, goal * unit),
              checkins: values.map(([on, value]) => checkin(on, value * unit)),
              plan: plans.map(([on, value]) => plan(on, value * unit)),
            }),
          );
        const one = inUnit(1);
        const other = inUnit(factor);
        assert.ok(near(one.progress, other.progress));
        assert.ok(near(one.expected, other.expected));
        assert.ok(near(one.forecast?.score, other.forecast?.score));
        assert.ok(near(one.forecast?.value, other.forecast && other.forecast.value / factor));
        assert.equal(one.status, other.status);
      }),
    );
  });
});

describe('A mean', () => {
  it('is between the least and the most', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 6 }), given => {
        const keyResults = given.map(standKeyResult);
        const { score } = standing(keyResults);
        const scores = keyResults
          .filter(({ weight }) => weight > 0)
          .map(keyResult => keyResult.score)
          .filter(value => value !== undefined);
        if (score === undefined) assert.equal(scores.length, 0);
        else assert.ok(score >= Math.min(...scores) - 1e-9 && score <= Math.max(...scores) + 1e-9);
      }),
    );
  });
});

describe('A KPI', () => {
  it('is as its readings up to today say', () => {
    fc.assert(
      fc.property(facts(fc.tuple(day, number)), maybe(hold), maybe(hold), day, (values, healthy, critical, today) => {
        const readings = values.map(([on, value]) => reading(on, value));
        const of = (list: typeof readings) =>
          standKpi({
            kpi: { healthy, critical, readings: list },
            followed: [],
            rows: [],
            rhythm: { count: 1, unit: 'week' },
            today,
          });
        assert.deepEqual(of(readings), of(readings.filter(({ day: on }) => on <= today)));
      }),
    );
  });
});
