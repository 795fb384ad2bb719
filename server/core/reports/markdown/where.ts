/** Where a key result stands, in words that go on: `37 colleagues, where the plan for today is 55 and the target 60,` */
import type { KeyResultReport } from '../report.ts';
import { counted, inWords, were } from './english.ts';
import { amount, bare, bareEstimate, held, planned, score } from './figures.ts';

export function whereItStands(keyResult: KeyResultReport, today: string): string {
  const { measure, value, expected } = keyResult;
  const plan = planned(keyResult, today);
  const now =
    value === null || measure === null || measure.kind === 'milestones' ? 'no value yet' : amount(value, measure.unit);
  switch (measure?.kind) {
    case 'from-to':
      return plan === null || measure.to === null
        ? `${now},`
        : `${now}, where the plan for today is ${bareEstimate(plan, measure.unit)} and the target ${bare(measure.to, measure.unit)},`;
    case 'keep':
      return `${now}, which should be ${held(measure)},`;
    case 'milestones':
      return `${inWords(measure.done)} of ${counted(measure.total, 'milestone')} done, where ${inWords(plan ?? 0)} ${were(plan ?? 0)} due by now,`;
    case undefined:
      return `judged at ${score(keyResult.score)}${expected === null ? '' : `, where ${score(expected)} is expected by now`},`;
  }
}

/** The same as the end of a sentence. */
export function whereItStandsNow(keyResult: KeyResultReport, today: string): string {
  return whereItStands(keyResult, today).replace(/,$/, '');
}
