/**
 * Who points to whom, and where that leads round. What can be on no circle is peeled off, for the whole workspace at
 * once: walking from each element would take the square of the length of a chain.
 */
import { Memo, untracked } from '../model/cells.ts';
import type { RefText } from '../model/elements.ts';
import { type Entry, isKeyResult } from '../model/entry.ts';
import { fromEntry, resolveGoal, resolveInitiative, resolveKpi } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

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
  private readonly links = new WeakMap<Entry, Memo<readonly Link[]>>();
  private readonly cores: Readonly<Record<Relation, Memo<Core>>>;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    const core = (relation: Relation) => new Memo(() => this.coreOf(relation), isSameCore);
    this.cores = { supports: core('supports'), needs: core('needs'), value: core('value') };
  }

  stop(entry: Entry, keyResult: number | undefined): Stop {
    let stops = this.stops.get(entry);
    if (stops === undefined) {
      stops = [];
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
    const core = this.cores[relation].get();
    if (!core.has(from)) return undefined;
    const to = this.target(relation, from, ref, isKpi);
    return to && wayBack(core, from, to);
  }

  /** Where a reference leads. Whoever supports another objective's key result supports that objective. */
  private target(relation: Relation, { entry }: Stop, ref: RefText, isKpi: boolean): Stop | undefined {
    const { workspace } = this;
    if (isKpi) {
      const kpi = resolveKpi(workspace, ref, entry);
      return kpi && this.stop(kpi, undefined);
    }
    const goal = resolveGoal(workspace, ref, fromEntry(entry));
    if (goal === undefined) {
      const initiative = relation === 'needs' ? resolveInitiative(workspace, ref, entry) : undefined;
      return initiative && this.stop(initiative, undefined);
    }
    if (!isKeyResult(goal)) return this.stop(goal, undefined);
    const isWhole = relation === 'supports' && goal.objective !== entry;
    return this.stop(goal.objective, isWhole ? undefined : goal.objective.element.keyResults.indexOf(goal.keyResult));
  }

  /** What can be on a circle: whatever points to nothing, or is pointed to by nothing, cannot. */
  private coreOf(relation: Relation): Core {
    // What points where is on the surface of entries, and `entries` changes with it; cycles are a matter of settings too.
    const entries = this.workspace.entries.get();
    this.workspace.settings.shared;
    const targets = untracked(() => this.targetsOf(entries, relation));
    peel(targets);
    peel(reversed(targets), targets);
    return targets.size === 0 ? nowhere : targets;
  }

  private targetsOf(entries: Iterable<Entry>, relation: Relation): Map<Stop, Stop[]> {
    const targets = new Map<Stop, Stop[]>();
    const point = (from: Stop, to: Stop) => {
      const known = targets.get(from);
      if (known === undefined) targets.set(from, [to]);
      else if (!known.includes(to)) known.push(to);
    };
    for (const entry of entries) {
      for (const { relation: each, from, to } of this.linksOf(entry)) {
        if (each !== relation) continue;
        point(from, to);
        // What an objective needs or supports, its key results do with it; a value is each key result's own.
        if (relation !== 'value' && from.keyResult !== undefined) point(this.stop(entry, undefined), from);
      }
    }
    return targets;
  }

  private linksOf(entry: Entry): readonly Link[] {
    const { type } = entry.facts.peek();
    if (type === 'team' || type === 'cycle' || type === 'person') return none;
    let memo = this.links.get(entry);
    if (memo === undefined) {
      if (!hasPointers(entry)) return none;
      memo = new Memo(() => this.resolveLinks(entry));
      this.links.set(entry, memo);
    }
    return memo.get();
  }

  private resolveLinks(entry: Entry): readonly Link[] {
    const links: Link[] = [];
    // Read without depending: what is read here is on the surface, and another surface is another entry.
    const element = entry.facts.peek();
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
    return links;
  }
}

const none: readonly never[] = [];

function hasPointers(entry: Entry): boolean {
  const element = entry.facts.peek();
  const keyResults = element.type === 'objective' ? element.keyResults : none;
  return [element, ...keyResults].some(
    facts =>
      ('supports' in facts && facts.supports.length > 0) ||
      ('needs' in facts && facts.needs.length > 0) ||
      ('follows' in facts && facts.follows !== undefined) ||
      ('kpi' in facts && facts.kpi !== undefined),
  );
}

/** Takes out what points to nothing, again and again; out of `also`, too. */
function peel(targets: Map<Stop, Stop[]>, also?: Map<Stop, Stop[]>): void {
  const sources = reversed(targets);
  const open = new Map([...targets].map(([stop, { length }]) => [stop, length]));
  const done = [...sources.keys()].filter(stop => !targets.has(stop));
  for (let stop = done.pop(); stop !== undefined; stop = done.pop()) {
    for (const source of sources.get(stop) ?? []) {
      const left = (open.get(source) as number) - 1;
      open.set(source, left);
      if (left === 0) done.push(source);
    }
  }
  for (const [stop, left] of open) {
    if (left > 0) continue;
    targets.delete(stop);
    also?.delete(stop);
  }
  const rest = also ?? targets;
  for (const [stop, to] of rest)
    rest.set(
      stop,
      to.filter(each => rest.has(each)),
    );
}

function reversed(targets: ReadonlyMap<Stop, readonly Stop[]>): Map<Stop, Stop[]> {
  const sources = new Map<Stop, Stop[]>();
  for (const [from, all] of targets) {
    for (const to of all) {
      const known = sources.get(to);
      if (known === undefined) sources.set(to, [from]);
      else known.push(from);
    }
  }
  return sources;
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
