/** Says that an objective or a key result is blocked, and that it goes on: check-ins without a value. */
import type { SaidStatus } from '../../../grammar/tree.ts';
import { dayInWords } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Day } from '../model/elements.ts';
import { type Goal, isKeyResult } from '../model/entry.ts';
import { newest } from '../scores/series.ts';
import { standingOf } from '../standing/standings.ts';
import { refuseToFollow } from './check-in.ts';
import { factOf, type Happening, refuseUnlessOpen, refuseWhileDropped, type Told } from './happening.ts';
import { Refusal } from './insertion.ts';

/** `checkin DATE blocked: Why` @throws Refusal where it is blocked already */
export function block(context: FeatureContext, goal: Goal, told: Told): Happening {
  refuse(context, goal, told);
  const since = blockedSince(goal, told.day);
  if (since !== undefined)
    throw new Refusal(`It is blocked since ${dayInWords(since, context.workspace.today.get())} already.`);
  return saying(goal, told, 'blocked');
}

/** `checkin DATE on-track: Why`, with the status that its numbers have. @throws Refusal where it is not blocked */
export function unblock(context: FeatureContext, goal: Goal, told: Told): Happening {
  refuse(context, goal, told);
  if (blockedSince(goal, told.day) === undefined)
    throw new Refusal('Nobody said that it is blocked: there is nothing to take back.');
  return saying(goal, told, goingOn(context, goal));
}

/** The day of the check-in that says so; undefined where the newest one with a status says something else. */
export function blockedSince(goal: Goal, day: Day): Day | undefined {
  const { checkins } = isKeyResult(goal) ? goal.keyResult : goal.element;
  const said = newest(
    checkins.filter(({ status }) => status !== undefined),
    day,
  );
  return said?.status === 'blocked' ? said.day : undefined;
}

function refuse(context: FeatureContext, goal: Goal, told: Told): void {
  refuseUnlessOpen(context, goal, told);
  if (isKeyResult(goal)) refuseToFollow(goal, 'check-ins', 'change them');
  refuseWhileDropped(context, goal, told.day, ': take it up again first.');
}

function goingOn({ standings }: FeatureContext, goal: Goal): SaidStatus {
  const computed = standingOf(standings, goal)?.computedStatus;
  return computed === 'at-risk' || computed === 'off-track' ? computed : 'on-track';
}

function saying(goal: Goal, told: Told, status: SaidStatus): Happening {
  const { edits, uri, line } = factOf(goal, 'checkin', told, { status });
  return { edits, uri, line };
}
