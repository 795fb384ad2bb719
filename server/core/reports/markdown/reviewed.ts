/** When the cycle is over: what we made, what we say of it ourselves, and what missed by most. */
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
  const judged = ownGoals(part).filter(({ keyResult }) => keyResult.verdict !== null);
  const achieved = judged.filter(({ keyResult }) => keyResult.verdict === 'achieved').length;
  if (judged.length === 0) return '';
  if (judged.length === 1) return `we ${achieved === 1 ? 'made' : 'missed'} the one key result`;
  if (achieved === judged.length) return `we made ${achieved === 2 ? 'both' : `all ${inWords(achieved)}`} key results`;
  return `we made ${achieved === 0 ? 'none' : inWords(achieved)} of ${counted(judged.length, 'key result')}`;
}

/** `the score is 0.30, our own grade 0.60`: of several the mean, by weight as everywhere. */
function scored({ score, objectives }: Part): string {
  if (score === null) return '';
  const graded = objectives.filter(({ grade, dropped, weight }) => grade !== null && dropped === null && weight > 0);
  if (graded.length === 0) return `the score is ${showScore(score)}`;
  const weight = graded.reduce((sum, each) => sum + each.weight, 0);
  const mean = graded.reduce((sum, { grade, weight: own }) => sum + own * (grade?.grade ?? 0), 0) / weight;
  return `the score is ${showScore(score)}, our own ${graded.length === 1 ? 'grade' : 'grades come to'} ${showScore(mean)}`;
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
function endedAt({ measure, value }: KeyResultReport): string {
  if (value === null || measure === null || measure.kind === 'milestones') return '';
  const wanted = measure.kind === 'keep' ? held(measure) : measure.to === null ? '' : bare(measure.to, measure.unit);
  return wanted === '' ? '' : `${amount(value, measure.unit)} and should have been ${wanted}`;
}
