/** The next cycle as it is written: each team's objectives in their file, under their headings. */
import { toIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { pathIn } from '../features/places.ts';
import type { CycleEntry, ObjectiveEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { statementOf } from '../rules/rule.ts';
import { type Carried, calledOf, writeCarried } from './carried.ts';
import { laterThan } from './carried-measure.ts';
import type { CycleToClose } from './cycle-to-close.ts';
import type { GoingOn } from './going-on.ts';
import { type Addition, Growing, nextUri } from './next-place.ts';

export interface NextCycle {
  readonly additions: readonly Addition[];
  readonly written: readonly string[];
  /** What of what goes on does not, such as a day that has passed. */
  readonly left: readonly string[];
}

export function nextCycleOf({ workspace }: FeatureContext, closing: CycleToClose, going: GoingOn): NextCycle {
  const { cycle, next, nextId } = closing;
  const later = laterThan(workspace.today.get(), next.period, cycle.period);
  const files = new Map<string, Growing>();
  const left: string[] = [];
  const written: string[] = [];
  let isDefined = next.isDefined || workspace.cycles.entries(nextId).length > 0;
  for (const [uri, group] of groups(workspace, closing, going.carried)) {
    const first = (group[0] as Carried).open.goal;
    const team = first.team ?? undefined;
    const growing = files.get(uri) ?? new Growing(workspace, uri, first.file, closing);
    files.set(uri, growing);
    const own = growing.needsOwnCycle(team) ? nextId : undefined;
    const objectives = group.map(each => {
      const { goal } = each.open;
      const leads = going.directory.written.bind(going.directory, goal);
      const text = writeCarried(each, { cycle: cycle.id, later, uri, step: growing.step, own, leads });
      left.push(...text.left.map(({ of, what }) => `${of}: ${what}`));
      return text.lines;
    });
    const dates = isDefined ? [] : [`from ${toIso(firstDay(workspace, closing))} to ?`];
    isDefined = true;
    growing.add(team, objectives, [...dates, ...rhythm(workspace, closing, first)]);
    const names = group.map(({ open }) => calledOf(open)).join(', ');
    written.push(`${pathIn(workspace, uri)}: ${names} in ${nextId}`);
  }
  return { additions: [...files.values()].flatMap(each => each.additions), written, left };
}

/** By the file that they go into and their team. Below a team's heading nothing is without one again. */
function groups(workspace: Workspace, closing: CycleToClose, carried: readonly Carried[]): [string, Carried[]][] {
  const found = new Map<string, [string, Carried[]]>();
  const outsideFirst = carried.toSorted((a, b) => Number(hasTeam(a)) - Number(hasTeam(b)));
  for (const each of outsideFirst) {
    const { file, team } = each.open.goal;
    const uri = nextUri(workspace, file, closing);
    const key = JSON.stringify([uri, team ?? null]);
    const known = found.get(key);
    if (known === undefined) found.set(key, [uri, [each]]);
    else known[1].push(each);
  }
  return [...found.values()];
}

function hasTeam({ open }: Carried): boolean {
  return typeof open.goal.team === 'string';
}

/** The day after the last one; of one that has an open end: today. */
function firstDay(workspace: Workspace, { cycle: { period } }: CycleToClose): number {
  if (period.last !== undefined) return period.last + 1;
  const today = workspace.today.get();
  return period.first === undefined ? today : Math.max(today, period.first + 1);
}

/** How often is checked in, where the heading of the old cycle said so, and none of the next one does. */
function rhythm(workspace: Workspace, { cycle, next }: CycleToClose, { team }: ObjectiveEntry): string[] {
  if (workspace.cycles.about(next, team).rhythm !== undefined) return [];
  const headings = workspace.cycles.entriesOf(cycle);
  const of = (owner: string | undefined) =>
    headings.find(entry => (entry.team ?? undefined) === owner && entry.element.rhythm !== undefined);
  const heading: CycleEntry | undefined = of(team ?? undefined) ?? of(undefined);
  const node = heading && statementOf(heading).body.find(({ kind }) => kind === 'every');
  return heading === undefined || node === undefined ? [] : [heading.block.text.slice(node.start, node.end)];
}
