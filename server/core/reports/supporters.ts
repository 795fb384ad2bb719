/** Who says that they support an objective, and how they stand. */
import type { RefText } from '../model/elements.ts';
import { type Entry, type ObjectiveEntry, objectiveOf } from '../model/entry.ts';
import { fromEntry, resolveGoal } from '../model/resolve.ts';
import type { ObjectiveReport } from './report.ts';
import { ofType, type Selection } from './selection.ts';

export type Supporters = ObjectiveReport['supporters'];

/**
 * Objectives and key results, from anywhere in the workspace, that support an objective of a report. An objective
 * that does counts once, and not its key results as well; what is dropped counts no more.
 */
export function supportersIn({ workspace, standings, objectives }: Selection): ReadonlyMap<ObjectiveEntry, Supporters> {
  const reported = new Set<Entry>(objectives);
  // Names first: to resolve every reference of a large workspace would take longer than all the rest.
  const names = new Set(objectives.map(entry => entry.element.name));
  const scores = new Map<ObjectiveEntry, (number | undefined)[]>();
  const supported = (refs: readonly RefText[], from: ObjectiveEntry) => {
    const goals = refs
      .filter(({ name }) => names.has(name))
      .flatMap(ref => resolveGoal(workspace, ref, fromEntry(from)) ?? [])
      .map(objectiveOf);
    return new Set(goals.filter(goal => goal !== from && reported.has(goal)));
  };
  for (const entry of ofType(workspace.entries.get(), 'objective')) {
    const { supports, keyResults } = entry.element;
    const whole = supported(supports, entry);
    const parts = keyResults.map(keyResult =>
      [...supported(keyResult.supports, entry)].filter(goal => !whole.has(goal)),
    );
    if (whole.size === 0 && parts.every(goals => goals.length === 0)) continue;
    const standing = standings.objective(entry);
    if (standing.objective.dropped !== undefined) continue;
    for (const goal of whole) add(scores, goal, standing.objective.score);
    for (const [index, goals] of parts.entries()) {
      const part = standing.keyResults[index];
      if (part?.dropped === undefined) for (const goal of goals) add(scores, goal, part?.score);
    }
  }
  return new Map([...scores].map(([goal, all]) => [goal, { count: all.length, score: mean(all) }]));
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function mean(scores: readonly (number | undefined)[]): number | null {
  const known = scores.filter(score => score !== undefined);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
}
