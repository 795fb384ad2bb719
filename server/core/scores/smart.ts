/** The SMART card of a key result: five ticks, each with its reason. */
import type { Day, Measure } from '../model/elements.ts';
import { type Course, knownWay, measuredProgress, type PendingReason } from './progress.ts';
import { reaches } from './tolerance.ts';

const REALISTIC_CONFIDENCE = 0.3;

export interface Tick {
  /** undefined: open. */
  readonly ok: boolean | undefined;
  readonly reason: string;
  /** What the other school reads into the same letter: Aligned for Assignable, Relevant for Realistic. */
  readonly other?: string;
}

export interface SmartCard {
  readonly specific: Tick;
  readonly measurable: Tick;
  readonly assignable: Tick;
  readonly realistic: Tick;
  readonly timeRelated: Tick;
}

export interface SmartInput {
  /** What the reader of titles makes of the title: it names one thing, and no vague word alone. */
  readonly specific: Tick;
  /** It has an owner, its own or its objective's. */
  readonly owned: boolean;
  /** It, or its objective, supports something. */
  readonly aligned: boolean;
  /** It stands in a cycle, an open one too. */
  readonly inCycle: boolean;
  /** Its own due day, or its objective's. */
  readonly due: Day | undefined;
  readonly course: Course;
  readonly pending: PendingReason | undefined;
  /** The newest, 0…1. */
  readonly confidence: number | undefined;
}

export function smartCard(input: SmartInput): SmartCard {
  return {
    specific: input.specific,
    measurable: measurable(input.course.keyResult.measure, input.pending),
    assignable: assignable(input.owned, input.aligned),
    realistic: { ...realistic(input), other: relevantInWords(input.aligned) },
    timeRelated: timeRelated(input.inCycle, input.due),
  };
}

function measurable(measure: Measure | undefined, pending: PendingReason | undefined): Tick {
  if (measure === undefined) return { ok: false, reason: 'It has no measure.' };
  if (measure.kind === 'from-to') {
    if (measure.from === null) return { ok: false, reason: 'Its baseline is not known yet.' };
    if (measure.to === null) return { ok: false, reason: 'Its target is not known yet.' };
    if (typeof knownWay(measure) === 'string') return { ok: false, reason: 'Its baseline is its target.' };
    if (pending === 'beyond-target')
      return { ok: false, reason: 'It started beyond its target, so it needs a baseline.' };
    return { ok: true, reason: 'It has a measure with its baseline.' };
  }
  if (pending === 'unknown-measure') return { ok: false, reason: 'The line to hold is not known yet.' };
  return { ok: true, reason: measure.kind === 'keep' ? 'It has a line to hold.' : 'It has milestones.' };
}

function assignable(owned: boolean, aligned: boolean): Tick {
  if (owned) return { ok: true, reason: 'It has an owner.', other: alignedInWords(aligned) };
  return aligned
    ? { ok: true, reason: 'It has no owner, but it is aligned.' }
    : { ok: false, reason: 'It has no owner, and supports nothing.' };
}

/** Assignable, read as Aligned. */
export function alignedInWords(aligned: boolean): string {
  return aligned ? 'As “aligned”: it supports a goal.' : 'As “aligned”: it supports nothing yet.';
}
/** Realistic, read as Relevant, which no machine can tell. */
export function relevantInWords(aligned: boolean): string {
  return aligned
    ? 'As “relevant”: a goal beyond its own objective needs it.'
    : 'As “relevant”: what would be missing without it?';
}

function realistic({ course, pending, confidence }: SmartInput): Tick {
  if (pending === 'beyond-target' || isReachedOnFirstDay(course)) {
    return { ok: false, reason: 'It was reached on the first day.' };
  }
  if (confidence === undefined) return { ok: undefined, reason: 'No check-in has said how confident you are.' };
  return reaches(confidence, REALISTIC_CONFIDENCE)
    ? { ok: true, reason: 'The newest confidence is 0.3 or better.' }
    : { ok: false, reason: 'The newest confidence is below 0.3.' };
}

/** A line is held on the first day as on any other: that does not reach it. */
function isReachedOnFirstDay(course: Course): boolean {
  const first = course.period.first;
  if (first === undefined || first > course.today || course.keyResult.measure?.kind === 'keep') return false;
  const values = course.values.filter(({ day }) => day <= first);
  const progress = measuredProgress({ ...course, values, today: first });
  return typeof progress === 'number' && reaches(progress, 1);
}

function timeRelated(inCycle: boolean, due: Day | undefined): Tick {
  if (inCycle) return { ok: true, reason: 'It stands in a cycle.' };
  return due === undefined
    ? { ok: false, reason: 'It has no cycle and no due date.' }
    : { ok: true, reason: 'It has a due date.' };
}
