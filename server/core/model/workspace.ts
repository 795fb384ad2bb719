/**
 * The workspace: all `.okr` files under one root, and who is found by which name. It knows no editor and no file
 * system: doors tell it what files say, and which day it is.
 */
import type { TextRange } from '../../../grammar/document.ts';
import { DataFiles } from '../data/data-files.ts';
import { Histories } from '../revisions/histories.ts';
import { type RuleOptionSpec, SettingsTree } from '../settings/settings.ts';
import { Cell } from './cells.ts';
import { Cycles } from './cycles.ts';
import type { Day, Element } from './elements.ts';
import type { CycleEntry, Entry, ObjectiveEntry } from './entry.ts';
import { OkrFile, type Register } from './file.ts';
import { Names } from './names.ts';
import { Subjects } from './subjects.ts';
import { Teams } from './teams.ts';

type Kind = Element['type'];

export class Workspace implements Register {
  /** The URI of its folder, without a slash at the end. */
  readonly root: string;
  readonly today: Cell<Day>;
  readonly settings: SettingsTree;
  readonly cycles: Cycles;
  readonly teams: Teams;
  readonly data: DataFiles;
  readonly revisions = new Histories();
  /** How many elements are in each cycle, and headings of it, by the id in lower case. */
  readonly cycleIds = new Cell<ReadonlyMap<string, number>>(new Map());
  /** All entries; changes when one comes or goes, or what others see of it does (`surfaceOf`), not when its facts do. */
  readonly entries = new Cell(new Set<Entry>());
  readonly subjects = new Subjects(this.entries);
  private readonly names = new Names();
  private readonly known = new Map<string, OkrFile>();

  /**
   * @param today the day that it is, or where another workspace has it
   * @param rules which rules `okr.json` may speak of, or what another workspace's says
   */
  constructor(root: string, today: Day | Cell<Day>, rules: readonly RuleOptionSpec[] | SettingsTree = []) {
    this.root = root.replace(/\/$/, '');
    this.today = today instanceof Cell ? today : new Cell(today);
    this.settings = rules instanceof SettingsTree ? rules : new SettingsTree(this.root, { rules });
    this.cycles = new Cycles(this);
    this.teams = new Teams(this);
    this.data = new DataFiles(this.root);
  }

  /** An empty one with the day and the settings of this one. */
  beside(): Workspace {
    return new Workspace(this.root, this.today, this.settings);
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

  /** Gives back room that files take that nobody has open. */
  release(): void {
    for (const file of this.known.values()) if (!file.isOpen) file.release();
  }

  // ---- names

  /** All of a kind with a key (`keysOf` tells which there are), in reading order. */
  named(kind: Kind, key: string): readonly Entry[] {
    return this.names.of(`${kind} ${key}`);
  }
  /** Whether the workspace has any person at all. */
  hasPersons(): boolean {
    return this.named('person', '*').length > 0;
  }
  /** The names of key results are on the surface: an entry whose key results are called otherwise is another entry. */
  hasKeyResult(objective: ObjectiveEntry, name: string): boolean {
    return objective.appearance.keyResults.some(each => each.name === name);
  }
  /** The objectives of a team, or without a team those of a file (`ownerOf`), in reading order. */
  objectivesOf(owner: string): readonly ObjectiveEntry[] {
    return this.names.of(`objective in ${owner}`) as readonly ObjectiveEntry[];
  }
  /** All of a kind in a team, or in none, in reading order. */
  inTeam(kind: 'objective' | 'kpi' | 'initiative', team: string | undefined): readonly Entry[] {
    return this.names.of(`${kind} in ${team ?? ''}`);
  }
  /** The headings of a cycle that are one team's, or everyone's. */
  cycleHeadings(id: string, team: string | undefined): readonly CycleEntry[] {
    return this.names.of(`cycle ${id.toLowerCase()} of ${team ?? ''}`) as readonly CycleEntry[];
  }
  /** Whether something of this name stands under a heading that cannot be read, so that nobody knows whose it is. */
  mayHave(name: string): boolean {
    return this.names.of(`unknown ${name}`).length > 0;
  }

  add(entry: Entry): void {
    this.names.add(entry);
    this.countCycle(entry, 1);
    this.entries.peek().add(entry);
    this.subjects.add(entry);
    this.entries.touch();
  }
  remove(entry: Entry): void {
    this.names.remove(entry);
    this.countCycle(entry, -1);
    this.entries.peek().delete(entry);
    this.subjects.remove(entry);
    this.entries.touch();
  }

  retitle(entry: ObjectiveEntry, before: readonly string[]): void {
    this.subjects.retitle(entry, before);
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
