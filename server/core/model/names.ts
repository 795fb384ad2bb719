/** Who is found by which name: lists of entries by key, each in reading order. */
import { Cell } from './cells.ts';
import type { Entry } from './entry.ts';
import { inReadingOrder } from './order.ts';

/** Changed in place: five thousand files that name the same cycle would copy a long list five thousand times. */
class NameList extends Cell<Entry[]> {
  /** Entries that stay keep their order (`OkrFile.enter`), so only one that comes can break it. */
  private inOrder = true;

  override get(): Entry[] {
    const entries = super.get();
    if (!this.inOrder) {
      entries.sort(inReadingOrder);
      this.inOrder = true;
    }
    return entries;
  }
  add(entry: Entry): void {
    const entries = this.peek();
    if (entries.length === 0) {
      // Most names are of one: a list of one takes eight bytes, an empty one that grows takes room for seventeen.
      this.set([entry]);
      return;
    }
    entries.push(entry);
    this.inOrder = false;
    this.touch();
  }
  remove(entry: Entry): void {
    const entries = this.peek();
    const at = entries.lastIndexOf(entry);
    if (at >= 0) entries.splice(at, 1);
    this.touch();
  }
}

export class Names {
  private readonly lists = new Map<string, NameList>();

  /** All with a key, in reading order; whoever asks depends on who comes and goes. */
  of(key: string): readonly Entry[] {
    return this.at(key).get();
  }
  add(entry: Entry): void {
    for (const key of keysOf(entry)) this.at(key).add(entry);
  }
  remove(entry: Entry): void {
    for (const key of keysOf(entry)) this.at(key).remove(entry);
  }

  private at(key: string): NameList {
    let list = this.lists.get(key);
    if (list === undefined) {
      list = new NameList([]);
      this.lists.set(key, list);
    }
    return list;
  }
}

/**
 * Under which keys an entry is found: its kind, then team and name (an empty team for none), and its name in any team
 * (`*` for the team). One whose team or cycle cannot be read is in none that anybody knows.
 */
function keysOf(entry: Entry): string[] {
  const element = entry.appearance;
  const { team, cycle } = entry;
  switch (element.type) {
    case 'objective':
    case 'kpi':
    case 'initiative': {
      const { name, type } = element;
      if (team === null || cycle === null) return name === undefined ? [] : [`unknown ${name}`];
      const keys = [`${type} in ${team ?? ''}`];
      if (type === 'objective' && team === undefined) keys.push(`${type} in ${entry.file.uri}`);
      if (name !== undefined) keys.push(`${type} ${team ?? ''}/${name}`, `${type} */${name}`);
      return keys;
    }
    case 'team':
      return [`team ${element.name}`, 'team *'];
    case 'cycle': {
      const id = element.id.toLowerCase();
      return team === null ? [`cycle ${id}`] : [`cycle ${id}`, `cycle ${id} of ${team ?? ''}`];
    }
    case 'person':
      return [`person ${element.handle}`, 'person *'];
  }
}

/** Whose an objective is: its team's, or its file's where it has no team. A URI is no name. */
export function ownerOf({ team, file }: Pick<Entry, 'team' | 'file'>): string {
  return team ?? file.uri;
}
