/**
 * Shares a key result with another objective, which then follows it. There it counts from the day on which it is shared,
 * and not for the time before: till then it is dropped.
 */
import { dayInWords, toIso } from '../calendar/day.ts';
import { endOfBody } from '../features/code-actions/lines-of-file.ts';
import { referenceFrom } from '../features/code-actions/standpoint.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Day } from '../model/elements.ts';
import {
  type Entry,
  type Goal,
  isKeyResult,
  isSameKeyResult,
  type KeyResultEntry,
  type ObjectiveEntry,
} from '../model/entry.ts';
import { cycleOf, fromEntry } from '../model/resolve.ts';
import { parentsOf } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import { bodyIndentation, lineBreakOf } from '../rules/lines.ts';
import { keyResultNode, keyResultNodes, type PlacedEdit, statementOf } from '../rules/rule.ts';
import { freeName, shortName } from '../titles/short-name.ts';
import { type Happening, lifeOf, refuseUnlessOpen, refuseWhileDropped, type Told } from './happening.ts';
import { Refusal } from './insertion.ts';

/** @throws Refusal where it cannot be shared, or is there already */
export function shareKeyResult(
  context: FeatureContext,
  goal: Goal,
  told: Told,
  into: ObjectiveEntry | undefined,
): Happening {
  if (!isKeyResult(goal)) throw new Refusal('A key result can be shared; an objective supports another one.');
  const { workspace, standings } = context;
  // What it follows is what everybody shares.
  const source = standings.source(goal);
  refuseUnlessOpen(context, goal, told);
  refuseWhileDropped(context, goal, told.day, ': take it up again first.');
  if (into === undefined) throw new Refusal('Say which objective it is shared with.');
  if (into === source.objective) throw new Refusal('It is a key result of this objective: choose another one.');
  refuseUnlessOpen(context, into, told);
  refuseWhileDropped(context, into, told.day, ': nothing new begins there.');
  if (followedIn(context, into).some(each => isSameKeyResult(each, source)))
    throw new Refusal('It is shared with this objective already.');

  const named = names(workspace, source);
  const reference = referenceFrom(workspace, source.objective, named.objective, named.keyResult, fromEntry(into));
  const { file, block } = into;
  const root = statementOf(into);
  if (root.broken) throw new Refusal('The first line of this objective has a mistake: mend it first.');
  const siblings = root.kind === 'objective' ? keyResultNodes(root) : [];
  const own =
    siblings[0] === undefined ? bodyIndentation(block, root) : indentation(block, siblings[0].line, siblings[0].start);
  const step = own.includes('\t') ? '\t' : '  ';
  const under = siblings[0] === undefined ? own + step : bodyIndentation(block, siblings[0]);
  const isTaken = into.element.keyResults.some(each => each.name === named.keyResult);
  const lines = [
    own + (isTaken ? 'kr' : `kr ${named.keyResult}`),
    ...[`follows ${reference}`, ...since(context, into, told)].map(line => under + line),
  ];
  const lineBreak = lineBreakOf(block);
  const at = endOfBody(block);
  const line =
    file.lineOf(
      block,
      block.lineStarts.findLastIndex(start => start <= at),
    ) + 2;
  return {
    edits: [
      ...named.edits,
      { place: { file, block, span: { start: at, end: at } }, text: lineBreak.repeat(2) + lines.join(lineBreak) },
    ],
    uri: file.uri,
    line,
  };
}

/** What an objective follows already. */
export function followedIn({ standings }: FeatureContext, objective: ObjectiveEntry): KeyResultEntry[] {
  return objective.element.keyResults
    .filter(({ follows }) => follows !== undefined)
    .map(keyResult => standings.source({ objective, keyResult }));
}

function indentation({ text, lineStarts }: ObjectiveEntry['block'], line: number, start: number): string {
  return text.slice(lineStarts[line], start);
}

/** From the first day on there is nothing to leave out, and the reason is what describes it. */
function since(context: FeatureContext, into: ObjectiveEntry, { day, why }: Told): string[] {
  const first = lifeOf(context, into).first ?? firstFact(into);
  const text = why.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (first === undefined || first >= day) return [`> ${text}`];
  return [`dropped ${toIso(first)}: Not shared before ${dayInWords(day, first)}`, `resumed ${toIso(day)}: ${text}`];
}

function firstFact({ element }: ObjectiveEntry): Day | undefined {
  const all = [element, ...element.keyResults].flatMap(({ checkins, pauses, grades }) =>
    [...checkins, ...pauses, ...grades].flatMap(({ day }) => day ?? []),
  );
  return all.length === 0 ? undefined : Math.min(...all);
}

/** What it can be referred to by, and the edits that give it a name where it has none. */
function names(
  workspace: Workspace,
  { objective, keyResult }: KeyResultEntry,
): { readonly objective: string; readonly keyResult: string; readonly edits: readonly PlacedEdit[] } {
  const { file, block } = objective;
  const edits: PlacedEdit[] = [];
  const named = (name: string | undefined, title: string, at: number, isTaken: (name: string) => boolean) => {
    if (name !== undefined) return name;
    const short = shortName(title);
    if (short === undefined) throw new Refusal('It has no name to share it by: give it one first.');
    const free = freeName(short, isTaken);
    edits.push({ place: { file, block, span: { start: at, end: at } }, text: ` ${free}` });
    return free;
  };
  const { name, title, keyResults } = objective.element;
  const ofObjective = named(
    name,
    title,
    statementOf(objective).keyword.end,
    taken => workspace.named('objective', `${objective.team ?? ''}/${taken}`).length > 0,
  );
  const ofKeyResult = named(keyResult.name, keyResult.title, keyResultNode(objective, keyResult).keyword.end, taken =>
    keyResults.some(each => each.name === taken),
  );
  return { objective: ofObjective, keyResult: ofKeyResult, edits };
}

/**
 * The objectives that it could be shared with: of its own time, running, and without it.
 * @param among what is looked at, in this order: an editor that asks at every step has no time for thousands
 */
export function sharable(
  context: FeatureContext,
  goal: KeyResultEntry,
  most: number,
  among: Iterable<Entry> = context.workspace.entries.get(),
): ObjectiveEntry[] {
  const { workspace, standings } = context;
  const source = standings.source(goal);
  const cycle = cycleOf(workspace, goal.objective)?.key;
  const found: ObjectiveEntry[] = [];
  for (const entry of among) {
    if (found.length === most) break;
    const { appearance } = entry;
    if (appearance.type !== 'objective' || entry === source.objective || entry === goal.objective) continue;
    if (entry.team === null || cycleOf(workspace, entry)?.key !== cycle) continue;
    const objective = entry as ObjectiveEntry;
    if (standings.isFinished(objective)) continue;
    const follows = appearance.keyResults.some(each => each.follows !== undefined);
    if (!follows || !followedIn(context, objective).some(each => isSameKeyResult(each, source))) found.push(objective);
  }
  return found;
}

/** The objectives of its own team, then of those above it. */
export function nearObjectives(workspace: Workspace, { objective: { team } }: KeyResultEntry, most: number): Entry[] {
  const own = team ?? undefined;
  const teams = own === undefined ? [undefined] : [own, ...parentsOf(workspace, own)];
  return teams.flatMap(each => workspace.inTeam('objective', each).slice(0, most)).slice(0, most);
}
