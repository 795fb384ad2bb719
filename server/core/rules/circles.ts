/**
 * Who points to whom, and where that leads round. What can be on no circle is peeled off, for the whole workspace at
 * once: walking from each element would take the square of the length of a chain.
 */
import { Memo, untracked } from '../model/cells.ts';
import type { RefText } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import { refsInSight } from '../model/references.ts';
import { fromEntry, locateGoal, resolveInitiative, resolveKpi } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

/** What can lead round in a circle. */
const leading = ['supports', 'needs', 'follows', 'kpi'] as const;

/** What may not lead back to itself: to take a value by `follows` and by `kpi` is one. */
export type Relation = 'supports' | 'needs' | 'value';

/** An element, or a key result of an objective. There is one object for each. */
export interface Stop {
  readonly entry: Entry;
  /** Which of the key results. */
  readonly keyResult: number | undefined;
}

interface Link {
  readonly relation: Relation;
  readonly from: Stop;
  readonly to: Stop;
}

/** For each that is left what it points to; nearly always there is none. */
type Core = ReadonlyMap<Stop, readonly Stop[]>;

const nowhere: Core = new Map();

export class Circles {
  private readonly workspace: Workspace;
  private readonly stops = new WeakMap<Entry, (Stop | undefined)[]>();
  private readonly links = new WeakMap<Entry, Memo<readonly Link[]> | 'none'>();
  private readonly cores: Readonly<Record<Relation, Memo<Core>>>;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    const links = new Memo(() => this.allLinks());
    const core = (relation: Relation) => new Memo(() => coreOf(links.get(), relation), isSameCore);
    this.cores = { supports: core('supports'), needs: core('needs'), value: core('value') };
  }

  stop(entry: Entry, keyResult: number | undefined): Stop {
    let stops = this.stops.get(entry);
    if (stops === undefined) {
      const { appearance } = entry;
      // A list that grows sets room aside for sixteen.
      stops = new Array(appearance.type === 'objective' ? appearance.keyResults.length + 1 : 1);
      this.stops.set(entry, stops);
    }
    const at = keyResult === undefined ? 0 : keyResult + 1;
    let stop = stops[at];
    if (stop === undefined) {
      stop = { entry, keyResult };
      stops[at] = stop;
    }
    return stop;
  }

  /** Who points to the next, all the way round, beginning with `from`; undefined where the reference leads nowhere back. */
  way(relation: Relation, from: Stop, ref: RefText, isKpi: boolean): readonly Stop[] | undefined {
    if (this.endsSoon(relation, from)) return undefined;
    const core = this.cores[relation].get();
    if (!core.has(from)) return undefined;
    const to = this.target(relation, from, ref, isKpi);
    return to && wayBack(core, from, to);
  }

  /** Whether all that can be reached is soon seen, and does not lead back: then nobody has to look at the whole workspace. */
  private endsSoon(relation: Relation, from: Stop): boolean {
    const reached = new Set([from]);
    for (const stop of reached) {
      for (const next of this.next(relation, stop)) {
        if (next === from || reached.size === soon) return false;
        reached.add(next);
      }
    }
    return true;
  }

  private next(relation: Relation, stop: Stop): readonly Stop[] {
    const isWhole = stop.keyResult === undefined && relation !== 'value';
    const next: Stop[] = [];
    for (const link of this.linksOf(stop.entry)) {
      if (link.relation !== relation) continue;
      if (link.from === stop) next.push(link.to);
      else if (isWhole) next.push(link.from);
    }
    return next;
  }

  /** Where a reference leads. Whoever supports another objective's key result supports that objective. */
  private target(relation: Relation, { entry }: Stop, ref: RefText, isKpi: boolean): Stop | undefined {
    const { workspace } = this;
    if (isKpi) {
      const kpi = resolveKpi(workspace, ref, entry);
      return kpi && this.stop(kpi, undefined);
    }
    const goal = locateGoal(workspace, ref, fromEntry(entry));
    if (goal === undefined) {
      const initiative = relation === 'needs' ? resolveInitiative(workspace, ref, entry) : undefined;
      return initiative && this.stop(initiative, undefined);
    }
    const { objective, kr } = goal;
    const isWhole = kr === undefined || (relation === 'supports' && objective !== entry);
    return this.stop(
      objective,
      isWhole ? undefined : objective.appearance.keyResults.findIndex(({ name }) => name === kr),
    );
  }

  private allLinks(): readonly Link[] {
    // What points where is on the surface of entries, and `entries` changes with it; cycles are a matter of settings too.
    const entries = this.workspace.entries.get();
    this.workspace.settings.shared;
    return untracked(() => {
      const all: Link[] = [];
      for (const entry of entries) {
        for (const link of this.linksOf(entry)) {
          all.push(link);
          // What an objective needs or supports, its key results do with it; a value is each key result's own.
          if (link.relation !== 'value' && link.from.keyResult !== undefined)
            all.push({ relation: link.relation, from: this.stop(entry, undefined), to: link.from });
        }
      }
      return all;
    });
  }

  private linksOf(entry: Entry): readonly Link[] {
    let memo = this.links.get(entry);
    if (memo === undefined) {
      // What it points to is on its surface: one that points to nothing never will.
      memo = refsInSight(entry, leading).length > 0 ? new Memo(() => this.resolveLinks(entry)) : 'none';
      this.links.set(entry, memo);
    }
    return memo === 'none' ? none : memo.get();
  }

  private resolveLinks(entry: Entry): readonly Link[] {
    const links: Link[] = [];
    // Read without depending: what is read here is on the surface, and another surface is another entry.
    const element = entry.appearance;
    const keyResults = element.type === 'objective' ? element.keyResults : [];
    for (const [at, facts] of [element, ...keyResults].entries()) {
      const from = this.stop(entry, at === 0 ? undefined : at - 1);
      const add = (relation: Relation, ref: RefText, isKpi: boolean) => {
        const to = this.target(relation, from, ref, isKpi);
        if (to !== undefined) links.push({ relation, from, to });
      };
      if ('supports' in facts) for (const ref of facts.supports) add('supports', ref, false);
      if ('needs' in facts) for (const { ref } of facts.needs) add('needs', ref, false);
      if ('follows' in facts && facts.follows !== undefined) add('value', facts.follows, false);
      if ('kpi' in facts && facts.kpi !== undefined) add('value', facts.kpi, true);
    }
    return links.slice();
  }
}

const none: readonly never[] = [];
/** So many stops are few: nearly every alignment has ended by then. */
const soon = 32;

/** What can be on a circle: whatever points to nothing, or is pointed to by nothing, cannot. */
function coreOf(all: readonly Link[], relation: Relation): Core {
  const links = all.filter(link => link.relation === relation);
  const forth = peeled(links, 'from', 'to');
  const left = peeled(forth, 'to', 'from');
  if (left.length === 0) return nowhere;
  const core = new Map<Stop, Stop[]>();
  for (const { from, to } of left) {
    const known = core.get(from);
    if (known === undefined) core.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  }
  return core;
}

/** The links that are left when those are taken out, again and again, after which nothing comes. */
function peeled(links: readonly Link[], from: 'from' | 'to', to: 'from' | 'to'): readonly Link[] {
  const open = new Map<Stop, number>();
  const into = new Map<Stop, Stop[]>();
  for (const link of links) {
    const [a, b] = [link[from], link[to]];
    open.set(a, (open.get(a) ?? 0) + 1);
    const known = into.get(b);
    if (known === undefined) into.set(b, [a]);
    else known.push(a);
  }
  const ends = [...into.keys()].filter(stop => !open.has(stop));
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    for (const before of into.get(end) ?? []) {
      const left = (open.get(before) as number) - 1;
      open.set(before, left);
      if (left === 0) ends.push(before);
    }
  }
  const isLeft = (stop: Stop) => (open.get(stop) ?? 0) > 0;
  return links.filter(link => isLeft(link[from]) && isLeft(link[to]));
}

/** The shortest way; an objective that only leads on to its key result is passed over. */
function wayBack(core: Core, from: Stop, to: Stop): readonly Stop[] | undefined {
  const before = new Map<Stop, Stop | undefined>([[to, undefined]]);
  for (const stop of before.keys()) {
    if (stop === from) {
      const way: Stop[] = [];
      for (let at = before.get(stop); at !== undefined; at = before.get(at)) {
        const next = way[0] ?? from;
        if (next.entry !== at.entry || at.keyResult !== undefined || next.keyResult === undefined) way.unshift(at);
      }
      return [from, ...way];
    }
    for (const next of core.get(stop) ?? []) if (!before.has(next)) before.set(next, stop);
  }
  return undefined;
}

function isSameCore(a: unknown, b: unknown): boolean {
  const [now, old] = [a as Core, b as Core];
  if (now.size !== old.size) return false;
  for (const [stop, targets] of now) {
    const known = old.get(stop);
    if (known?.length !== targets.length || targets.some((each, i) => each !== known[i])) return false;
  }
  return true;
}
