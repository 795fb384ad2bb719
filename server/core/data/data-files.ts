/** The data files that the workspace reads. It asks for what is in them, and a door that can reach them has it read. */
import { Cell } from '../model/cells.ts';
import type { DataSource, Reading } from '../model/elements.ts';
import { locate, type Place } from './locate.ts';
import { normalUri } from './uris.ts';

export interface DataProblem {
  readonly code: 'data-unreadable' | 'data-outside-workspace';
  readonly message: string;
  readonly word?: UnknownWord;
}

/** A word of a `data` line that the file does not know. */
export interface UnknownWord {
  readonly text: string;
  /** Of which condition it is the value; undefined for a column. */
  readonly condition: number | undefined;
  /** What is nearly spelled like it, and in the file. */
  readonly meant: string | undefined;
}

/** What a file says to one `data` line: all that is kept of it. */
export interface Series {
  /** One a day, in the order of their days. */
  readonly readings: readonly Reading[];
  /** Rows below the header; empty lines are none. */
  readonly rows: number;
  /** Of them, those that the line's `where` leaves out. */
  readonly otherRows: number;
  /** Of the others, those without a value. */
  readonly emptyRows: number;
}

/** What a door says of a file: its text, piece by piece, or why it cannot be had, as the end of `metrics/uptime.csv cannot be read: …`. */
export type DataFile =
  | { readonly unreadable: string }
  | {
      /** Another one for another content, such as its time and size; without it nobody can tell. */
      readonly stamp?: string;
      /** May throw on the way; the message is as `unreadable`. */
      readonly pieces: Iterable<string>;
    };

export type Answer = Series | DataProblem;

/** A file that is to be read once, for all that is asked of it. */
export interface Wanted {
  readonly uri: string;
  /** Its path in the workspace, as messages name it. */
  readonly name: string;
  readonly sources: ReadonlyMap<string, DataSource>;
  /** All answers are known for this stamp: a file that has it still need not be read. */
  readonly stamp: string | undefined;
}

interface Known {
  readonly answer: Answer;
  readonly stamp: string | undefined;
  /** The file may have changed since: this holds until it has been read again. */
  isOld: boolean;
}

/** What was taken, and is not answered yet. */
interface Asked {
  readonly keys: ReadonlySet<string>;
  /** The file has changed meanwhile. */
  isOld: boolean;
}

export class DataFiles {
  /** Called when there is something to take from `takeWanted`. It may be called in the middle of a computation. */
  onWanted: (() => void) | undefined;
  private readonly root: string;
  /** What is known of each file, by what was asked. */
  private readonly files = new Map<string, Cell<Map<string, Known>>>();
  private readonly wanted = new Map<string, { readonly name: string; readonly sources: Map<string, DataSource> }>();
  private readonly asked = new Map<string, Asked>();

  /** @param root the URI of the workspace's folder, without a slash at the end */
  constructor(root: string) {
    this.root = normalUri(root);
  }

  /** The URI of a path that is written in a file. */
  locate(fileUri: string, path: string): Place | DataProblem {
    const place = locate(this.root, fileUri, path);
    if (!('wrong' in place)) return place;
    const shown = path.length > 80 ? `${path.slice(0, 79)}…` : path;
    return { code: 'data-outside-workspace', message: `\`${shown}\` ${place.wrong}` };
  }

  /** What a file says to a `data` line; what it said before, while it is read again. */
  series(fileUri: string, source: DataSource): Answer | 'loading' {
    const place = this.locate(fileUri, source.path);
    if ('code' in place) return place;
    const key = JSON.stringify({ ...source, path: '' });
    const known = this.cell(place.uri).get().get(key);
    if (known === undefined || known.isOld) this.want(place, key, source);
    // Whoever hears of it may answer at once.
    return this.cell(place.uri).peek().get(key)?.answer ?? 'loading';
  }

  get hasWanted(): boolean {
    return this.wanted.size > 0;
  }

  /** Which files are to be read, and for what. What was taken is not wanted again until `answer` has been called. */
  takeWanted(): Wanted[] {
    const taken = [...this.wanted].map(([uri, { name, sources }]): Wanted => {
      const known = this.cell(uri).peek();
      const stamps = new Set([...sources.keys()].map(key => known.get(key)?.stamp));
      return { uri, name, sources, stamp: stamps.size === 1 ? [...stamps][0] : undefined };
    });
    this.wanted.clear();
    for (const { uri, sources } of taken) this.asked.set(uri, { keys: new Set(sources.keys()), isOld: false });
    return taken;
  }

  /** @param answers by the keys of what was wanted; undefined: what was known is right */
  answer({ uri, sources }: Wanted, answers: ReadonlyMap<string, Answer> | undefined, stamp?: string): void {
    const isOld = this.asked.get(uri)?.isOld === true;
    this.asked.delete(uri);
    const cell = this.cell(uri);
    for (const key of sources.keys()) {
      const known = cell.peek().get(key);
      const answer = answers === undefined ? known?.answer : answers.get(key);
      if (answer !== undefined) cell.peek().set(key, { answer, stamp: stamp ?? known?.stamp, isOld });
    }
    if (answers !== undefined || isOld) cell.touch();
  }

  /** A file came, changed or went, or a folder with all that is in it: whoever asks for it again has it read. */
  changed(uri: string): void {
    const key = normalUri(uri);
    for (const each of new Set([...this.asked.keys(), ...this.files.keys()]))
      if (each === key || each.startsWith(`${key}/`)) this.fileChanged(each);
  }

  private fileChanged(key: string): void {
    const asked = this.asked.get(key);
    if (asked !== undefined) asked.isOld = true;
    const cell = this.files.get(key);
    if (cell === undefined) return;
    for (const [each, known] of cell.peek()) {
      // Nobody has asked for it since the change before.
      if (known.isOld) cell.peek().delete(each);
      else known.isOld = true;
    }
    cell.touch();
  }

  private want({ uri, name }: Place, key: string, source: DataSource): void {
    const asked = this.asked.get(uri);
    if (asked?.isOld === false && asked.keys.has(key)) return;
    const isFirst = this.wanted.size === 0;
    const wanted = this.wanted.get(uri) ?? { name, sources: new Map() };
    this.wanted.set(uri, wanted);
    wanted.sources.set(key, source);
    if (isFirst) this.onWanted?.();
  }

  private cell(uri: string): Cell<Map<string, Known>> {
    let cell = this.files.get(uri);
    if (cell === undefined) {
      cell = new Cell(new Map());
      this.files.set(uri, cell);
    }
    return cell;
  }
}
