/** Lets an objective or a key result go, or pauses it, and takes it up again. */
import { dayInWords } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Goal } from '../model/entry.ts';
import { dropOn, factOf, type Happening, refuseUnlessOpen, refuseWhileDropped, type Told } from './happening.ts';
import { Refusal } from './insertion.ts';

/** `dropped DATE: Why` @throws Refusal where it is dropped already */
export function drop(context: FeatureContext, goal: Goal, told: Told): Happening {
  refuseUnlessOpen(context, goal, told);
  refuseWhileDropped(context, goal, told.day, ' already.');
  return changing(goal, told, 'dropped');
}

/** `resumed DATE: Why` @throws Refusal where it runs */
export function resume(context: FeatureContext, goal: Goal, told: Told): Happening {
  refuseUnlessOpen(context, goal, told);
  const dropped = dropOn(goal, told.day);
  if (dropped === undefined) throw new Refusal('It runs: there is nothing to take up again.');
  if (!dropped.isOwn) {
    const since = dayInWords(dropped.day, context.workspace.today.get());
    throw new Refusal(`Its objective was dropped on ${since}: take that one up again.`);
  }
  return changing(goal, told, 'resumed');
}

/** Of several of one day the last counts, and lines in no order may put another one last. */
function changing(goal: Goal, told: Told, kind: 'dropped' | 'resumed'): Happening {
  const { edits, uri, line, read } = factOf(goal, kind, told);
  const later = read.parent?.body.some(
    each =>
      (each.kind === 'dropped' || each.kind === 'resumed') && each.line > read.line && each.date?.day === told.day,
  );
  if (later === true)
    throw new Refusal('Another line of that day comes after this one: put its lines into the order of days first.');
  return { edits, uri, line };
}
