/** Why a path could not be used, in the words of VS Code's `FileSystemError`. */
export type Fault = 'FileNotFound' | 'FileExists' | 'FileIsADirectory' | 'FileNotADirectory';

export class TreeError extends Error {
  readonly fault: Fault;
  readonly path: string;
  constructor(fault: Fault, path: string) {
    super(`${fault}: ${path}`);
    this.fault = fault;
    this.path = path;
  }
}

/** A file. */
export interface Leaf {
  content: Uint8Array;
  readonly created: number;
  changed: number;
}
/** A folder. */
export interface Branch {
  readonly entries: Map<string, Leaf | Branch>;
  readonly created: number;
  changed: number;
}
export const isBranch = (entry: Leaf | Branch): entry is Branch => 'entries' in entry;

const segments = (path: string): string[] => path.split('/').filter(part => part !== '');

/** Files and folders in memory, by absolute paths with `/`. Times are milliseconds since 1970. */
export class Tree {
  readonly #root: Branch;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    this.#root = this.#branch();
  }

  #branch(): Branch {
    return { entries: new Map(), created: this.#now(), changed: this.#now() };
  }

  /** @throws TreeError where there is nothing */
  find(path: string): Leaf | Branch {
    let entry: Leaf | Branch | undefined = this.#root;
    for (const part of segments(path)) entry = entry && isBranch(entry) ? entry.entries.get(part) : undefined;
    if (!entry) throw new TreeError('FileNotFound', path);
    return entry;
  }

  folder(path: string): Branch {
    const entry = this.find(path);
    if (!isBranch(entry)) throw new TreeError('FileNotADirectory', path);
    return entry;
  }

  file(path: string): Leaf {
    const entry = this.find(path);
    if (isBranch(entry)) throw new TreeError('FileIsADirectory', path);
    return entry;
  }

  /** The folder that holds a path, and the path's last part. */
  #holder(path: string): [Branch, string] {
    const parts = segments(path);
    const name = parts.pop() ?? '';
    return [this.folder(parts.join('/')), name];
  }

  #put(path: string, entry: Leaf | Branch): void {
    const [holder, name] = this.#holder(path);
    holder.entries.set(name, entry);
    holder.changed = this.#now();
  }

  /** Makes a folder, and those above it that are missing. */
  makeFolder(path: string): void {
    let here = this.#root;
    for (const part of segments(path)) {
      const next = here.entries.get(part) ?? this.#branch();
      if (!isBranch(next)) throw new TreeError('FileExists', path);
      here.entries.set(part, next);
      here = next;
    }
  }

  /** Writes a file into a folder that exists. @returns whether it is a new one */
  write(path: string, content: Uint8Array): boolean {
    const [holder, name] = this.#holder(path);
    const before = holder.entries.get(name);
    if (before && isBranch(before)) throw new TreeError('FileIsADirectory', path);
    this.#put(path, { content, created: before?.created ?? this.#now(), changed: this.#now() });
    return !before;
  }

  remove(path: string): void {
    this.find(path);
    const [holder, name] = this.#holder(path);
    holder.entries.delete(name);
    holder.changed = this.#now();
  }

  move(from: string, to: string): void {
    const entry = this.find(from);
    this.#put(to, entry);
    this.remove(from);
  }

  has(path: string): boolean {
    try {
      return this.find(path) !== undefined;
    } catch {
      return false;
    }
  }

  /** The paths of all files below a folder. */
  files(path: string): string[] {
    const base = path.endsWith('/') ? path.slice(0, -1) : path;
    return [...this.folder(path).entries].flatMap(([name, entry]) =>
      isBranch(entry) ? this.files(`${base}/${name}`) : [`${base}/${name}`],
    );
  }
}
