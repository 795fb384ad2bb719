/** The files of a workspace as they were read, time after time, and since when each says what it says. */
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';

export interface Reading {
  /** Each has a greater one than the one before. */
  readonly number: number;
  readonly loaded: LoadedWorkspace;
}

export class Readings {
  readonly #today: () => number;
  readonly #load: (day: number) => LoadedWorkspace;
  /** By URI. */
  #texts = new Map<string, { readonly text: string; readonly since: number }>();
  #last: (Reading & { readonly day: number }) | undefined;
  #isOld = true;

  /** @param load throws where there is nothing to read */
  constructor(today: () => number, load: (day: number) => LoadedWorkspace) {
    this.#today = today;
    this.#load = load;
  }

  /** What was read last, until something changes; a day may have passed meanwhile. */
  now(): Reading {
    const day = this.#today();
    if (this.#last === undefined || this.#isOld || this.#last.day !== day) {
      const loaded = this.#load(day);
      const number = (this.#last?.number ?? 0) + 1;
      this.#last = { day, number, loaded };
      this.#texts = new Map(
        [...loaded.paths.keys()].flatMap(uri => {
          const text = loaded.workspace.file(uri)?.document.text;
          const known = this.#texts.get(uri);
          return text === undefined ? [] : [[uri, known?.text === text ? known : { text, since: number }]];
        }),
      );
      this.#isOld = false;
    }
    return this.#last;
  }

  /** Something has changed: the files are read again when somebody wants to know. */
  forget(): void {
    this.#isOld = true;
  }

  /** The text of a file, where it is still the one that a reading had; undefined where it is not. */
  textSince(uri: string, number: number): string | undefined {
    const known = this.#texts.get(uri);
    return known !== undefined && known.since <= number ? known.text : undefined;
  }
}
