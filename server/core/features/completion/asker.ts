/** Who asks for a completion: what it can show and write, and what it can reach. */
import type { DataFile } from '../../data/data-files.ts';
import { noPause, type Pause } from '../pause.ts';

/** What an editor can do with an item. */
export interface ItemAbilities {
  /** Places to fill in. */
  readonly snippets: boolean;
  /** Two ranges: one that inserts before what is there, one that takes its place. */
  readonly insertReplace: boolean;
  readonly commitCharacters: boolean;
  /** Something beside the label, and something at the end of its line. */
  readonly labelDetails: boolean;
}

/** The files that a workspace could read its values from; only a door can list and read them. */
export interface DataFolder {
  /** The URIs of all that look like data. */
  list(): Promise<readonly string[]>;
  read(uri: string): Promise<DataFile>;
}

export interface Asker {
  readonly abilities: ItemAbilities;
  readonly pause: Pause;
  readonly data: DataFolder | undefined;
}

/** One that can do all but tell inserting from replacing, and reaches nothing. */
export const plainAsker: Asker = {
  abilities: { snippets: true, insertReplace: false, commitCharacters: true, labelDetails: true },
  pause: noPause,
  data: undefined,
};
