/** How something stands: a sign and a word, so that neither has to do alone. */

import { letGo } from '../../wording/letting-go.ts';
import { signed } from '../../wording/signs.ts';
import { healthStanding, isUnmeasured, standingOf, statusStanding } from '../../wording/standing.ts';
import type { InitiativeReport, KeyResultReport, ObjectiveReport, Report, ShownStatus, Verdict } from '../report.ts';
import { plain, sentence } from './text.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  achieved: signed({ shape: 'finish', word: 'achieved' }),
  missed: signed({ shape: 'cross', word: 'missed' }),
};
const WORK: Readonly<Record<InitiativeReport['status'], string>> = {
  planned: signed({ shape: 'dashed', word: 'planned' }),
  active: signed({ shape: 'half', word: 'active' }),
  done: signed({ shape: 'finish', word: 'done' }),
  dropped: signed({ shape: 'minus', word: 'dropped' }),
};

/** Behind where it should be. */
export const SLOW: readonly ShownStatus[] = ['at-risk', 'off-track', 'blocked'];

/** `▲ at risk`; after the end the verdict. */
export function standing(element: KeyResultReport | ObjectiveReport): string {
  if (element.verdict !== null) return VERDICTS[element.verdict];
  if ('measure' in element && isUnmeasured(element)) return signed({ shape: 'dashed', word: 'no measure' });
  return signed(standingOf(element));
}

/** `dropped on 30 October: The partner withdrew.` @param day as it is said there */
export function letGoOn({ why }: NonNullable<ObjectiveReport['dropped']>, day: string): string {
  const { word, why: reason } = letGo(why);
  return sentence(`${word} ${day}${reason === '' ? '' : `: ${plain(reason)}`}`);
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
  return overdue ? signed({ shape: 'warning', word: `${status}, overdue` }) : WORK[status];
}

export { isUnmeasured };
