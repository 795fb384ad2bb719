/**
 * Which key results are about the same: by what their titles mean, and by the KPI that they are counted by. Put together
 * when somebody first asks, and kept up to date from then on, so that a title that is being typed is looked up among
 * those of thousands of files.
 */
import { meaningOf } from '../titles/meaning.ts';
import { Cell } from './cells.ts';
import type { Entry, ObjectiveEntry } from './entry.ts';
import { inReadingOrder } from './order.ts';

/** A key result, not yet read. */
export interface Mention {
  readonly objective: ObjectiveEntry;
  /** Which of its key results. */
  readonly index: number;
}

const none: readonly never[] = [];

class Mentions extends Cell<Mention[]> {
  private inOrder = false;

  override get(): Mention[] {
    const mentions = super.get();
    if (!this.inOrder) {
      mentions.sort((a, b) => inReadingOrder(a.objective, b.objective) || a.index - b.index);
      this.inOrder = true;
    }
    return mentions;
  }
  add(mention: Mention): void {
    this.peek().push(mention);
    this.inOrder = false;
    this.touch();
  }
  remove(objective: ObjectiveEntry, index: number): void {
    const mentions = this.peek();
    const at = mentions.findLastIndex(each => each.objective === objective && each.index === index);
    if (at >= 0) mentions.splice(at, 1);
    this.touch();
  }
}

export class Subjects {
  private readonly entries: Cell<ReadonlySet<Entry>>;
  /** Most subjects are of one key result, which needs no list. */
  private mentions: Map<string, Mention | Mentions> | undefined;
  /** Changes when one is mentioned for the second time. */
  private readonly shared = new Cell(0);

  constructor(entries: Cell<ReadonlySet<Entry>>) {
    this.entries = entries;
  }

  /** All key results with a subject, in reading order; none where there are not several. */
  of(subject: string): readonly Mention[] {
    const found = this.all.get(subject);
    if (found instanceof Mentions) return found.get();
    this.shared.get();
    return none;
  }

  add(entry: Entry): void {
    if (this.mentions !== undefined && isObjective(entry)) this.enter(entry);
  }
  remove(entry: Entry): void {
    if (this.mentions === undefined || !isObjective(entry)) return;
    for (let index = 0; index < entry.keyResultTitles.length; index++)
      for (const subject of subjectsOf(entry, index)) this.leave(subject, entry, index);
  }
  /** @param before the titles of its key results until now */
  retitle(entry: ObjectiveEntry, before: readonly string[]): void {
    if (this.mentions === undefined) return;
    for (const [index, is] of meaningsOf(entry.keyResultTitles).entries()) {
      const was = meaningsOf(before)[index] ?? '';
      if (was === is) continue;
      if (was !== '') this.leave(was, entry, index);
      if (is !== '') this.mention(is, { objective: entry, index });
    }
  }

  private get all() {
    if (this.mentions === undefined) {
      this.mentions = new Map();
      for (const entry of this.entries.peek()) if (isObjective(entry)) this.enter(entry);
    }
    return this.mentions;
  }

  private enter(objective: ObjectiveEntry): void {
    for (let index = 0; index < objective.keyResultTitles.length; index++)
      for (const subject of subjectsOf(objective, index)) this.mention(subject, { objective, index });
  }

  private mention(subject: string, mention: Mention): void {
    const known = this.all.get(subject);
    if (known === undefined) this.all.set(subject, mention);
    else if (known instanceof Mentions) known.add(mention);
    else {
      this.all.set(subject, new Mentions([known, mention]));
      this.shared.touch();
    }
  }

  private leave(subject: string, objective: ObjectiveEntry, index: number): void {
    const known = this.all.get(subject);
    if (!(known instanceof Mentions)) {
      this.all.delete(subject);
      return;
    }
    known.remove(objective, index);
  }
}

/** By the titles of an objective's key results: they are asked for with every edit of their file. */
const meanings = new WeakMap<readonly string[], readonly string[]>();

function meaningsOf(titles: readonly string[]): readonly string[] {
  let found = meanings.get(titles);
  if (found === undefined) {
    found = titles.map(meaningOf);
    meanings.set(titles, found);
  }
  return found;
}

/** What a key result is about: nothing, or one or two things. */
export function subjectsOf({ keyResultTitles, appearance, file }: ObjectiveEntry, index: number): readonly string[] {
  const meaning = file.isOpen ? meaningsOf(keyResultTitles)[index] : meaningOf(keyResultTitles[index] ?? '');
  const { kpi } = appearance.keyResults[index] ?? {};
  const byKpi = kpi === undefined ? none : [`${kpiSubject}${kpi.name}`];
  return meaning === undefined || meaning === '' ? byKpi : [meaning, ...byKpi];
}

/** What a subject that is no title begins with. */
export const kpiSubject = 'kpi:';

function isObjective(entry: Entry): entry is ObjectiveEntry {
  return entry.appearance.type === 'objective';
}
