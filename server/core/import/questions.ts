/** What has to be asked before a source can be read as it is meant. */
import { cycleOn, nextCycle } from '../calendar/cycle.ts';
import type { Day } from '../model/elements.ts';
import type { ImportQuestion } from '../requests/import.ts';
import type { OpenQuestion } from './source.ts';

/** @param answered the keys of what was asked already; an answer may leave it open */
export function questionsFor(
  open: ReadonlySet<OpenQuestion>,
  answered: ReadonlySet<string>,
  today: Day,
): ImportQuestion[] {
  const all: ImportQuestion[] = [];
  if (open.has('cycle')) all.push(cycleQuestion(today));
  if (open.has('dates'))
    all.push({
      key: 'dates',
      question: 'How are dates such as 3/4/2026 written?',
      choices: [
        { label: 'The day first', description: '3 April', value: 'day-first' },
        { label: 'The month first', description: '4 March', value: 'month-first' },
      ],
    });
  if (open.has('at-risk'))
    all.push({
      key: 'at-risk',
      question: 'What does “at risk” mean there?',
      choices: [
        { label: 'The worst of three', description: 'off track here, as in Viva Goals', value: 'off-track' },
        { label: 'Between the best and the worst', description: 'at risk here, too', value: 'at-risk' },
      ],
    });
  if (open.has('day'))
    all.push({
      key: 'as-of',
      question: 'Of which day are current values that have none?',
      choices: [
        { label: 'Of today', value: 'today' },
        { label: 'Nobody knows', description: 'they are kept as words', value: '' },
      ],
    });
  return all.filter(({ key }) => !answered.has(key));
}

export function titleQuestion(columns: readonly string[]): ImportQuestion {
  return {
    key: 'title',
    question: 'Which column holds the titles?',
    choices: columns.map(column => ({ label: column, value: column })),
  };
}

function cycleQuestion(today: Day): ImportQuestion {
  const quarter = cycleOn(today, 'quarter');
  const cycles = [quarter, nextCycle(quarter), cycleOn(today, 'half'), cycleOn(today, 'year')];
  return {
    key: 'cycle',
    question: 'Which cycle are those of that have none?',
    choices: [
      ...cycles.flatMap(cycle => (cycle === undefined ? [] : [{ label: cycle, value: cycle }])),
      { label: 'None', description: 'they are in no cycle', value: '' },
    ],
  };
}
