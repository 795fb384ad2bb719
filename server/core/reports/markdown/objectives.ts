/** Each objective with its key results: a line, a table, and the last word on each. */

import { showScore } from '../../scores/rounding.ts';
import type { KeyResultReport, ObjectiveReport } from '../report.ts';
import { counted, inWords, listed, on } from './english.ts';
import { forecastCell, fromCell, nowCell, plannedCell, score, scoreCell, shortDay, sure, toCell } from './figures.ts';
import type { Part } from './parts.ts';
import { standing, statusWord } from './standing.ts';
import { type Column, table } from './table.ts';
import { bold, plain, quoted, sentence, struck } from './text.ts';

/** @param level of the headings */
export function objectives(part: Part, level: string): string[] {
  return part.objectives.flatMap(objective => objectiveSection(objective, part, level));
}

function objectiveSection(objective: ObjectiveReport, part: Part, level: string): string[] {
  const { keyResults, dropped, reflections } = objective;
  const title = objective.title || 'An objective without a title';
  if (dropped !== null) {
    return [
      `${level} ${struck(title)}`,
      `${sentence(`– Dropped on ${on(dropped.date, part.today)}${dropped.why === '' ? '' : `: ${plain(dropped.why)}`}`)}`,
    ];
  }
  return [
    `${level} ${plain(title)}`,
    facts(objective, part),
    keyResults.length === 0
      ? withoutKeyResults(objective)
      : table(part.time === 'over' ? ENDED(part.today, objective) : RUNNING(part.today, objective), keyResults),
    lastWords(objective, part),
    reflections.length === 0 ? '' : reflections.map(text => `- We learned: ${sentence(plain(text))}`).join('\n'),
  ];
}

/** `▲ at risk · 0.35, expected 0.55 · sure 7/10 · @maria with @li · aspirational · supports company/grow.referrals` */
function facts(objective: ObjectiveReport, { time }: Part): string {
  const { score: share, expected, confidence, grade, kind, supports, due, status, computedStatus } = objective;
  const over = time === 'over';
  const disagrees = !over && status !== computedStatus && ['on-track', 'at-risk', 'off-track'].includes(computedStatus);
  const all = [
    `${standing(objective)}${disagrees ? ` as we say, ${statusWord(computedStatus)} by the pace` : ''}`,
    share === null
      ? ''
      : `score ${showScore(share)}${over || expected === null ? '' : ` of ${showScore(expected)} expected today`}`,
    objective.scored < objective.of && objective.scored > 0
      ? `from ${objective.scored} of ${counted(objective.of, 'key result')}`
      : '',
    grade === null ? '' : `our own grade ${showScore(grade.grade)}${grade.early && over ? ', given early' : ''}`,
    over || confidence === null ? '' : `${sure(confidence)} sure`,
    people(objective),
    kind,
    due === null ? '' : `due ${due}`,
    supports.length === 0 ? '' : `supports ${listed(supports.map(plain))}`,
  ].filter(fact => fact !== '');
  const why = grade === null || grade.why === '' ? '' : `  \n${quoted(grade.why)}`;
  return `${all.join(' · ')}${why}`;
}

function people({ owner, with: others }: ObjectiveReport): string {
  const helpers = others.length === 0 ? '' : ` with ${listed(others.map(plain))}`;
  return owner === null ? `no owner${helpers}` : `${plain(owner)}${helpers}`;
}

function withoutKeyResults({ supporters: { count, score: share } }: ObjectiveReport): string {
  if (count === 0) return 'It has no key results yet: how will we know?';
  const stand = share === null ? 'no score yet' : score(share);
  return count === 1
    ? `It has no key results of its own. What supports it stands at ${stand}.`
    : `It has no key results of its own. The ${inWords(count)} that support it stand at ${stand}.`;
}

type Columns = readonly Column<KeyResultReport>[];

function RUNNING(today: string, objective: ObjectiveReport): Columns {
  return [
    { name: 'Key result', cell: titleCell(objective) },
    { name: 'From', right: true, cell: fromCell },
    { name: 'To', right: true, cell: each => toCell(each, today) },
    { name: 'Now', right: true, cell: nowCell },
    { name: 'Plan today', right: true, cell: each => plannedCell(each, today) },
    { name: 'Forecast', right: true, cell: forecastCell },
    { name: 'Score', right: true, cell: scoreCell },
    { name: 'Sure', right: true, cell: ({ confidence }) => sure(confidence) },
    { name: 'Status', cell: standing },
  ];
}

function ENDED(today: string, objective: ObjectiveReport): Columns {
  return [
    { name: 'Key result', cell: titleCell(objective) },
    { name: 'From', right: true, cell: fromCell },
    { name: 'To', right: true, cell: each => toCell(each, today) },
    { name: 'Ended at', right: true, cell: nowCell },
    { name: 'Score', right: true, cell: scoreCell },
    {
      name: 'Ours',
      right: true,
      cell: ({ grade, judged }) => (grade === null || judged ? '' : showScore(grade.grade)),
    },
    { name: 'Verdict', cell: standing },
    { name: 'Sure at first', right: true, cell: ({ firstConfidence }) => sure(firstConfidence) },
    { name: 'At the end', right: true, cell: ({ confidence }) => sure(confidence) },
  ];
}

function titleCell(objective: ObjectiveReport): (keyResult: KeyResultReport) => string {
  return ({ title, owner, dropped }) => {
    const name = title || 'A key result without a title';
    const who = owner === null || owner === objective.owner ? '' : ` (${plain(owner)})`;
    return `${dropped === null ? plain(name) : struck(name)}${who}`;
  };
}

/** What people said last, of the objective and of each key result; of what was dropped, why. */
function lastWords({ lastNote, owner, keyResults }: ObjectiveReport, { today, time }: Part): string {
  const own =
    lastNote === null ? [] : [`- ${said(lastNote.date, lastNote.by ?? owner, today)}: ${plain(lastNote.note)}`];
  const each = keyResults.flatMap(({ title, lastNote: note, dropped, grade, judged }) => {
    if (dropped !== null) {
      const why = dropped.why === '' ? '' : `: ${plain(dropped.why)}`;
      return [`- ${bold(title)}, dropped on ${on(dropped.date, today)}${why}`];
    }
    const graded = time === 'over' && grade !== null && grade.why !== '' && !judged;
    if (graded) return [`- ${bold(title)}, our grade: ${plain(grade.why)}`];
    return note === null ? [] : [`- ${bold(title)}, ${said(note.date, note.by, today)}: ${plain(note.note)}`];
  });
  return [...own, ...each].map(line => sentence(line)).join('\n');
}

function said(date: string, by: string | null, today: string): string {
  return by === null ? shortDay(date, today) : `${shortDay(date, today)} ${plain(by)}`;
}
