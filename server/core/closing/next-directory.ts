/** The workspace as it would be with the next cycle in it: where references are looked up before anything is written. */
import type { Reference, Statement } from '../../../grammar/tree.ts';
import { lookUp } from '../features/renaming/lookup.ts';
import type { RefText } from '../model/elements.ts';
import { Entry, type ObjectiveEntry } from '../model/entry.ts';
import { inReadingOrder } from '../model/order.ts';
import { refText } from '../model/read-facts.ts';
import type { Directory } from '../model/resolve.ts';
import { fromEntry, refToText } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CycleToClose } from './cycle-to-close.ts';

/** An objective that goes on, by what it is called there. */
export interface Going {
  readonly entry: ObjectiveEntry;
  /** The names of its key results that go on. */
  readonly keyResults: ReadonlySet<string>;
}

export class NextDirectory implements Directory {
  readonly cycles: Workspace['cycles'];
  readonly teams: Workspace['teams'];
  private readonly workspace: Workspace;
  private readonly closing: CycleToClose;
  /** Each objective that goes on, as it is there. */
  private readonly there = new Map<ObjectiveEntry, ObjectiveEntry>();
  private readonly names = new Map<ObjectiveEntry, ReadonlySet<string>>();

  constructor(workspace: Workspace, closing: CycleToClose, going: readonly Going[]) {
    this.workspace = workspace;
    this.closing = closing;
    this.cycles = workspace.cycles;
    this.teams = workspace.teams;
    for (const { entry, keyResults } of going) {
      const { file, block, index, team } = entry;
      const there = new Entry(file, block, index, entry.facts.peek(), { team, cycle: closing.nextId });
      this.there.set(entry, there);
      this.names.set(there, keyResults);
    }
  }

  named(kind: Parameters<Workspace['named']>[0], key: string): readonly Entry[] {
    const entries = this.workspace.named(kind, key);
    if (kind !== 'objective') return entries;
    const more = entries.flatMap(entry => this.there.get(entry as ObjectiveEntry) ?? []);
    return more.length === 0 ? entries : [...entries, ...more].sort(inReadingOrder);
  }
  hasKeyResult(objective: ObjectiveEntry, name: string): boolean {
    return this.names.get(objective)?.has(name) ?? this.workspace.hasKeyResult(objective, name);
  }

  /** How a reference of an objective that goes on is written there; undefined where it would lead nowhere. */
  written(entry: ObjectiveEntry, node: Statement, reference: Reference): string | undefined {
    const from = this.there.get(entry);
    if (from === undefined) return undefined;
    const ref = refText(reference);
    const leads = (each: RefText) => lookUp(this, node, each, fromEntry(from))?.isWhole === true;
    // Who named the cycle that ends meant what is there, which goes on as well.
    const isOfThis = ref.cycle !== undefined && this.cycles.of(ref.cycle).key === this.closing.cycle.key;
    const next = isOfThis ? { ...ref, cycle: undefined } : ref;
    return leads(next) ? refToText(next) : undefined;
  }
}
