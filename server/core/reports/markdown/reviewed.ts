/** When the cycle is over: what we made, what we say of it ourselves, and what missed by most. */
import { weightedMean } from '../../scores/mean.ts';
import { showScore } from '../../scores/rounding.ts';
import type { KeyResultReport } from '../report.ts';
import { are, capital, counted, inWords } from './english.ts';
import { amount, bare, held } from './figures.ts';
import { ownGoals, type Part } from './parts.ts';
import { quoted } from './text.ts';

/** @param dropped what was let go, in words; empty for nothing */
export function reviewed(part: Part, dropped: string): readonly string[] {
  const clauses = [made(part), scored(part), dropped].filter(clause => clause !== '');
  return [
    clauses.length === 0 ? 'It ended without a score.' : `${capital(clauses.join('; '))}.`,
    objectivesMade(part),
    furthestFromTarget(part),
  ];
}

/** `we made one of four key results` */
function made(part: Part): string {
  const { judged, achieved } = verdicts(part);
  if (judged === 0) return '';
  if (judged === 1) return `we ${achieved === 1 ? 'made' : 'missed'} the one key result`;
  if (achieved === judged) return `we made ${achieved === 2 ? 'both' : `all ${inWords(achieved)}`} key results`;
  return `we made ${achieved === 0 ? 'none' : inWords(achieved)} of ${counted(judged, 'key result')}`;
}

/** `the score is 0.30, our own grade 0.60` */
function scored({ score, objectives }: Part): string {
  if (score === null) return '';
  const grade = ownGrade({ objectives });
  if (grade === undefined) return `the score is ${showScore(score)}`;
  const several = objectives.filter(({ grade: own, dropped }) => own !== null && dropped === null).length > 1;
  return `the score is ${showScore(score)}, our own ${several ? 'grades come to' : 'grade'} ${showScore(grade)}`;
}

/** What people gave; the mean, by weight as everywhere. */
export function ownGrade({ objectives }: Pick<Part, 'objectives'>): number | undefined {
  return weightedMean(
    objectives.filter(({ dropped }) => dropped === null),
    ({ grade }) => grade?.grade,
  );
}

/** `4 of 5` key results */
export function madeOf(part: Part): string {
  const { judged, achieved } = verdicts(part);
  return judged === 0 ? '' : `${achieved} of ${judged}`;
}

function verdicts(part: Part): { readonly judged: number; readonly achieved: number } {
  const all = ownGoals(part).map(({ keyResult }) => keyResult.verdict);
  return {
    judged: all.filter(verdict => verdict !== null).length,
    achieved: all.filter(verdict => verdict === 'achieved').length,
  };
}

function objectivesMade({ objectives }: Part): string {
  const judged = objectives.filter(({ verdict }) => verdict !== null).length;
  const achieved = objectives.filter(({ verdict }) => verdict === 'achieved').length;
  if (judged < 2) return '';
  if (achieved === judged) return `${judged === 2 ? 'Both' : `All ${inWords(judged)}`} objectives are achieved.`;
  return `${capital(achieved === 0 ? 'none' : inWords(achieved))} of ${counted(judged, 'objective')} ${are(achieved || 1)} achieved.`;
}

function furthestFromTarget(part: Part): string {
  const missed = ownGoals(part)
    .map(({ keyResult }) => keyResult)
    .filter(({ verdict, value }) => verdict === 'missed' && value !== null);
  const [worst] = missed.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const end = worst && endedAt(worst);
  return end ? `Furthest from its target is ${quoted(worst.title)}, which ended at ${end}.` : '';
}

/** `35 points and should have been 40` */
export function endedAt({ measure, value }: KeyResultReport): string {
  if (value === null || measure === null || measure.kind === 'milestones') return '';
  const wanted = measure.kind === 'keep' ? held(measure) : measure.to === null ? '' : bare(measure.to, measure.unit);
  return wanted === '' ? '' : `${amount(value, measure.unit)} and should have been ${wanted}`;
}
