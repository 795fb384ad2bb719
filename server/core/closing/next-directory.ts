/** The workspace as it would be with the next cycle in it: where references are looked up before anything is written. */
import type { Reference, Statement } from '../../../grammar/tree.ts';
import { type Led, lookUp } from '../features/renaming/lookup.ts';
import type { Element } from '../model/elements.ts';
import { Entry, type InitiativeEntry, type ObjectiveEntry } from '../model/entry.ts';
import { inReadingOrder } from '../model/order.ts';
import { refText } from '../model/read-facts.ts';
import type { Directory } from '../model/resolve.ts';
import { fromEntry, refToText } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { dropOf } from '../standing/dropped.ts';
import type { CycleToClose } from './cycle-to-close.ts';

/** An objective or work that goes on, by what it is called there. */
export interface Going {
  readonly entry: ObjectiveEntry | InitiativeEntry;
  /** The names of its key results that go on. */
  readonly keyResults: ReadonlySet<string>;
}

/** Where a reference leads from the next cycle. */
export interface Leads {
  /** As it is written there. */
  readonly text: string;
  /** It leads nowhere yet: whose it is has still to close their cycle, or to write the next one. */
  readonly waits: boolean;
}

export class NextDirectory implements Directory {
  readonly cycles: Workspace['cycles'];
  readonly teams: Workspace['teams'];
  private readonly workspace: Workspace;
  private readonly closing: CycleToClose;
  /** All that is closed, of which nothing is still to come. */
  private readonly closed: ReadonlySet<Entry>;
  /** What goes on, as it is there. */
  private readonly there = new Map<Entry, Entry>();
  private readonly names = new Map<Entry, ReadonlySet<string>>();

  constructor(workspace: Workspace, closing: CycleToClose, closed: readonly Entry[], going: readonly Going[]) {
    this.workspace = workspace;
    this.closing = closing;
    this.closed = new Set(closed);
    this.cycles = workspace.cycles;
    this.teams = workspace.teams;
    for (const { entry, keyResults } of going) {
      const { file, block, index, team } = entry;
      const there = new Entry<Element>(file, block, index, entry.facts.peek(), { team, cycle: closing.nextId });
      this.there.set(entry, there);
      this.names.set(there, keyResults);
    }
  }

  named(kind: Parameters<Workspace['named']>[0], key: string): readonly Entry[] {
    const entries = this.workspace.named(kind, key);
    const more = entries.flatMap(entry => this.there.get(entry) ?? []);
    return more.length === 0 ? entries : [...entries, ...more].sort(inReadingOrder);
  }
  hasKeyResult(objective: ObjectiveEntry, name: string): boolean {
    return this.names.get(objective)?.has(name) ?? this.workspace.hasKeyResult(objective, name);
  }

  /** Where a reference of what goes on leads from there; undefined where it leads nowhere, and never will. */
  leads(entry: Entry, node: Statement, reference: Reference): Leads | undefined {
    const from = this.there.get(entry);
    if (from === undefined) return undefined;
    const ref = refText(reference);
    // Who named the cycle that ends meant what is there, which goes on as well.
    const isOfThis = ref.cycle !== undefined && this.cycles.of(ref.cycle).key === this.closing.cycle.key;
    const next = isOfThis ? { ...ref, cycle: undefined } : ref;
    const text = refToText(next);
    if (lookUp(this, node, next, fromEntry(from))?.isWhole === true) return { text, waits: false };
    const now = lookUp(this.workspace, node, ref, fromEntry(entry));
    return now?.isWhole === true && this.isStillOpen(now) ? { text, waits: true } : undefined;
  }

  private isStillOpen({ entry, kr }: Led): boolean {
    if (this.closed.has(entry) || dropOf(this.workspace, entry) !== undefined) return false;
    const { appearance } = entry as ObjectiveEntry;
    const keyResult = kr === undefined ? undefined : appearance.keyResults.find(({ name }) => name === kr);
    return (
      keyResult === undefined || dropOf(this.workspace, { objective: entry as ObjectiveEntry, keyResult }) === undefined
    );
  }
}
