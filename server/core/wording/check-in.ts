/** Check-ins in words: what they are asked with, what was said last, and how a round of them went. */
import type { SaidStatus } from '../../../grammar/tree.ts';
import type { CheckInSubject, WriteParams } from '../requests/check-in.ts';
import { day, number, ofTen } from './words.ts';

export const CONFIDENCE_QUESTION = 'How sure are you to make it?';
export const STATUS_QUESTION = 'How does it stand, as you see it?';
export const NOTE_QUESTION = 'What happened? One sentence, for those who read it in a month.';

/** From sure to hopeless. */
export const CONFIDENCES: readonly string[] = Array.from({ length: 11 }, (_, index) => `${10 - index}/10`);

/** A share as one of them, or between two: `6.5/10`. */
export function confidenceText(share: number): string {
  return `${ofTen(share)}/10`;
}

/** What some of them mean. */
export const CONFIDENCE_HINTS: Readonly<Record<string, string>> = {
  '10/10': 'certain',
  '7/10': 'we shall make it, if nothing happens',
  '5/10': 'even odds',
  '3/10': 'only if something happens',
  '0/10': 'hopeless',
};

export const SAID_STATUSES: readonly SaidStatus[] = ['on-track', 'at-risk', 'off-track', 'blocked'];

export const BLOCKED_HINT = 'somebody else has to move first';

export type Asked = Pick<CheckInSubject, 'kind' | 'unit' | 'value' | 'date' | 'today'>;

/** `44 points on 20 Nov`, `nothing yet`. */
export function lastSaid({ value, date, today }: Pick<Asked, 'value' | 'date' | 'today'>): string {
  if (date === null) return 'nothing yet';
  return value === null ? `last on ${day(date, today)}` : `${value} on ${day(date, today)}`;
}

/** What the value is asked with. */
export function valuePrompt(subject: Asked): string {
  const unit = subject.unit === '' ? '' : `, in ${subject.unit}`;
  const last = subject.value === null ? '' : ` It was ${lastSaid(subject)}.`;
  const skip = subject.kind === 'kpi' ? '' : ' Leave it empty to say no number.';
  return `Where does it stand${unit}?${last}${skip}`;
}

/** `Checked in: Raise our Net Promoter Score`, once it is written. */
export function writtenInWords(params: WriteParams, kind?: Asked['kind']): string {
  if ('what' in params && params.what === 'tick') return `${params.done ? 'Done' : 'Open again'}: ${params.text}`;
  if ('what' in params && params.what === 'objective') return `Objective written for the KPI: ${params.title}`;
  return `${kind === 'kpi' ? 'Reading added' : 'Checked in'}: ${params.title ?? ''}`;
}

export interface Round {
  readonly written: number;
  readonly skipped: number;
  /** Those that were still to come when somebody ended it. */
  readonly left: number;
}

/** `3 checked in, 2 skipped.` */
export function roundInWords({ written, skipped, left }: Round): string {
  const parts = [
    written > 0 ? `${number(written)} checked in` : 'Nothing written',
    ...(skipped > 0 ? [`${number(skipped)} skipped`] : []),
    ...(left > 0 ? [`${number(left)} left`] : []),
  ];
  return `${parts.join(', ')}.`;
}
