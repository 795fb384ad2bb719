/** Who supports whom, over teams and levels: what the alignment is drawn from. */
import { toIso } from '../calendar/day.ts';
import type { RefText } from '../model/elements.ts';
import { type ObjectiveEntry, objectiveOf } from '../model/entry.ts';
import { cycleOf, fromEntry, refOf, resolveGoal } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Standings } from '../standing/standings.ts';
import { byTeam, inOrder, teamsInOrder } from './order.ts';
import type { ObjectiveReport } from './report.ts';
import { ofType, type ReportOptions, select } from './selection.ts';
import { mention, placeOf } from './written.ts';

export interface Alignment {
  /** ISO 8601. */
  readonly today: string;
  /** By team, then as they are written. */
  readonly objectives: readonly AlignedObjective[];
  readonly ties: readonly AlignmentTie[];
}

export interface AlignedObjective
  extends Pick<
    ObjectiveReport,
    'ref' | 'title' | 'team' | 'teamTitle' | 'owner' | 'score' | 'status' | 'verdict' | 'place'
  > {
  /** Of its own among all of them, and the same while lines move. */
  readonly key: string;
  /** `2026-Q4`; null in none. */
  readonly cycle: string | null;
}

/** Between two objectives there is one of each relation, however many of their key results say it. */
export interface AlignmentTie {
  /** Keys of objectives. */
  readonly from: string;
  readonly to: string;
  readonly relation: 'supports' | 'needs';
  /** The titles of the key results that say it; empty where the objective itself does. */
  readonly through: readonly string[];
}

interface Tie {
  readonly from: ObjectiveEntry;
  readonly to: ObjectiveEntry;
  readonly relation: AlignmentTie['relation'];
  readonly through: Set<string>;
}

/**
 * The objectives of a report, what they lead to in any cycle, and what leads to them: a quarter is drawn with the year
 * that it serves, a year with its quarters.
 */
export function alignmentOf(workspace: Workspace, standings: Standings, options: ReportOptions): Alignment {
  const all = allIn(workspace);
  const asked = select(workspace, standings, options).objectives;
  const ties = all.flatMap(entry => tiesOf(workspace, entry));
  const shown = new Set([...reached(asked, ties, 'from', 'to'), ...reached(asked, ties, 'to', 'from')]);
  return written(
    workspace,
    standings,
    all.filter(entry => shown.has(entry)),
    ties,
  );
}

/** Every objective of every cycle. */
export function wholeAlignment(workspace: Workspace, standings: Standings): Alignment {
  const all = allIn(workspace);
  return written(
    workspace,
    standings,
    all,
    all.flatMap(entry => tiesOf(workspace, entry)),
  );
}

function allIn(workspace: Workspace): readonly ObjectiveEntry[] {
  return byTeam(inOrder(ofType(workspace.entries.get(), 'objective')), teamsInOrder(workspace));
}

function written(
  workspace: Workspace,
  standings: Standings,
  objectives: readonly ObjectiveEntry[],
  ties: readonly Tie[],
): Alignment {
  const keys = keysOf(workspace, objectives);
  return {
    today: toIso(workspace.today.get()),
    objectives: objectives.map(entry => alignedObjective(workspace, standings, entry, keys.get(entry) ?? '')),
    ties: ties.flatMap(({ from, to, relation, through }) => {
      const ends = { from: keys.get(from), to: keys.get(to) };
      if (ends.from === undefined || ends.to === undefined) return [];
      return [{ from: ends.from, to: ends.to, relation, through: [...through] }];
    }),
  };
}

function alignedObjective(
  workspace: Workspace,
  standings: Standings,
  entry: ObjectiveEntry,
  key: string,
): AlignedObjective {
  const { element } = entry;
  const { objective: standing } = standings.objective(entry);
  const team = entry.team ?? null;
  return {
    key,
    ref: refOf(entry) ?? null,
    title: element.title,
    team,
    teamTitle: team === null ? null : teamInfo(workspace, team).title,
    cycle: cycleOf(workspace, entry)?.id ?? null,
    owner: mention(element.owner),
    score: standing.score ?? null,
    status: standing.status,
    verdict: standing.verdict ?? null,
    place: placeOf(entry, element.line),
  };
}

function tiesOf(workspace: Workspace, from: ObjectiveEntry): readonly Tie[] {
  const ties = new Map<string, Map<ObjectiveEntry, Tie>>([
    ['supports', new Map()],
    ['needs', new Map()],
  ]);
  const add = (relation: Tie['relation'], refs: readonly RefText[], through: readonly string[]) => {
    for (const ref of refs) {
      const goal = resolveGoal(workspace, ref, fromEntry(from));
      const to = goal && objectiveOf(goal);
      if (to === undefined || to === from) continue;
      const found = ties.get(relation)?.get(to);
      // What the whole objective says needs no part of it to say it again.
      if (found === undefined) ties.get(relation)?.set(to, { from, to, relation, through: new Set(through) });
      else if (found.through.size > 0) for (const title of through) found.through.add(title);
    }
  };
  for (const part of [from.element, ...from.element.keyResults]) {
    const through = part === from.element ? [] : [part.title];
    add('supports', part.supports, through);
    add(
      'needs',
      part.needs.map(({ ref }) => ref),
      through,
    );
  }
  return [...ties.values()].flatMap(each => [...each.values()]);
}

/** Some entries, and all that ties lead to from one end to the other, however far. */
function reached(
  start: readonly ObjectiveEntry[],
  ties: readonly Tie[],
  end: 'from' | 'to',
  other: 'from' | 'to',
): ReadonlySet<ObjectiveEntry> {
  const next = new Map<ObjectiveEntry, ObjectiveEntry[]>();
  for (const tie of ties) {
    const known = next.get(tie[end]);
    if (known === undefined) next.set(tie[end], [tie[other]]);
    else known.push(tie[other]);
  }
  const found = new Set(start);
  // A set goes on with what is added while it is gone through.
  for (const entry of found) for (const to of next.get(entry) ?? []) found.add(to);
  return found;
}

/** A name with its cycle, as names come again every quarter; numbered where that is still the same. */
function keysOf(workspace: Workspace, objectives: readonly ObjectiveEntry[]): ReadonlyMap<ObjectiveEntry, string> {
  const times = new Map<string, number>();
  return new Map(
    objectives.map(entry => {
      const name = [refOf(entry) ?? ` ${entry.element.title}`, cycleOf(workspace, entry)?.id ?? ''].join(' in ');
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      return [entry, before === 0 ? name : `${name} ${before + 1}`];
    }),
  );
}
