/**
 * How something stands, as a word, a shape and a tone: whatever has a colour has the other two as well.
 */
import type { CycleReport, Health, KeyResultReport, ObjectiveReport, ShownStatus, Verdict } from '../reports/report.ts';

import { isPaused, PAUSED } from './letting-go.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';
export type Shape =
  | 'check'
  | 'warning'
  | 'cross'
  | 'barred'
  | 'dashed'
  | 'finish'
  | 'stop'
  | 'minus'
  | 'half'
  | 'up'
  | 'down'
  | 'level'
  | 'target'
  | 'silence';

export interface Standing {
  readonly word: string;
  readonly shape: Shape;
  readonly tone: Tone;
}

const STATUS: Readonly<Record<ShownStatus, Standing>> = {
  'on-track': { word: 'on track', shape: 'check', tone: 'good' },
  'at-risk': { word: 'at risk', shape: 'warning', tone: 'warn' },
  'off-track': { word: 'off track', shape: 'cross', tone: 'bad' },
  blocked: { word: 'blocked', shape: 'barred', tone: 'bad' },
  pending: { word: 'pending', shape: 'dashed', tone: 'quiet' },
  done: { word: 'done', shape: 'finish', tone: 'good' },
  dropped: { word: 'dropped', shape: 'minus', tone: 'quiet' },
  ended: { word: 'ended', shape: 'stop', tone: 'quiet' },
};

const HEALTH: Readonly<Record<Health, Standing>> = {
  healthy: { word: 'healthy', shape: 'check', tone: 'good' },
  watch: { word: 'watch', shape: 'warning', tone: 'warn' },
  critical: { word: 'critical', shape: 'cross', tone: 'bad' },
  unknown: { word: 'no reading', shape: 'dashed', tone: 'quiet' },
};

/** Of an objective, a key result or a cycle. */
export function standingOf(
  element:
    | (Pick<KeyResultReport | ObjectiveReport, 'status' | 'score' | 'verdict'> &
        Partial<Pick<ObjectiveReport, 'dropped'>>)
    | CycleReport,
): Standing {
  if ('dropped' in element && isPaused(element.dropped ?? null)) return { ...STATUS.dropped, word: PAUSED };
  const verdict = 'verdict' in element ? element.verdict : null;
  if (element.status !== 'ended') return STATUS[element.status];
  return { ...verdictOf(verdict), tone: element.score === null ? 'quiet' : gradeTone(element.score) };
}

/** Of a status that somebody said or that the pace gives, on its own. */
export function statusStanding(status: ShownStatus): Standing {
  return STATUS[status];
}

export function healthStanding(health: Health): Standing {
  return HEALTH[health];
}

/** Nobody could notice whether it came true: no measure, and no grade. */
export function isUnmeasured(keyResult: KeyResultReport): boolean {
  return keyResult.measure === null && keyResult.score === null && keyResult.status !== 'dropped';
}

/** Of a key result, or that nobody could notice whether it came true; of what is let go, all is. */
export function keyResultStanding(keyResult: KeyResultReport, { dropped }: Pick<ObjectiveReport, 'dropped'>): Standing {
  if (dropped !== null) return standingOf({ ...keyResult, status: 'dropped', dropped });
  return isUnmeasured(keyResult) ? UNMEASURED : standingOf(keyResult);
}

export const UNMEASURED: Standing = { word: 'not measurable', shape: 'dashed', tone: 'quiet' };

/** Every word for how a key result stands, what needs attention first. */
export const WORDS_BY_URGENCY: readonly string[] = [
  'blocked',
  'off track',
  'missed',
  'at risk',
  'on track',
  'achieved',
  'done',
  'ended',
  'pending',
  UNMEASURED.word,
  PAUSED,
  'dropped',
];

const ORDER: readonly ShownStatus[] = [
  'blocked',
  'off-track',
  'at-risk',
  'on-track',
  'done',
  'ended',
  'pending',
  'dropped',
];

/** What needs a word first, else as in the file. */
export function byUrgency(keyResults: readonly KeyResultReport[]): KeyResultReport[] {
  return keyResults.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

function verdictOf(verdict: Verdict | null): Pick<Standing, 'word' | 'shape'> {
  if (verdict === 'achieved') return { word: 'achieved', shape: 'finish' };
  if (verdict === 'missed') return { word: 'missed', shape: 'cross' };
  return { word: 'ended', shape: 'stop' };
}

/** Google's colours of a grade, from the score rounded to one decimal. */
function gradeTone(score: number): Tone {
  const tenths = Math.floor(score * 10 + 0.5 + 1e-9);
  if (tenths >= 7) return 'good';
  return tenths >= 4 ? 'warn' : 'bad';
}
