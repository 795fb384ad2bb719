/** The data files that the workspace reads. It asks for them, and a door that can reach them answers. */
import { Cell } from '../model/cells.ts';
import type { DataSource, Reading } from '../model/elements.ts';
import { locate, type Place } from './locate.ts';
import type { readRows } from './rows.ts';
import { normalUri } from './uris.ts';

export interface DataProblem {
  readonly code: 'data-unreadable' | 'data-outside-workspace';
  readonly message: string;
}

/** What a door says of a file: its text, or why it cannot be had, as the end of `metrics/uptime.csv cannot be read: …`. */
export type DataFile = { readonly text: string } | { readonly unreadable: string };

/** In UTF-16 units. A door need not read what is larger. */
export const MAX_DATA_LENGTH = 20_000_000;

/** A file as it was told, and what was read from it, by columns. */
interface Told {
  readonly file: DataFile;
  readonly readings: Map<string, readonly Reading[] | DataProblem>;
}

/** Reads the rows of a table (`rows.ts`). It comes with the first data file, as most workspaces have none. */
export type RowReader = typeof readRows;

export class DataFiles {
  /** Called when there is something to take from `takeWanted`. It may be called in the middle of a computation. */
  onWanted: (() => void) | undefined;
  private readonly root: string;
  private reader: RowReader | undefined;
  private readonly told = new Map<string, Cell<Told | undefined>>();
  private readonly wanted = new Set<string>();
  /** Taken from `wanted`, and not answered yet. */
  private readonly asked = new Set<string>();

  /** @param root the URI of the workspace's folder, without a slash at the end */
  constructor(root: string, reader?: RowReader) {
    this.root = normalUri(root);
    this.reader = reader;
  }

  /** To be called before the first `set`: until then every file is still loading. */
  readWith(reader: RowReader): void {
    this.reader = reader;
  }

  /** The URI of a path that is written in a file. */
  locate(fileUri: string, path: string): Place | DataProblem {
    const place = locate(this.root, fileUri, path);
    if (!('wrong' in place)) return place;
    const shown = path.length > 80 ? `${path.slice(0, 79)}…` : path;
    return { code: 'data-outside-workspace', message: `\`${shown}\` ${place.wrong}` };
  }

  /** Takes what a door found; undefined forgets the file, and it is wanted again by whoever reads it next. */
  set(uri: string, file: DataFile | undefined): void {
    const key = normalUri(uri);
    const wasAsked = this.asked.delete(key);
    if (file === undefined) {
      this.told.get(key)?.set(undefined);
      // Whoever was told that it is loading asks again.
      if (wasAsked) this.told.get(key)?.touch();
      return;
    }
    this.wanted.delete(key);
    const cell = this.cell(key);
    const before = cell.peek()?.file;
    if (before === undefined || !areSame(before, file)) cell.set({ file, readings: new Map() });
  }

  /** The readings of a source, one a day, in the order of their days. */
  rows(fileUri: string, source: DataSource): readonly Reading[] | DataProblem | 'loading' {
    const place = this.locate(fileUri, source.path);
    if ('code' in place) return place;
    const told = this.cell(place.uri).get();
    if (told === undefined || this.reader === undefined) {
      this.want(place.uri);
      return 'loading';
    }
    const key = JSON.stringify([source.column, source.dateColumn]);
    let readings = told.readings.get(key);
    if (readings === undefined) {
      readings = read(place.name, told.file, source, this.reader);
      told.readings.set(key, readings);
    }
    return readings;
  }

  get hasWanted(): boolean {
    return this.wanted.size > 0;
  }

  /** Which files no door has given yet, each once: it is not wanted again until `set` has answered. */
  takeWanted(): string[] {
    const uris = [...this.wanted];
    this.wanted.clear();
    for (const uri of uris) this.asked.add(uri);
    return uris;
  }

  private want(uri: string): void {
    if (this.wanted.has(uri) || this.asked.has(uri)) return;
    this.wanted.add(uri);
    if (this.wanted.size === 1) this.onWanted?.();
  }

  private cell(uri: string): Cell<Told | undefined> {
    let cell = this.told.get(uri);
    if (cell === undefined) {
      cell = new Cell<Told | undefined>(undefined);
      this.told.set(uri, cell);
    }
    return cell;
  }
}

function areSame(a: DataFile, b: DataFile): boolean {
  return 'text' in a ? 'text' in b && a.text === b.text : 'unreadable' in b && a.unreadable === b.unreadable;
}

function read(name: string, file: DataFile, source: DataSource, readRows: RowReader): readonly Reading[] | DataProblem {
  if ('unreadable' in file) return unreadable(`\`${name}\` cannot be read: ${file.unreadable}`);
  if (file.text.length > MAX_DATA_LENGTH) {
    const megabytes = Math.ceil(file.text.length / 1e6);
    const advice = 'keep one row a day, or only the columns in use';
    return unreadable(`\`${name}\` has ${megabytes} MB, and a data file may have 20: ${advice}`);
  }
  const rows = readRows(name, file.text, source);
  if (!('wrong' in rows)) return rows;
  return unreadable(`\`${name}\`${rows.where === undefined ? '' : `, ${rows.where}:`} ${rows.wrong}`);
}

function unreadable(message: string): DataProblem {
  return { code: 'data-unreadable', message };
}
