/** What there is to close in a cycle: its objectives that were not dropped, each with its open key results. */

import type { Statement } from '../../../grammar/tree.ts';
import { headingOf } from '../edits/check-in.ts';
import { unreadableUnder } from '../edits/happening.ts';
import { Refusal } from '../edits/insertion.ts';
import type { FeatureContext } from '../features/context.ts';
import { referenceTo, standingInShort, titleOf } from '../features/naming.ts';
import { pathIn } from '../features/places.ts';
import { unitOf } from '../features/words.ts';
import type { CycleInfo } from '../model/cycles.ts';
import type { Grade } from '../model/elements.ts';
import {
  type Entry,
  type Goal,
  isKeyResult,
  type KeyResultEntry,
  type ObjectiveEntry,
  objectiveOf,
} from '../model/entry.ts';
import { cycleOf, fromEntry, resolveGoal } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { byTeam, inOrder, teamsInOrder } from '../reports/order.ts';
import { ofType } from '../reports/selection.ts';
import { idOf, isoOrNull, mention, placeOf } from '../reports/written.ts';
import type { ClosingSubject } from '../requests/closing.ts';
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

/** @throws Refusal where something in it cannot be read */
export function openIn(context: FeatureContext, { cycle, next, team }: CycleToClose): OpenObjective[] {
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
  const carried = new Set(wanted.filter(entry => after.some(other => carriesOn(context, other, entry))));
  const decided = new Set([...carried].map(entry => entry.team));
  const ids = new Ids();
  const opened = wanted.map(entry => {
    const isCarried = carried.has(entry);
    return openObjective(context, entry, { cycle, isCarried, isDecided: decided.has(entry.team), ids });
  });
  const order = byTeam(wanted, teamsInOrder(workspace));
  return opened.toSorted((a, b) => order.indexOf(a.goal) - order.indexOf(b.goal));
}

/** What is known of an objective before anything in it is looked at. */
interface Setting {
  readonly cycle: CycleInfo;
  readonly isCarried: boolean;
  /** Its team has begun the next cycle: what is graded and did not go on was let go. */
  readonly isDecided: boolean;
  readonly ids: Ids;
}

function openObjective(context: FeatureContext, goal: ObjectiveEntry, setting: Setting): OpenObjective {
  refuseUnreadable(context, goal, headingOf(goal));
  const { objective, keyResults } = context.standings.objective(goal);
  const open = goal.element.keyResults.flatMap((keyResult, at) => {
    const standing = keyResults[at];
    if (standing === undefined || standing.dropped !== undefined || keyResult.follows !== undefined) return [];
    return [openKeyResult(context, { objective: goal, keyResult }, standing, setting)];
  });
  const score = objective.judged ? objective.grade?.grade : objective.score;
  const subject: ClosingSubject = {
    ...describe(context, goal, { ...objective, score: objective.pending ? undefined : score }, setting),
    kind: 'objective',
    value: null,
    target: null,
    note: goal.element.checkins.at(-1)?.note || null,
    suggested: open.length > 0 ? null : suggestion(objective.grade, score, setting),
    reached: false,
  };
  return { subject, goal, keyResults: open };
}

function openKeyResult(
  context: FeatureContext,
  goal: KeyResultEntry,
  standing: KeyResultStanding,
  setting: Setting,
): OpenKeyResult {
  refuseUnreadable(context, goal.objective, headingOf(goal));
  const { measure, score, progress, pending, grade } = standing;
  const unit = unitOf(goal.keyResult.measure);
  const reached = score !== undefined && reaches(progress ?? score, 1);
  const subject: ClosingSubject = {
    ...describe(context, goal, { ...standing, score: pending === undefined ? score : undefined }, setting),
    kind: 'key result',
    value: standing.value === undefined ? null : formatValue(standing.value, unit),
    target: measure?.kind === 'from-to' && measure.to !== null ? formatValue(measure.to, unit) : null,
    note: standing.history.findLast(({ note }) => note !== '')?.note ?? null,
    suggested: suggestion(grade, reached ? 1 : undefined, setting),
    reached,
  };
  return { subject, goal, standing };
}

/** What is reached, is in the next cycle already, or was let go when it was graded, does not go on. */
function suggestion(
  grade: Grade | undefined,
  score: number | undefined,
  { cycle, isCarried, isDecided }: Setting,
): 'keep' | 'drop' {
  const wasLetGo = isDecided && grade !== undefined && isAtEnd(cycle, grade.day);
  return isCarried || wasLetGo || (score !== undefined && reaches(score, 1)) ? 'drop' : 'keep';
}

/** Whether an objective of the next cycle is one of this cycle, gone on. */
function carriesOn({ workspace }: FeatureContext, after: ObjectiveEntry, entry: ObjectiveEntry): boolean {
  if (after.team !== entry.team) return false;
  const { name, title, continues } = after.element;
  if (continues !== undefined && resolveGoal(workspace, continues, fromEntry(after)) === entry) return true;
  const own = entry.element;
  return own.name === undefined ? title === own.title : name === own.name || (title !== '' && title === own.title);
}

/** What an objective and a key result have in common. @param standing with the score that was computed, if any */
function describe(
  context: FeatureContext,
  goal: Goal,
  { grade, score, verdict, lastCheckin }: Pick<KeyResultStanding, 'grade' | 'score' | 'verdict' | 'lastCheckin'>,
  { cycle, isCarried, ids }: Setting,
) {
  const objective = objectiveOf(goal);
  const ref = referenceTo(goal) ?? null;
  const title = titleOf(context, goal);
  const line = isKeyResult(goal) ? goal.keyResult.line : objective.element.line;
  // What was judged on the way stands at the end, where there is no score.
  const suggested = grade !== undefined && isAtEnd(cycle, grade.day) ? grade.grade : (score ?? grade?.grade);
  return {
    id: ids.of(idOf(objective, cycle.id, ref ?? `${objective.element.title}\n${title}`)),
    ref,
    title,
    team: typeof objective.team === 'string' ? objective.team : null,
    teamTitle: typeof objective.team === 'string' ? teamInfo(context.workspace, objective.team).title : null,
    owner: mention((isKeyResult(goal) ? goal.keyResult.owner : undefined) ?? objective.element.owner),
    standing: standingInShort(context, goal),
    score: score ?? null,
    verdict: verdict ?? null,
    date: isoOrNull(lastCheckin),
    grade: grade === undefined ? null : showScore(grade.grade),
    gradeWhy: grade?.why || null,
    suggestedGrade: suggested === undefined ? null : showScore(suggested),
    carried: isCarried,
    place: placeOf(objective, line),
  };
}

/** @throws Refusal where something under a heading cannot be read */
export function refuseUnreadable({ workspace }: FeatureContext, entry: Entry, heading: Statement): void {
  const line = unreadableUnder(entry, heading);
  if (line !== undefined)
    throw new Refusal(`Line ${line + 1} of \`${pathIn(workspace, entry.file.uri)}\` cannot be read: mend it first.`);
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
