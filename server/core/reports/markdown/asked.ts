/** What was asked and not answered: silence, what nobody could measure, what has no reason. */
import { daysBetween } from '../../wording/words.ts';
import type { KeyResultReport } from '../report.ts';
import { on, timeInWords } from './english.ts';
import { type Goal, ownerOf, ownGoals, type Part, runningGoals } from './parts.ts';
import { isUnmeasured, statusWord } from './standing.ts';
import { plain, quoted } from './text.ts';

export function asked(part: Part): string {
  const questions = (part.time === 'over' ? ownGoals : runningGoals)(part).flatMap(goal => [
    ...(part.time === 'over' ? noReason(goal) : saidOtherwise(goal)),
    ...unknowns(goal, part),
    ...overdue(goal, part),
    ...silence(goal, part),
  ]);
  return [...questions, ...readings(part)].map(question => `- ${question}`).join('\n');
}

function noReason({ keyResult, objective }: Goal): string[] {
  const { verdict, kind, grade, title, lastNote, lastCheckin } = keyResult;
  const hasReason = [grade, objective.grade].some(each => each !== null && each.why !== '');
  if (verdict !== 'missed' || hasReason) return [];
  if (kind === 'committed') return [`We had committed to ${quoted(title)} and missed it, and nobody has said why.`];
  return lastCheckin !== null && lastNote === null && objective.lastNote === null
    ? [`We missed ${quoted(title)}, and nobody has said why.`]
    : [];
}

function saidOtherwise({ keyResult: { title, saidStatus, computedStatus, status } }: Goal): string[] {
  const isPace = ['on-track', 'at-risk', 'off-track'].includes(computedStatus);
  if (saidStatus === null || saidStatus === 'blocked' || status !== saidStatus) return [];
  return isPace && saidStatus !== computedStatus
    ? [`${quoted(title)} was said to be ${statusWord(saidStatus)}; the pace says ${statusWord(computedStatus)}.`]
    : [];
}

function unknowns({ keyResult }: Goal, { time, today }: Part): string[] {
  const { title, measure, end } = keyResult;
  if (isUnmeasured(keyResult)) {
    return time === 'over'
      ? [`${quoted(title)} had no measure and no grade: did it come true?`]
      : [
          `How would we notice${end === null ? '' : ` on ${on(end, today)}`} that ${quoted(title)} came true? It has no measure.`,
        ];
  }
  if (measure?.kind !== 'from-to') return [];
  const missing = [...(measure.from === null ? ['baseline'] : []), ...(measure.to === null ? ['target'] : [])];
  return missing.map(
    what => `The ${what} of ${quoted(title)} ${time === 'over' ? 'was never found out' : 'is not known yet'}.`,
  );
}

function overdue({ keyResult: { measure, title } }: Goal, { time, today }: Part): string[] {
  if (measure?.kind !== 'milestones' || time === 'over') return [];
  return measure.steps
    .filter(({ overdue }) => overdue)
    .map(({ text, due }) => `${quoted(text)} was due on ${on(due ?? '', today)}, a milestone of ${quoted(title)}.`);
}

function silence(goal: Goal, { today, time }: Part): string[] {
  const { keyResult } = goal;
  if (!keyResult.stale || isUnmeasured(keyResult)) return [];
  const owner = ownerOf(goal);
  const who = owner === null ? '' : ` (${plain(owner)})`;
  const until = time === 'over' ? (keyResult.end ?? today) : today;
  const last = lastHeard(keyResult, until);
  if (last === undefined)
    return [`Nobody has checked in on ${quoted(keyResult.title)}${who} ${time === 'over' ? 'even once' : 'yet'}.`];
  const days = timeInWords(daysBetween(last, until));
  return time === 'over'
    ? [`Nobody said anything about ${quoted(keyResult.title)}${who} in its last ${days}.`]
    : [`Nobody has said anything about ${quoted(keyResult.title)}${who} for ${days}, since ${on(last, today)}.`];
}

/** The last day on which something was heard of it: a check-in, a value, a grade, a milestone. */
function lastHeard({ history, measure, grade }: KeyResultReport, until: string): string | undefined {
  const steps = measure?.kind === 'milestones' ? measure.steps.map(({ doneOn }) => doneOn) : [];
  return [...history.map(({ date }) => date), ...steps, grade?.date ?? null]
    .filter(date => date !== null)
    .filter(date => date <= until)
    .toSorted()
    .at(-1);
}

function readings({ report: { kpis }, today, time }: Part): string[] {
  if (time === 'over') return [];
  return kpis
    .filter(({ stale, date }) => stale && date !== null)
    .map(
      ({ title, date, owner }) =>
        `${quoted(title)}${owner === null ? '' : ` (${plain(owner)})`} was last read on ${on(date ?? '', today)}.`,
    );
}
