/** Finds the workspace's own files where the editor has no search: folder by folder, within limits. */

/** An entry of a folder. A link counts as what it is: it is not followed, so that a circle has no way in. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

export interface WalkLimits {
  /** Most folders that are read. */
  readonly folders: number;
  /** Most files that are found. */
  readonly files: number;
}

/** Folders that hold other people's files, or no files to read at all. */
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

export const isOurs = (name: string): boolean => name === 'okr.json' || name.endsWith('.okr');

/**
 * The `.okr` and `okr.json` files below a folder, breadth first, so that limits cut what is deepest.
 * @param read the entries of a folder; one that rejects is left out and told
 * @param join the address of an entry
 */
export async function walk<Address>(
  root: Address,
  read: (folder: Address) => Promise<readonly Entry[]>,
  join: (folder: Address, name: string) => Address,
  limits: WalkLimits,
  unreadable: (folder: Address, error: unknown) => void,
): Promise<{ readonly files: readonly Address[]; readonly complete: boolean }> {
  const files: Address[] = [];
  const folders = [root];
  for (let at = 0; at < folders.length; at++) {
    const folder = folders[at]!;
    if (at >= limits.folders) return { files, complete: false };
    let entries: readonly Entry[] = [];
    try {
      entries = await read(folder);
    } catch (error) {
      unreadable(folder, error);
    }
    for (const { name, kind } of entries) {
      if (kind === 'folder' && !skipped.has(name)) folders.push(join(folder, name));
      if (kind !== 'file' || !isOurs(name)) continue;
      if (files.length >= limits.files) return { files, complete: false };
      files.push(join(folder, name));
    }
  }
  return { files, complete: true };
}
