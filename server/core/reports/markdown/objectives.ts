/** Each objective with its key results: a line, a table, and the last word on each. */
import { showScore } from '../../scores/rounding.ts';
import { isPaused } from '../../wording/letting-go.ts';
import { ownCycle } from '../own-cycle.ts';
import type { KeyResultReport, ObjectiveReport } from '../report.ts';
import { capital, inWords, listed, on } from './english.ts';
import { forecastCell, fromCell, nowCell, plannedCell, score, scoreCell, shortDay, sure, toCell } from './figures.ts';
import type { Part } from './parts.ts';
import { letGoOn, standing, statusWord } from './standing.ts';
import { type Column, table } from './table.ts';
import { bold, plain, sentence, struck } from './text.ts';

/** @param heading the marks in front of each title: `###` */
export function objectives(part: Part, heading: string): string[] {
  return part.objectives.flatMap(objective => {
    const { keyResults, dropped } = objective;
    const title = objective.title || 'An objective without a title';
    if (dropped !== null)
      return [
        `${heading} ${struckIf(dropped, title)}`,
        `– ${capital(letGoOn(dropped, `on ${on(dropped.date, part.today)}`))}`,
      ];
    const columns = columnsOf(objective, part);
    return [
      `${heading} ${plain(title)}`,
      facts(objective, part),
      keyResults.length === 0 ? withoutKeyResults(objective) : table(columns, keyResults),
      lastWords(objective, part),
    ];
  });
}

/** `▲ at risk · score 0.35 of 0.55 expected today · 7/10 sure · @maria with @li · aspirational · supports company/grow` */
function facts(objective: ObjectiveReport, part: Part): string {
  const { grade, kind, supports, due, confidence } = objective;
  const isOver = part.time === 'over';
  const all = [
    plain(ownCycle(objective, part.report) ?? ''),
    standing(objective) + (isOver ? '' : paceSays(objective)),
    part.time === 'before' ? '' : scored(objective, isOver),
    grade === null ? '' : `our own grade ${showScore(grade.grade)}${grade.early && isOver ? ', given early' : ''}`,
    isOver || confidence === null ? '' : `${sure(confidence)} sure`,
    people(objective),
    kind,
    due === null ? '' : `due ${shortDay(due, part.today)}`,
    supports.length === 0 ? '' : `supports ${listed(supports.map(plain))}`,
  ];
  return all.filter(fact => fact !== '').join(' · ');
}

/** ` as we say, at risk by the pace` where the two disagree. */
function paceSays({ status, computedStatus }: ObjectiveReport): string {
  const hasPace = ['on-track', 'at-risk', 'off-track'].includes(computedStatus);
  return hasPace && status !== computedStatus ? ` as we say, ${statusWord(computedStatus)} by the pace` : '';
}

function scored({ score: share, expected, scored: counted, of }: ObjectiveReport, isOver: boolean): string {
  if (share === null) return '';
  const some = counted > 0 && counted < of ? ` from ${inWords(counted)} of ${inWords(of)}` : '';
  const beside = isOver || expected === null ? '' : ` of ${showScore(expected)} expected today`;
  return `score ${showScore(share)}${beside}${some}`;
}

function people({ owner, with: others }: ObjectiveReport): string {
  const helpers = others.length === 0 ? '' : ` with ${listed(others.map(plain))}`;
  return `${owner === null ? 'no owner' : plain(owner)}${helpers}`;
}

function withoutKeyResults({ supporters: { count, score: share } }: ObjectiveReport): string {
  if (count === 0) return 'It has no key results yet: how will we know?';
  const who = count === 1 ? 'What supports it stands' : `The ${inWords(count)} that support it stand`;
  return `It has no key results of its own. ${who} at ${share === null ? 'no score yet' : score(share)}.`;
}

type Columns = readonly Column<KeyResultReport>[];

function columnsOf(objective: ObjectiveReport, { time, today }: Part): Columns {
  if (time === 'over') return endedColumns(objective, today);
  const columns = runningColumns(objective, today);
  // Before the first day there is nothing to be behind.
  return time === 'before' ? columns.filter(({ name }) => name !== 'Score' && name !== 'Plan today') : columns;
}

function runningColumns(objective: ObjectiveReport, today: string): Columns {
  return [
    { name: 'Key result', cell: titleCell(objective) },
    { name: 'From', right: true, cell: fromCell },
    { name: 'To', right: true, cell: each => toCell(each, today) },
    { name: 'Now', right: true, cell: nowCell },
    { name: 'Plan today', right: true, cell: each => plannedCell(each, today) },
    { name: 'Forecast', right: true, cell: each => forecastCell(each, today) },
    { name: 'Score', right: true, cell: scoreCell },
    { name: 'Sure', right: true, cell: ({ confidence }) => sure(confidence) },
    { name: 'Status', cell: standing },
  ];
}

function endedColumns(objective: ObjectiveReport, today: string): Columns {
  return [
    { name: 'Key result', cell: titleCell(objective) },
    { name: 'From', right: true, cell: fromCell },
    { name: 'To', right: true, cell: each => toCell(each, today) },
    { name: 'Ended at', right: true, cell: nowCell },
    { name: 'Score', right: true, cell: scoreCell },
    { name: 'Ours', right: true, cell: ({ grade, judged }) => (judged ? '' : score(grade?.grade ?? null)) },
    { name: 'Verdict', cell: standing },
    { name: 'Sure at start', right: true, cell: ({ firstConfidence }) => sure(firstConfidence) },
    { name: 'Sure at end', right: true, cell: ({ confidence }) => sure(confidence) },
  ];
}

function titleCell(objective: ObjectiveReport): (keyResult: KeyResultReport) => string {
  return ({ title, owner, dropped }) => {
    const name = title || 'A key result without a title';
    const who = owner === null || owner === objective.owner ? '' : ` (${plain(owner)})`;
    return `${struckIf(dropped, name)}${who}`;
  };
}

/** What people said last, of the objective and of each key result; of what was dropped, why; and what they learned. */
function lastWords(objective: ObjectiveReport, { today, time }: Part): string {
  const { lastNote, grade, keyResults, reflections } = objective;
  const lines = [
    ...(lastNote === null
      ? []
      : [`${said(lastNote.date, lastNote.by ?? objective.owner, today)}: ${plain(lastNote.note)}`]),
    ...(grade === null || grade.why === '' ? [] : [`Our own grade: ${plain(grade.why)}`]),
    ...keyResults.flatMap(keyResult => lastWord(keyResult, today, time === 'over')),
    ...reflections.map(text => `We learned: ${plain(text)}`),
  ];
  return lines.map(line => sentence(`- ${line}`)).join('\n');
}

/** What a key result shares with another is told there. */
function lastWord(keyResult: KeyResultReport, today: string, isOver: boolean): string[] {
  const { title, lastNote, dropped, grade, judged, follows } = keyResult;
  if (dropped !== null) return [`${bold(title)}, ${letGoOn(dropped, `on ${on(dropped.date, today)}`)}`];
  if (isOver && grade !== null && grade.why !== '' && !judged)
    return [`${bold(title)}, our grade: ${plain(grade.why)}`];
  if (follows !== null) return [`${bold(title)} is shared with ${plain(follows)}`];
  return lastNote === null
    ? []
    : [`${bold(title)}, ${said(lastNote.date, lastNote.by, today)}: ${plain(lastNote.note)}`];
}

/** What waits is not crossed out. */
function struckIf(dropped: ObjectiveReport['dropped'], title: string): string {
  return dropped === null || isPaused(dropped) ? plain(title) : struck(title);
}

function said(date: string, by: string | null, today: string): string {
  return by === null ? shortDay(date, today) : `${shortDay(date, today)} ${plain(by)}`;
}
