/** Whatever can happen to an objective or a key result, by what it is called; and what somebody wants to know before. */
import { toIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { referenceTo, standingInShort, titleOf } from '../features/naming.ts';
import type { Day } from '../model/elements.ts';
import {
  type Goal,
  isKeyResult,
  type KeyResultEntry,
  type KpiEntry,
  type ObjectiveEntry,
  objectiveOf,
} from '../model/entry.ts';
import { teamInfo } from '../model/teams.ts';
import { mention, placeOf } from '../reports/written.ts';
import type { HappeningSubject, What } from '../requests/happening.ts';
import { isOver } from '../scores/pace.ts';
import { block, blockedSince, unblock } from './block.ts';
import { drop, resume } from './drop.ts';
import { handOver, leftOn } from './hand-over.ts';
import { dropOn, type Happening, lifeOf, ownerOf, type Told } from './happening.ts';
import { Refusal } from './insertion.ts';
import { moveTarget, targetOn } from './move-target.ts';
import { sharable, shareKeyResult } from './share-key-result.ts';

/** What some of them need beside the reason. */
export interface Detail {
  /** Where the target is to be, or who has it from now on. */
  readonly value: string;
  /** The objective that a key result is shared with. */
  readonly into: ObjectiveEntry | undefined;
}

/** @throws Refusal where it cannot happen */
export function happening(
  context: FeatureContext,
  what: What,
  goal: Goal,
  told: Told,
  { value, into }: Detail,
): Happening {
  switch (what) {
    case 'drop':
      return drop(context, goal, told);
    case 'resume':
      return resume(context, goal, told);
    case 'block':
      return block(context, goal, told);
    case 'unblock':
      return unblock(context, goal, told);
    case 'target':
      return moveTarget(context, goal, told, value);
    case 'hand-over':
      return handOver(context, goal, told, value);
    case 'share':
      return shareKeyResult(context, goal, told, into);
  }
}

/** Whether it can happen on a day; what cannot is refused with its reason when somebody asks for it all the same. */
export function canHappen(context: FeatureContext, what: What, goal: Goal, day: Day): boolean {
  const life = lifeOf(context, goal);
  if ((life.first !== undefined && day < life.first) || isOver(life, day)) return false;
  const dropped = dropOn(goal, day);
  if (what === 'resume') return dropped?.isOwn === true;
  if (dropped !== undefined) return false;
  const isFollowing = isKeyResult(goal) && goal.keyResult.follows !== undefined;
  switch (what) {
    case 'drop':
      return true;
    case 'share':
      return isKeyResult(goal);
    case 'hand-over':
      return !isFollowing;
    case 'target':
      return !isFollowing && targetOn(goal, day) !== undefined;
    case 'block':
      return !isFollowing && blockedSince(goal, day) === undefined;
    case 'unblock':
      return !isFollowing && blockedSince(goal, day) !== undefined;
  }
}

/** Most that a list shows. */
const MOST_OBJECTIVES = 200;

/** @throws Refusal where it cannot happen to it today, whatever else is said */
export function happeningSubject(context: FeatureContext, what: What, goal: Goal): HappeningSubject {
  const { workspace } = context;
  const today = workspace.today.get();
  if (!canHappen(context, what, goal, today)) refuse(context, what, goal, today);
  const objective = objectiveOf(goal);
  const objectives = what === 'share' ? sharable(context, goal as KeyResultEntry, MOST_OBJECTIVES) : [];
  if (what === 'share' && objectives.length === 0)
    throw new Refusal('There is no other objective of its time that it could be shared with.');
  return {
    title: titleOf(context, goal),
    ref: referenceTo(goal) ?? null,
    standing: standingInShort(context, goal),
    owner: mention(ownerOf(goal)),
    target: targetOn(goal, today) ?? null,
    people: candidates(context, goal).map(handle => `@${handle}`),
    objectives: objectives.map(each => ({
      title: titleOf(context, each),
      ref: referenceTo(each) ?? null,
      place: placeOf(each, each.element.line),
    })),
    today: toIso(today),
    place: placeOf(objective, isKeyResult(goal) ? goal.keyResult.line : objective.element.line),
  };
}

/** What it is refused with, were the rest said. */
function refuse(context: FeatureContext, what: What, goal: Goal, day: Day): never {
  happening(context, what, goal, { day, why: 'asked', by: '' }, { value: '', into: undefined });
  throw new Refusal('This cannot happen to it.');
}

/** A KPI can be handed over; nothing else that is listed here happens to one. */
export function kpiHandOverSubject(context: FeatureContext, kpi: KpiEntry): HappeningSubject {
  const { owner, line } = kpi.element;
  return {
    title: titleOf(context, kpi),
    ref: referenceTo(kpi) ?? null,
    standing: standingInShort(context, kpi),
    owner: mention(owner),
    target: null,
    people: ofTeam(context, kpi.team)
      .filter(handle => handle !== owner && isHere(context, handle))
      .map(handle => `@${handle}`),
    objectives: [],
    today: toIso(context.workspace.today.get()),
    place: placeOf(kpi, line),
  };
}

function ofTeam({ workspace }: FeatureContext, team: string | null | undefined): string[] {
  const info = typeof team === 'string' ? teamInfo(workspace, team) : undefined;
  return info === undefined ? [] : [...info.members, ...(info.lead === undefined ? [] : [info.lead])];
}

/** Who could have it next: who helps, then those of its team, then everyone else who has something there. */
export function candidates(context: FeatureContext, goal: Goal): string[] {
  const objective = objectiveOf(goal);
  const helpers = isKeyResult(goal) ? [...goal.keyResult.with, ...objective.element.with] : objective.element.with;
  const owners = [objective.element.owner, ...objective.element.keyResults.map(({ owner }) => owner)];
  const all = [...helpers, ...ofTeam(context, objective.team), ...owners];
  const others = new Set(all.filter(handle => handle !== undefined).filter(handle => isHere(context, handle)));
  others.delete(ownerOf(goal) ?? '');
  return [...others];
}

function isHere({ workspace }: FeatureContext, handle: string): boolean {
  return leftOn(workspace, handle, workspace.today.get()) === undefined;
}
