/** The next cycle as it is written: each team's objectives and work in their file, under their headings. */
import { toIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { pathIn } from '../features/places.ts';
import type { CycleEntry, InitiativeEntry, ObjectiveEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { statementOf } from '../rules/rule.ts';
import { calledOf, type Written, writeCarried } from './carried.ts';
import { laterThan } from './carried-measure.ts';
import type { Manner } from './carried-properties.ts';
import type { CycleToClose } from './cycle-to-close.ts';
import type { GoingOn } from './going-on.ts';
import { type Addition, Growing, nextUri } from './next-place.ts';
import { writeWork } from './work.ts';

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
  for (const [uri, group] of groups(workspace, closing, going)) {
    const first = (group[0] as Part).entry;
    const team = first.team ?? undefined;
    const growing = files.get(uri) ?? new Growing(workspace, uri, first.file, closing);
    files.set(uri, growing);
    const own = growing.needsOwnCycle(team) ? nextId : undefined;
    const parts = own === undefined ? group : group.filter(({ entry }) => entry.appearance.type === 'objective');
    for (const { called } of group.filter(each => !parts.includes(each)))
      left.push(`${called}: this work is in no team, and below a team’s heading it would be in that one`);
    if (parts.length === 0) continue;
    const elements = parts.map(each => {
      const leads = going.directory.leads.bind(going.directory, each.entry);
      const manner = { cycle: cycle.id, nextCycle: nextId, later, uri, step: growing.step, own, leads };
      const text = each.write(manner);
      left.push(...text.left.map(({ of, what }) => `${of}: ${what}`));
      return text.lines;
    });
    const dates = isDefined ? [] : [`from ${toIso(firstDay(workspace, closing))} to ?`];
    isDefined = true;
    growing.add(team, elements, [...dates, ...rhythm(workspace, closing, first)]);
    const names = parts.map(({ called }) => called).join(', ');
    written.push(`${pathIn(workspace, uri)}: ${names} in ${nextId}`);
  }
  return { additions: [...files.values()].flatMap(each => each.additions), written, left };
}

/** An objective or work, as it is written into the next cycle. */
interface Part {
  readonly entry: ObjectiveEntry | InitiativeEntry;
  readonly called: string;
  readonly write: (manner: Manner) => Written;
}

/**
 * By the file that they go into and their team: objectives, then the work for them. Below a team's heading nothing is
 * without one again.
 */
function groups(workspace: Workspace, closing: CycleToClose, { carried, work }: GoingOn): [string, Part[]][] {
  const parts: Part[] = [
    ...carried.map(each => ({
      entry: each.open.goal,
      called: calledOf(each.open),
      write: (manner: Manner) => writeCarried(each, manner),
    })),
    ...work.map(each => ({
      entry: each.entry,
      called: each.called,
      write: (manner: Manner) => writeWork(each, manner),
    })),
  ];
  const found = new Map<string, [string, Part[]]>();
  for (const each of parts.toSorted((a, b) => Number(hasTeam(a)) - Number(hasTeam(b)))) {
    const { file, team } = each.entry;
    const uri = nextUri(workspace, file, closing);
    const key = JSON.stringify([uri, team ?? null]);
    const known = found.get(key);
    if (known === undefined) found.set(key, [uri, [each]]);
    else known[1].push(each);
  }
  return [...found.values()];
}

function hasTeam({ entry }: Part): boolean {
  return typeof entry.team === 'string';
}

/** The day after the last one; of one that has an open end: today. */
function firstDay(workspace: Workspace, { cycle: { period } }: CycleToClose): number {
  if (period.last !== undefined) return period.last + 1;
  const today = workspace.today.get();
  return period.first === undefined ? today : Math.max(today, period.first + 1);
}

/** How often is checked in, where the heading of the old cycle said so, and none of the next one does. */
function rhythm(workspace: Workspace, { cycle, next }: CycleToClose, { team }: Part['entry']): string[] {
  if (workspace.cycles.about(next, team).rhythm !== undefined) return [];
  const headings = workspace.cycles.entriesOf(cycle);
  const of = (owner: string | undefined) =>
    headings.find(entry => (entry.team ?? undefined) === owner && entry.element.rhythm !== undefined);
  const heading: CycleEntry | undefined = of(team ?? undefined) ?? of(undefined);
  const node = heading && statementOf(heading).body.find(({ kind }) => kind === 'every');
  return heading === undefined || node === undefined ? [] : [heading.block.text.slice(node.start, node.end)];
}
