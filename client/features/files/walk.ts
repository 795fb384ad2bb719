/** Finds the workspace's own files folder by folder, within limits. */

/** An entry of a folder. A link to a folder is only a link: it is not followed, so that a circle has no way in. */
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

/** Folders of other people's files and of what is built; the same that are left out on a disk. */
const skipped = /^(?:\..*|node_modules|bower_components|dist|out|target|vendor)$/;

/** Folders that are read at a time: a virtual file system answers each from afar. */
const atOnce = 16;

export const isOurs = (name: string) => name === 'okr.json' || /\.okr$/i.test(name);

/**
 * The files of some kind below a folder, breadth first, so that limits cut what is deepest.
 * @param read the entries of a folder; one that rejects is told and gone round
 * @param join the address of an entry
 * @param isWanted tells by a file's name; without it the `.okr` and `okr.json` files are
 */
export async function walk<Address>(
  root: Address,
  read: (folder: Address) => Promise<readonly Entry[]>,
  join: (folder: Address, name: string) => Address,
  limits: WalkLimits,
  unreadable: (folder: Address, error: unknown) => void,
  isWanted: (name: string) => boolean = isOurs,
): Promise<{ readonly files: readonly Address[]; readonly complete: boolean }> {
  const files: Address[] = [];
  const folders = [root];
  const visit = async (folder: Address) => {
    try {
      return await read(folder);
    } catch (error) {
      unreadable(folder, error);
      return [];
    }
  };
  for (let at = 0; at < folders.length && at < limits.folders && files.length <= limits.files; ) {
    const batch = folders.slice(at, Math.min(at + atOnce, limits.folders));
    at += batch.length;
    const read = await Promise.all(batch.map(visit));
    for (const [index, folder] of batch.entries()) {
      const entries = read[index] ?? [];
      files.push(
        ...entries.filter(({ name, kind }) => kind === 'file' && isWanted(name)).map(({ name }) => join(folder, name)),
      );
      const inner = entries.filter(({ name, kind }) => kind === 'folder' && !skipped.test(name));
      folders.push(...inner.map(({ name }) => join(folder, name)));
    }
  }
  const complete = files.length <= limits.files && folders.length <= limits.folders;
  return { files: files.slice(0, limits.files), complete };
}
