/**
 * The workspace: all `.okr` files under one root, and who is found by which name. It knows no editor and no file
 * system: doors tell it what files say, and which day it is.
 */
import type { Block, TextRange } from '../../../grammar/document.ts';
import { DataFiles } from '../data/data-files.ts';
import { type RuleOptionSpec, SettingsTree } from '../settings/settings.ts';
import { Cell, Cells } from './cells.ts';
import { Cycles } from './cycles.ts';
import type { Day, Element } from './elements.ts';
import { Entry, type Heading, type ObjectiveEntry } from './entry.ts';
import { OkrFile, type Register } from './file.ts';

type Kind = Element['type'];

export class Workspace implements Register {
  /** The URI of its folder, without a slash at the end. */
  readonly root: string;
  readonly today: Cell<Day>;
  readonly settings: SettingsTree;
  readonly cycles: Cycles;
  readonly data: DataFiles;
  /** How many headings and references name each cycle, by the id in lower case. */
  readonly cycleIds = new Cell<ReadonlyMap<string, number>>(new Map());
  /** All entries; changes when one comes or goes, not when its facts do. */
  readonly entries = new Cell(new Set<Entry>());
  private readonly names = new Cells<readonly Entry[]>(() => []);
  private readonly known = new Map<string, OkrFile>();

  /** @param rules which rules `okr.json` may speak of */
  constructor(root: string, today: Day, rules: readonly RuleOptionSpec[] = []) {
    this.root = root.replace(/\/$/, '');
    this.today = new Cell(today);
    this.settings = new SettingsTree(this.root, { rules });
    this.cycles = new Cycles(this);
    this.data = new DataFiles(this.root);
  }

  // ---- files

  get files(): ReadonlyMap<string, OkrFile> {
    return this.known;
  }
  file(uri: string): OkrFile | undefined {
    return this.known.get(uri);
  }
  /** Adds a file, or takes another text for it. */
  setFile(uri: string, text: string, isOpen: boolean): OkrFile {
    this.removeFile(uri);
    const file = new OkrFile(uri, text, isOpen, this);
    this.known.set(uri, file);
    return file;
  }
  removeFile(uri: string): void {
    this.known.get(uri)?.dispose();
    this.known.delete(uri);
  }
  editFile(uri: string, range: TextRange, text: string): void {
    this.known.get(uri)?.edit(range, text);
  }

  // ---- names

  /** All of a kind with a key (see `keysOf`), in the order of their files and lines. */
  named(kind: Kind, key: string): readonly Entry[] {
    return this.names.at(`${kind} ${key}`).get();
  }
  /** Whether the workspace has any person at all. */
  hasPersons(): boolean {
    return this.named('person', '*').length > 0;
  }
  /** The objectives of one team in one cycle; those without a team by their file. */
  group(key: string): readonly ObjectiveEntry[] {
    return this.names.at(`group ${key}`).get() as readonly ObjectiveEntry[];
  }

  add(file: OkrFile, block: Block, index: number, element: Element, heading: Heading): Entry {
    const entry = new Entry(file, block, index, element, heading);
    for (const key of keysOf(entry)) this.enter(key, entry);
    this.countCycle(entry, 1);
    this.entries.peek().add(entry);
    this.entries.touch();
    return entry;
  }
  remove(entry: Entry): void {
    for (const key of keysOf(entry)) this.leave(key, entry);
    this.countCycle(entry, -1);
    this.entries.peek().delete(entry);
    this.entries.touch();
  }

  private enter(key: string, entry: Entry): void {
    const cell = this.names.at(key);
    // Changed in place: five thousand files that name the same cycle would copy a long list five thousand times.
    (cell.peek() as Entry[]).push(entry);
    cell.touch();
  }
  private leave(key: string, entry: Entry): void {
    const cell = this.names.at(key);
    const list = cell.peek() as Entry[];
    const at = list.lastIndexOf(entry);
    if (at >= 0) list.splice(at, 1);
    cell.touch();
  }
  private countCycle(entry: Entry, by: number): void {
    if (typeof entry.cycle !== 'string') return;
    const id = entry.cycle.toLowerCase();
    const counts = this.cycleIds.peek() as Map<string, number>;
    const count = (counts.get(id) ?? 0) + by;
    if (count > 0) counts.set(id, count);
    else counts.delete(id);
    if (count === 0 || (by > 0 && count === 1)) this.cycleIds.touch();
  }
}

/** Under which keys an entry is found. `TEAM/NAME` with an empty team for none. */
function keysOf(entry: Entry): string[] {
  const element = entry.facts.peek();
  const team = entry.team ?? '';
  switch (element.type) {
    case 'objective': {
      const keys = typeof entry.team === 'string' ? [`objectives of ${entry.team}`] : [];
      if (entry.team !== null && entry.cycle !== null) keys.push(`group ${groupKey(entry as ObjectiveEntry)}`);
      if (element.name === undefined) return keys;
      return [...keys, `objective ${team}/${element.name}`, `objective */${element.name}`];
    }
    case 'kpi':
      return element.name === undefined ? [] : [`kpi ${team}/${element.name}`, `kpi */${element.name}`];
    case 'initiative':
      return element.name === undefined ? [] : [`initiative ${team}/${element.name}`, `initiative */${element.name}`];
    case 'team':
      return [`team ${element.name}`, 'team *'];
    case 'cycle':
      return [`cycle ${element.id.toLowerCase()}`];
    case 'person':
      return [`person ${element.handle}`, 'person *'];
  }
}

/** Objectives with the same key count together against the limit. */
export function groupKey(entry: ObjectiveEntry): string {
  const owner = typeof entry.team === 'string' ? entry.team : entry.file.uri;
  return `${owner} ${entry.cycle?.toLowerCase() ?? ''}`;
}
