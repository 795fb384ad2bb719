/** The first sentences of a report, and of each team in it. */
import { isPaused, PAUSED } from '../../wording/letting-go.ts';
import type { KeyResultReport, ObjectiveReport } from '../report.ts';
import { capital, counted, inMonth, inWords, listed, on, plural, were } from './english.ts';
import { openGoals, type Part } from './parts.ts';
import { reviewed } from './reviewed.ts';
import { isUnmeasured } from './standing.ts';
import { underWay } from './under-way.ts';

/** Where we are, or what we made of it; the first sentence in bold. */
export function summary(part: Part): string {
  const [first = '', ...rest] = sentences(part).filter(sentence => sentence !== '');
  return first === '' ? '' : [`**${first}**`, ...rest].join(' ');
}

function sentences(part: Part): readonly string[] {
  const dropped = droppedInWords(part);
  switch (part.time) {
    case 'before':
      return ahead(part);
    case 'running':
      return [...underWay(part), dropped === '' ? '' : `${capital(dropped)}.`];
    case 'over':
      return reviewed(part, dropped);
  }
}

function ahead(part: Part): readonly string[] {
  const { objectives, today, report } = part;
  const goals = openGoals(part);
  const size = `${counted(objectives.length, 'objective')} with ${counted(goals.length, 'key result')}`;
  const open = goals.filter(({ keyResult }) => isUnmeasured(keyResult)).length;
  return [
    `${capital(size)} ${objectives.length === 1 ? 'waits' : 'wait'} for ${on(report.cycle.start ?? '', today)}.`,
    open === 0 ? '' : `${capital(inWords(open))} of them ${open === 1 ? 'has' : 'have'} no measure yet.`,
  ];
}

/** `one objective and two key results were dropped`; with the month where it was one. */
function droppedInWords({ objectives, today }: Part): string {
  const whole = objectives.filter(({ dropped }) => dropped !== null);
  const parts = objectives
    .filter(({ dropped }) => dropped === null)
    .flatMap(({ keyResults }) => keyResults.filter(({ dropped }) => dropped !== null));
  const all = [...whole, ...parts];
  const [first] = all;
  if (first?.dropped == null) return '';
  const when = all.length === 1 ? ` ${inMonth(first.dropped.date, today)}` : '';
  const what = [named(whole, 'objective'), named(parts, 'key result')].filter(words => words !== '');
  const paused = all.filter(({ dropped }) => isPaused(dropped)).length;
  const word = paused === 0 ? 'dropped' : paused === all.length ? PAUSED : `dropped or ${PAUSED}`;
  return `${listed(what)} ${were(all.length)} ${word}${when}`;
}

function named(some: readonly (ObjectiveReport | KeyResultReport)[], what: string): string {
  return some.length === 0 ? '' : `${inWords(some.length)} ${plural(some.length, what)}`;
}
