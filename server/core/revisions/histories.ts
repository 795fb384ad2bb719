/** What is known of the past of a workspace's files. It asks for it, and a door that can reach it answers. */
import { Cell } from '../model/cells.ts';
import type { Day } from '../model/elements.ts';
import type { OkrFile } from '../model/file.ts';
import type { PastTargets } from './past-target.ts';
import type { WantedVersions } from './revision.ts';

/** What there is to tell of most files: nothing that is not written in them. */
const nothing: PastTargets = new Map();

interface Told {
  readonly since: Day;
  /** It holds what the last revision says, too, from which an open file may come to differ. */
  readonly isWhole: boolean;
}

export class Histories {
  /** Called when there is something to take from `takeWanted`. It may be called in the middle of a computation. */
  onWanted: (() => void) | undefined;
  private readonly known = new Map<string, Cell<PastTargets>>();
  private readonly told = new Map<string, Told>();
  private readonly wanted = new Map<string, Day>();
  /** Taken from `wanted`, and not answered yet. */
  private readonly asked = new Map<string, Day>();

  /** The targets that a file's key results had since a day; empty while nobody has said. */
  of({ uri, isOpen }: Pick<OkrFile, 'uri' | 'isOpen'>, since: Day): PastTargets {
    const told = this.told.get(uri);
    if (told === undefined || told.since > since || (isOpen && !told.isWhole)) this.want(uri, since);
    return this.cell(uri).get();
  }

  /** Asks for a file, which nobody has to look at yet. */
  want(uri: string, since: Day): void {
    if (Math.min(this.wanted.get(uri) ?? Infinity, this.asked.get(uri) ?? Infinity) <= since) return;
    this.wanted.set(uri, since);
    if (this.wanted.size === 1) this.onWanted?.();
  }

  get hasWanted(): boolean {
    return this.wanted.size > 0;
  }

  /** What no door has answered yet, each once. */
  takeWanted(): WantedVersions[] {
    const files = [...this.wanted].map(([uri, since]) => ({ uri, since }));
    for (const [uri, since] of this.wanted) this.asked.set(uri, since);
    this.wanted.clear();
    return files;
  }

  /**
   * Takes what a door found.
   * @param past undefined: there is nothing that the file itself does not say
   * @returns whether anything is known now that was not
   */
  set({ uri, since }: WantedVersions, past: PastTargets | undefined): boolean {
    this.asked.delete(uri);
    this.told.set(uri, { since, isWhole: past !== undefined });
    const cell = this.cell(uri);
    const before = cell.version;
    cell.set(past === undefined || past.size === 0 ? nothing : past);
    return cell.version > before;
  }

  /** Asks for all of it again, or for what is known of one file. It holds until the answer is there. */
  renew(only?: string): void {
    for (const [uri, { since }] of this.told) if (only === undefined || uri === only) this.want(uri, since);
  }

  private cell(uri: string): Cell<PastTargets> {
    let cell = this.known.get(uri);
    if (cell === undefined) {
      cell = new Cell(nothing);
      this.known.set(uri, cell);
    }
    return cell;
  }
}
