/** What is to be decided: this week while the cycle runs, and of each key result when it is over. */
import { reaches } from '../../scores/tolerance.ts';
import { formatEstimate, unitOfChange } from '../../scores/value-text.ts';
import { oldPaceOf } from '../../wording/old-pace.ts';
import { weekly } from '../../wording/weekly.ts';
import { withSign } from '../../wording/words.ts';
import type { InitiativeReport, KeyResultReport, KpiReport, Report } from '../report.ts';
import { capital, on, timeInWords } from './english.ts';
import { bare, score, sure, workedOut } from './figures.ts';
import { type Goal, ownerOf, ownGoals, type Part, runningGoals } from './parts.ts';
import { isUnmeasured, SLOW, standing, statusWord } from './standing.ts';
import { bold, plain, quoted, sentence } from './text.ts';
import { whereItStandsNow } from './where.ts';

/** Less sure than this of something at risk, and it is on the way to be missed. */
const UNSURE = 0.5;
/** Reached while more than this share of the time is left: it asked too little. */
const EARLY = 0.25;

export function toDecide(part: Part): string {
  const { objectives, initiatives, kpis } = part.report;
  const urgent = runningGoals(part).toSorted((a, b) => urgency(a.keyResult) - urgency(b.keyResult));
  const questions = [
    ...urgent.flatMap(goal => onKeyResult(goal, part)),
    ...objectives
      .filter(({ keyResults, supporters, dropped }) => dropped === null && keyResults.length + supporters.count === 0)
      .map(({ title, owner }) => `${bold(title)}${by(owner)} has no key results. How will we know?`),
    ...initiatives.filter(({ overdue }) => overdue).map(initiative => onInitiative(initiative, part.today)),
    ...kpis.flatMap(onKpi),
  ];
  return questions.map(question => `- ☐ ${question}`).join('\n');
}

/** After the end: a line for each key result that was pursued to it. */
export function goOn(part: Part): string {
  const lines = ownGoals(part).map(({ keyResult }) => {
    const points = keyResult.score === null ? '' : ` ${score(keyResult.score)}`;
    return `- ${bold(keyResult.title)} (${standing(keyResult)}${points}): ☐ go on ☐ change ☐ let go`;
  });
  return lines.join('\n');
}

function urgency({ status, computedStatus }: KeyResultReport): number {
  if (status === 'blocked') return 0;
  if (status === 'off-track') return 1;
  return computedStatus === 'off-track' ? 2 : 3;
}

function onKeyResult(goal: Goal, part: Part): string[] {
  const { keyResult } = goal;
  const { title, status, computedStatus, blocked, confidence } = keyResult;
  const name = `${bold(title)}${by(ownerOf(goal))}`;
  const stands = () =>
    `${whereItStandsNow(keyResult, part.today)}.${outlook(keyResult, part)}${waitsFor(keyResult, part.report)}`;
  if (status === 'blocked') {
    return [
      `${name} is blocked${blocked === null ? '.' : `: ${sentence(plain(blocked))}`} Who can lift it, and by when?`,
    ];
  }
  if (isUnmeasured(keyResult)) return [`${name} has no measure. Give it one, judge it, or let it go?`];
  if (status === 'off-track' || computedStatus === 'off-track') {
    return [`${name} is off track: ${stands()}${nextStep(goal, part.report)} What do we do differently?`];
  }
  if (isShaky(keyResult)) {
    const how = confidence === null ? '' : ` We are ${sure(confidence)} sure.`;
    return [`${name} is at risk: ${stands()}${how}${nextStep(goal, part.report)} Is that enough?`];
  }
  return reachedEarly(keyResult, part)
    ? [`${name} has reached its target${timeLeft(part)}. Ask for more, or move on?`]
    : [];
}

/** At risk, and either nobody is sure of it or the numbers lead below what would be an achievement. */
function isShaky({ status, confidence, forecast, kind, measure }: KeyResultReport): boolean {
  if (status !== 'at-risk' || measure?.kind === 'keep') return false;
  const enough = kind === 'committed' ? 1 : 0.7;
  return (confidence !== null && confidence < UNSURE) || (forecast !== null && !reaches(forecast.score, enough));
}

/**
 * ` At this pace it is 51 by 31 December; to reach 60 takes +4.29 a week from now on.`; where nobody has spoken for long,
 * ` At the pace of its last value, 31 August, it would be …`
 */
function outlook(keyResult: KeyResultReport, { today }: Part): string {
  const { forecast, paceNeeded, measure, end } = keyResult;
  if (measure?.kind !== 'from-to' || measure.to === null) return '';
  const old = oldPaceOf(keyResult, today);
  const pace = old === null ? 'at this pace' : `at the pace of its last value, ${on(old, today)},`;
  if (forecast !== null && forecast.reached !== null)
    return ` ${capital(pace)} it ${old === null ? 'gets' : 'would get'} there on ${on(forecast.reached, today)}.`;
  const sentences = [
    forecast === null || end === null
      ? ''
      : `${pace} it ${old === null ? 'is' : 'would be'} ${workedOut(forecast.value, keyResult)} by ${on(end, today)}`,
    paceNeeded === null
      ? ''
      : `to reach ${bare(measure.to, measure.unit)} takes ${weekly(`${paceNeeded > 0 ? '+' : ''}${plain(formatEstimate(paceNeeded, unitOfChange(withSign(measure.unit))))}`, measure.unit)} from now on`,
  ].filter(sentence => sentence !== '');
  return sentences.length === 0 ? '' : ` ${capital(sentences.join('; '))}.`;
}

/** ` It needs “…” (@piotr), which is at risk.` where what it needs is behind as well. */
function waitsFor({ needs }: KeyResultReport, { objectives }: Report): string {
  if (needs.length === 0) return '';
  const slow = objectives
    .flatMap(objective => objective.keyResults.map(keyResult => ({ objective, keyResult })))
    .filter(({ keyResult: { ref, status } }) => SLOW.includes(status) && needs.some(need => need.ref === ref));
  return slow
    .map(
      goal =>
        ` It needs ${quoted(goal.keyResult.title)}${by(ownerOf(goal))}, which is ${statusWord(goal.keyResult.status)}.`,
    )
    .join('');
}

/** The open initiative of the key result that is due first. Those of its whole objective may be about anything in it. */
function nextStep({ keyResult, objective }: Goal, { initiatives, today }: Report): string {
  const open = initiatives.filter(({ status }) => status === 'active' || status === 'planned');
  const of = (ref: string | null) => open.filter(({ supports }) => ref !== null && supports.includes(ref));
  const [step] = of(keyResult.ref).toSorted((a, b) => ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1));
  if (step === undefined) return of(objective.ref).length > 0 ? '' : ' No initiative works on it.';
  const due = step.due === null ? '' : `, ${step.overdue ? 'which was due' : 'due'} on ${on(step.due, today)}`;
  return ` Next is ${quoted(step.title)}${by(step.owner)}${due}.`;
}

function reachedEarly({ status, kind, measure }: KeyResultReport, { report: { cycle } }: Part): boolean {
  const isEarly = cycle.elapsed !== null && 1 - cycle.elapsed > EARLY;
  return status === 'done' && kind !== 'committed' && measure?.kind === 'from-to' && isEarly;
}

function timeLeft({ report: { cycle } }: Part): string {
  return cycle.daysLeft === null ? '' : ` with ${timeInWords(cycle.daysLeft)} left`;
}

function onInitiative({ title, owner, due, status }: InitiativeReport, today: string): string {
  const stands = status === 'active' ? 'is still active' : 'has not begun';
  return `${bold(title)}${by(owner)} was due on ${on(due ?? '', today)} and ${stands}. A new date, or let it go?`;
}

function onKpi({ title, owner, health, feeds }: KpiReport): string[] {
  if ((health !== 'critical' && health !== 'watch') || feeds.length > 0) return [];
  const stands = health === 'critical' ? 'critical' : 'not healthy';
  return [`${bold(title)}${by(owner)} is ${stands}, and no key result works on it. Live with it, or make it one?`];
}

export function by(owner: string | null): string {
  return owner === null ? '' : ` (${plain(owner)})`;
}
