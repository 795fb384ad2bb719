/** Elements and inputs for tests, with all that does not matter filled in. */
import { fromIso } from '../../../server/core/calendar/day.ts';
import type {
  CheckIn,
  Day,
  FromToMeasure,
  Grade,
  Hold,
  KeepMeasure,
  Milestone,
  MilestonesMeasure,
  Pause,
  Period,
  Plan,
  Reading,
  TargetChange,
} from '../../../server/core/model/elements.ts';
import { type KeyResultInput, type KeyResultStanding, standKeyResult } from '../../../server/core/scores/key-result.ts';
import { type ObjectiveInput, type ObjectiveStanding, standObjective } from '../../../server/core/scores/objective.ts';
import { defaultThresholds } from '../../../server/core/scores/thresholds.ts';

/** The day of a date; impossible dates fail the test. */
export function on(iso: string): Day {
  const day = fromIso(iso);
  if (day === undefined) throw new Error(`no day: ${iso}`);
  return day;
}

/** A quarter of 92 days: 91 from the first to the last. */
export const quarter: Period = { first: on('2026-10-01'), last: on('2026-12-31') };
/** A time of a hundred days, 0 to 100, so that a day is a hundredth of it. */
export const hundred: Period = { first: 0, last: 100 };

export function fromTo(from: number | null, to: number | null, unit = ''): FromToMeasure {
  return { kind: 'from-to', from, to, fromNothing: false, unit };
}
export function to(target: number | null, unit = ''): FromToMeasure {
  return { kind: 'from-to', from: 0, to: target, fromNothing: true, unit };
}
export function atLeast(low: number | null): Hold {
  return { bound: 'at least', low, high: null, unit: '' };
}
export function atMost(high: number | null): Hold {
  return { bound: 'at most', low: null, high, unit: '' };
}
export function keep(hold: Hold): KeepMeasure {
  return { kind: 'keep', hold };
}
export function milestones(...steps: Partial<Milestone>[]): MilestonesMeasure {
  return {
    kind: 'milestones',
    steps: steps.map(step => ({ text: '', due: undefined, weight: 1, done: false, ...step })),
  };
}

export function checkin(day: Day, value?: number, rest: Partial<CheckIn> = {}): CheckIn {
  return { day, value, confidence: undefined, status: undefined, by: undefined, note: '', ...rest };
}
export function reading(day: Day, value: number, note = ''): Reading {
  return { day, value, note };
}
export function target(day: Day, what: number | null | Hold): TargetChange {
  const isHold = typeof what === 'object' && what !== null;
  return { day, to: isHold ? undefined : what, hold: isHold ? what : undefined, by: undefined, why: '' };
}
export function plan(day: Day, value: number): Plan {
  return { day, value };
}
export function grade(day: Day | undefined, share: number): Grade {
  return { day, grade: share, by: undefined, why: '' };
}
export function dropped(day: Day, why = ''): Pause {
  return { day, what: 'dropped', by: undefined, why };
}
export function resumed(day: Day): Pause {
  return { day, what: 'resumed', by: undefined, why: '' };
}

type Written = KeyResultInput['keyResult'];

/** A key result without anything, in a time of a hundred days, on day 50, but for what is given. */
export function keyResultInput(given: Partial<Written> & Partial<Omit<KeyResultInput, 'keyResult'>>): KeyResultInput {
  const { measure, targets, plan, checkins, grades, pauses, weight, ...rest } = given;
  return {
    keyResult: {
      measure,
      targets: targets ?? [],
      plan: plan ?? [],
      checkins: checkins ?? [],
      grades: grades ?? [],
      pauses: pauses ?? [],
      weight: weight ?? 1,
    },
    kind: 'aspirational',
    cycle: hundred,
    due: undefined,
    rhythm: { count: 1, unit: 'month' },
    readings: [],
    rows: [],
    specific: { ok: true, reason: '' },
    owned: true,
    aligned: false,
    today: 50,
    thresholds: defaultThresholds,
    ...rest,
  };
}

export function stand(given: Parameters<typeof keyResultInput>[0]): KeyResultStanding {
  return standKeyResult(keyResultInput(given));
}

/** An objective without anything of its own, but for what is given. */
export function objectiveInput(
  keyResults: readonly KeyResultStanding[],
  given: Partial<ObjectiveInput['objective']> & Partial<Omit<ObjectiveInput, 'objective' | 'keyResults'>> = {},
): ObjectiveInput {
  const { kind, weight, due, checkins, grades, pauses, ...rest } = given;
  return {
    objective: {
      kind: kind ?? 'aspirational',
      weight: weight ?? 1,
      due,
      checkins: checkins ?? [],
      grades: grades ?? [],
      pauses: pauses ?? [],
    },
    cycle: hundred,
    keyResults,
    today: 50,
    thresholds: defaultThresholds,
    ...rest,
  };
}

export function standing(...args: Parameters<typeof objectiveInput>): ObjectiveStanding {
  return standObjective(objectiveInput(...args));
}

/** A key result that has come so far: from 0 to 1, with one value on day 1. */
export function at(progress: number, given: Parameters<typeof keyResultInput>[0] = {}): KeyResultStanding {
  return stand({ measure: fromTo(0, 1), checkins: [checkin(1, progress)], ...given });
}

/** Equal but for what binary fractions lose. */
export function near(actual: number | undefined, expected: number | undefined): boolean {
  return actual === undefined || expected === undefined
    ? actual === expected
    : Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}
