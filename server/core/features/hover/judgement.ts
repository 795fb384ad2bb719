/** What people judged: confidence, grades, statuses, weights. */
import type { Statement } from '../../../../grammar/tree.ts';
import type { Goal } from '../../model/entry.ts';
import { isKeyResult } from '../../model/entry.ts';
import { showPercent, showScore } from '../../scores/rounding.ts';
import { standingOf } from '../../standing/standings.ts';
import type { FeatureContext } from '../context.ts';
import { bar, blocks, facts } from '../markdown.ts';
import type { Part } from '../parts.ts';
import { ofTen, quantity, shortDay, statusInWords } from '../words.ts';
import { innerWordCard } from './keyword.ts';

export function shareCard(
  context: FeatureContext,
  { share: { share }, role }: Extract<Part, { is: 'share' }>,
  statement: Statement,
  goal: Goal | undefined,
): string {
  if (role === 'grade') return gradeCard(context, share, goal);
  const day = 'date' in statement ? statement.date?.day : undefined;
  const today = context.workspace.today.get();
  const checkins = goal === undefined ? [] : (isKeyResult(goal) ? goal.keyResult : goal.element).checkins;
  const before = checkins.filter(each => each.confidence !== undefined && day !== undefined && each.day < day).at(-1);
  const moved =
    before?.confidence === undefined ? undefined : `${ofTen(before.confidence)} on ${shortDay(before.day, today)}`;
  return blocks(`${bar(share)} **${ofTen(share)}** sure to make it`, facts([['Before', moved]]));
}

function gradeCard(context: FeatureContext, grade: number, goal: Goal | undefined): string {
  const standing = goal === undefined ? undefined : standingOf(context.standings, goal);
  const achieved =
    standing === undefined ? undefined : context.workspace.settings.shared.thresholds[standing.kind].achieved;
  const aim =
    standing === undefined
      ? undefined
      : achieved === undefined
        ? 'learning: nothing to achieve'
        : `${standing.kind}: achieved from ${showScore(achieved)}`;
  const beside = standing?.score === undefined || standing.judged ? undefined : showScore(standing.score);
  return blocks(
    [`${bar(grade)} **${showScore(grade)}** in your own judgement`, aim].filter(part => part !== undefined).join(' · '),
    facts([['Computed', beside]]),
  );
}

export function statusCard(
  context: FeatureContext,
  status: Extract<Part, { is: 'status' }>['status'],
  goal: Goal | undefined,
): string {
  const standing = goal === undefined ? undefined : standingOf(context.standings, goal);
  const pace =
    standing === undefined || standing.computedStatus === 'pending'
      ? undefined
      : `${statusInWords(standing.computedStatus)} today`;
  return blocks(`**${statusInWords(status)}**`, innerWordCard(status)?.split('\n\n')[0], facts([['By pace', pace]]));
}

/** `**2** of 6: 33% of the objective` */
export function weightCard(weight: number, all: readonly number[], of: string): string {
  const sum = all.reduce((total, each) => total + each, 0);
  return sum > 0
    ? `**${quantity(weight, '')}** of ${quantity(sum, '')}: ${showPercent(weight / sum)} of the ${of}`
    : 'Nothing here weighs anything: nothing can be scored';
}
