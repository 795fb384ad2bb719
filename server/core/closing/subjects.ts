/** What there is to close in a cycle: its objectives that were not dropped, each with its open key results. */

import { unreadableIn } from '../edits/happening.ts';
import { Refusal } from '../edits/insertion.ts';
import type { FeatureContext } from '../features/context.ts';
import { referenceTo, standingInShort, titleOf } from '../features/naming.ts';
import { pathIn } from '../features/places.ts';
import { unitOf } from '../features/words.ts';
import type { CycleInfo } from '../model/cycles.ts';
import type { Grade } from '../model/elements.ts';
import { type Goal, isKeyResult, type KeyResultEntry, type ObjectiveEntry, objectiveOf } from '../model/entry.ts';
import { cycleOf, fromEntry, resolveGoal } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { byTeam, inOrder, teamsInOrder } from '../reports/order.ts';
import { ofType } from '../reports/selection.ts';
import { idOf, isoOrNull, mention, placeOf } from '../reports/written.ts';
import type { ClosingSubject } from '../requests.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import { showScore } from '../scores/rounding.ts';
import { reaches } from '../scores/tolerance.ts';
import { formatValue } from '../scores/value-text.ts';
import { type CycleToClose, isAtEnd } from './cycle-to-close.ts';

/** One element to decide on, with what it is in the workspace. */
export interface Open {
  readonly subject: ClosingSubject;
  readonly goal: Goal;
}

export interface OpenKeyResult extends Open {
  readonly goal: KeyResultEntry;
  readonly standing: KeyResultStanding;
}

export interface OpenObjective extends Open {
  readonly goal: ObjectiveEntry;
  readonly keyResults: readonly OpenKeyResult[];
}

/**
 * @param team only this one's; undefined: everyone's
 * @throws Refusal where something in it cannot be read
 */
export function openIn(context: FeatureContext, { cycle, next }: CycleToClose, team?: string): OpenObjective[] {
  const { workspace, standings } = context;
  const all = inOrder(ofType(workspace.entries.get(), 'objective'));
  const of = (each: CycleInfo) => all.filter(entry => cycleOf(workspace, entry)?.key === each.key);
  const wanted = of(cycle).filter(
    entry =>
      entry.team !== null &&
      (team === undefined || entry.team === team) &&
      standings.objective(entry).objective.dropped === undefined,
  );
  const after = of(next);
  const ids = new Ids();
  const isCarried = new Map(wanted.map(entry => [entry, after.some(other => carriesOn(context, other, entry))]));
  const decided = new Set(wanted.filter(entry => isCarried.get(entry)).map(entry => entry.team));
  const opened = wanted.map(entry => {
    refuseUnreadable(context, entry);
    const { objective, keyResults } = standings.objective(entry);
    const told = (goal: Goal, grade: Grade | undefined, score: number | undefined, pending: boolean) =>
      describe(context, goal, { cycle, grade, score: pending ? undefined : score }, ids);
    const suggestedGrade = objective.judged ? objective.grade?.grade : objective.score;
    const open = entry.element.keyResults.flatMap((keyResult, at) => {
      const standing = keyResults[at];
      if (standing === undefined || standing.dropped !== undefined || keyResult.follows !== undefined) return [];
      const goal = { objective: entry, keyResult };
      refuseUnreadable(context, goal);
      const isDecided = decided.has(entry.team) && standing.grade !== undefined && isAtEnd(cycle, standing.grade.day);
      const isMet = standing.score !== undefined && reaches(standing.progress ?? standing.score, 1);
      const subject: ClosingSubject = {
        ...told(goal, standing.grade, standing.score, standing.pending !== undefined),
        kind: 'key result',
        ...lastSaid(goal, standing),
        verdict: standing.verdict ?? null,
        suggested: isCarried.get(entry) || isDecided || isMet ? 'drop' : 'keep',
        reached: isMet,
        carried: isCarried.get(entry) === true,
      };
      return [{ subject, goal, standing }];
    });
    const isOver =
      (decided.has(entry.team) && objective.grade !== undefined && isAtEnd(cycle, objective.grade.day)) ||
      (suggestedGrade !== undefined && reaches(suggestedGrade, 1));
    const subject: ClosingSubject = {
      ...told(entry, objective.grade, suggestedGrade, objective.pending),
      kind: 'objective',
      value: null,
      target: null,
      note: entry.element.checkins.at(-1)?.note || null,
      date: isoOrNull(objective.lastCheckin),
      verdict: objective.verdict ?? null,
      suggested: open.length > 0 ? null : isCarried.get(entry) || isOver ? 'drop' : 'keep',
      reached: false,
      carried: isCarried.get(entry) === true,
    };
    return { subject, goal: entry, keyResults: open };
  });
  const order = byTeam(wanted, teamsInOrder(workspace));
  return opened.toSorted((a, b) => order.indexOf(a.goal) - order.indexOf(b.goal));
}

/** Whether an objective of the next cycle is one of this cycle, gone on. */
function carriesOn({ workspace }: FeatureContext, after: ObjectiveEntry, entry: ObjectiveEntry): boolean {
  if (after.team !== entry.team) return false;
  const { name, title, continues } = after.element;
  if (continues !== undefined && resolveGoal(workspace, continues, fromEntry(after)) === entry) return true;
  const own = entry.element;
  return own.name === undefined ? title === own.title : name === own.name || (title !== '' && title === own.title);
}

function describe(
  context: FeatureContext,
  goal: Goal,
  { cycle, grade, score }: { cycle: CycleInfo; grade: Grade | undefined; score: number | undefined },
  ids: Ids,
) {
  const objective = objectiveOf(goal);
  const ref = referenceTo(goal) ?? null;
  const title = titleOf(context, goal);
  const line = isKeyResult(goal) ? goal.keyResult.line : objective.element.line;
  const isFinal = grade !== undefined && isAtEnd(cycle, grade.day);
  // What was judged on the way stands at the end, where there is no score.
  const suggested = isFinal ? grade.grade : (score ?? grade?.grade);
  return {
    id: ids.of(idOf(objective, cycle.id, `${ref ?? objective.element.title}${ref === null ? `\n${title}` : ''}`)),
    ref,
    title,
    team: typeof objective.team === 'string' ? objective.team : null,
    teamTitle: typeof objective.team === 'string' ? teamInfo(context.workspace, objective.team).title : null,
    owner: mention((isKeyResult(goal) ? goal.keyResult.owner : undefined) ?? objective.element.owner),
    standing: standingInShort(context, goal),
    score: score ?? null,
    grade: grade === undefined ? null : showScore(grade.grade),
    gradeWhy: grade?.why || null,
    suggestedGrade: suggested === undefined ? null : showScore(suggested).replace('−', '-'),
    place: placeOf(objective, line),
  };
}

function lastSaid({ keyResult }: KeyResultEntry, standing: KeyResultStanding) {
  const { measure } = standing;
  const unit = unitOf(keyResult.measure);
  return {
    value: standing.value === undefined ? null : formatValue(standing.value, unit),
    target: measure?.kind === 'from-to' && measure.to !== null ? formatValue(measure.to, unit) : null,
    note: standing.history.findLast(({ note }) => note !== '')?.note ?? null,
    date: isoOrNull(standing.lastCheckin),
  };
}

function refuseUnreadable({ workspace }: FeatureContext, goal: Goal): void {
  const line = unreadableIn(goal);
  const { file } = objectiveOf(goal);
  if (line !== undefined)
    throw new Refusal(`Line ${line + 1} of \`${pathIn(workspace, file.uri)}\` cannot be read: mend it first.`);
}

/** Two that are called the same are told apart by their order. */
class Ids {
  readonly #seen = new Map<string, number>();

  of(id: string): string {
    const times = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, times);
    return times === 1 ? id : `${id} ${times}`;
  }
}
