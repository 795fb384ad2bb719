/** A milestone is ticked on its line, with the day; or is open again. */
import { type LineEdit, Refusal } from '../../edits/insertion.ts';
import { tick } from '../../edits/tick.ts';
import { isDone } from '../../scores/progress.ts';
import { placed } from './lines-of-file.ts';
import type { Offer, Spot } from './offer.ts';

export function tickMilestone({ context: { workspace }, file, statement, keyResult }: Spot): Offer[] {
  if (statement.kind !== 'milestone' || statement.broken || statement.parent?.kind !== 'kr') return [];
  // Those of another key result are ticked there.
  if (keyResult === undefined || keyResult.keyResult.follows !== undefined) return [];
  const { measure } = keyResult.keyResult;
  const step = statement.parent.body.filter(({ kind }) => kind === 'milestone').indexOf(statement);
  const milestone = measure?.kind === 'milestones' ? measure.steps[step] : undefined;
  if (milestone === undefined) return [];
  const today = workspace.today.get();
  const done = !isDone(milestone, today);
  return [
    {
      title: done ? 'Tick it as done today' : 'Open it again: it is not done after all',
      kind: 'refactor.rewrite',
      edits: () => orRefused(() => tick(keyResult, { step, text: milestone.text, done }, today)),
    },
  ];

  function orRefused(write: () => LineEdit) {
    try {
      const { range, text } = write();
      return placed(file, range, text);
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.message };
      throw error;
    }
  }
}
