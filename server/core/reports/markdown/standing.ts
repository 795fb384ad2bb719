/** How something stands: a sign and a word, so that neither has to do alone. */

import { healthStanding, isUnmeasured, type Shape, type Standing, statusStanding } from '../../wording/standing.ts';
import type { InitiativeReport, KeyResultReport, ObjectiveReport, Report, ShownStatus, Verdict } from '../report.ts';

/** Plain signs, which no font draws as a picture. */
const SIGNS: Readonly<Partial<Record<Shape, string>>> = {
  check: '●',
  warning: '▲',
  cross: '✕',
  barred: '■',
  dashed: '○',
  finish: '✓',
  stop: '□',
  minus: '–',
  half: '◐',
};

const VERDICTS: Readonly<Record<Verdict, string>> = { achieved: '✓ achieved', missed: '✕ missed' };
const WORK: Readonly<Record<InitiativeReport['status'], string>> = {
  planned: '○ planned',
  active: '◐ active',
  done: '✓ done',
  dropped: '– dropped',
};

/** Behind where it should be. */
export const SLOW: readonly ShownStatus[] = ['at-risk', 'off-track', 'blocked'];

/** `▲ at risk`; after the end the verdict. */
export function standing(element: KeyResultReport | ObjectiveReport): string {
  if (element.verdict !== null) return VERDICTS[element.verdict];
  if ('measure' in element && isUnmeasured(element)) return '○ no measure';
  return signed(statusStanding(element.status));
}

export function statusWord(status: ObjectiveReport['status']): string {
  return statusStanding(status).word;
}

export function statusSigned(status: ObjectiveReport['status']): string {
  return signed(statusStanding(status));
}

export function health(kpi: Report['kpis'][number]): string {
  return signed(healthStanding(kpi.health));
}

export function work({ status, overdue }: InitiativeReport): string {
  return overdue ? `▲ ${status}, overdue` : WORK[status];
}

function signed({ shape, word }: Standing): string {
  return `${SIGNS[shape] ?? '○'} ${word}`;
}

export { isUnmeasured };
