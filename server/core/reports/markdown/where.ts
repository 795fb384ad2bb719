/** Where a key result stands, in words that go on: `37 colleagues, where the plan for today is 55 and the target 60,` */
import type { KeyResultReport } from '../report.ts';
import { counted, inWords, were } from './english.ts';
import { amount, bare, held, planned, score, workedOut } from './figures.ts';

export function whereItStands(keyResult: KeyResultReport, today: string): string {
  const { measure, value, expected } = keyResult;
  const plan = planned(keyResult, today);
  const now =
    value === null || measure === null || measure.kind === 'milestones' ? 'no value yet' : amount(value, measure.unit);
  switch (measure?.kind) {
    case 'from-to':
      return plan === null || measure.to === null
        ? `${now},`
        : `${now}, where the plan for today is ${workedOut(plan, keyResult)} and the target ${bare(measure.to, measure.unit)},`;
    case 'keep':
      return `${now}, which should be ${held(measure)},`;
    case 'milestones':
      return `${measure.done === 0 ? 'none' : inWords(measure.done)} of ${counted(measure.total, 'milestone')} done${plan === null ? '' : `, where ${plan === 0 ? 'none was' : `${inWords(plan)} ${were(plan)}`} due by now`},`;
    case undefined:
      return `judged at ${score(keyResult.score)}${expected === null ? '' : `, where ${score(expected)} is expected by now`},`;
  }
}

/** The same as the end of a sentence. */
export function whereItStandsNow(keyResult: KeyResultReport, today: string): string {
  return whereItStands(keyResult, today).replace(/,$/, '');
}
