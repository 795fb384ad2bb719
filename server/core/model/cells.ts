/**
 * Values that know who read them. A memo keeps its answer until one of the cells that it read has changed, so that an
 * edit makes new only what depends on it, and nobody has to say what that is.
 */

/** Grows with every change of any cell. */
let revision = 0;
let reader: Set<Cell<unknown>> | undefined;

export class Cell<T> {
  version = 0;
  private value: T;

  constructor(value: T) {
    this.value = value;
  }
  /** Reads the value; the memo that is being computed depends on it from now on. */
  get(): T {
    reader?.add(this as Cell<unknown>);
    return this.value;
  }
  /** Reads without depending. */
  peek(): T {
    return this.value;
  }
  set(value: T): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    this.touch();
  }
  /** Says that the value has changed inside. */
  touch(): void {
    this.version++;
    revision++;
  }
}

export class Memo<T> {
  private readonly compute: () => T;
  private value: T | undefined;
  private dependencies: Cell<unknown>[] = [];
  private versions: number[] = [];
  private checked = -1;

  constructor(compute: () => T) {
    this.compute = compute;
  }

  get(): T {
    if (!this.isValid()) this.recompute();
    if (reader !== undefined) for (const cell of this.dependencies) reader.add(cell);
    return this.value as T;
  }

  /** Lets go of the answer. */
  forget(): void {
    this.checked = -1;
    this.versions = [];
    this.dependencies = [];
    this.value = undefined;
  }

  private isValid(): boolean {
    if (this.checked === revision) return true;
    if (this.checked < 0) return false;
    const { dependencies, versions } = this;
    for (let i = 0; i < dependencies.length; i++) {
      if ((dependencies[i] as Cell<unknown>).version !== versions[i]) return false;
    }
    this.checked = revision;
    return true;
  }

  private recompute(): void {
    const outer = reader;
    const own = new Set<Cell<unknown>>();
    reader = own;
    try {
      this.value = this.compute();
    } finally {
      reader = outer;
    }
    this.dependencies = [...own];
    this.versions = this.dependencies.map(cell => cell.version);
    this.checked = revision;
  }
}

/** Cells by key, made when first asked for; one that nobody has set holds `empty`. */
export class Cells<T> {
  private readonly cells = new Map<string, Cell<T>>();
  private readonly empty: () => T;

  constructor(empty: () => T) {
    this.empty = empty;
  }
  at(key: string): Cell<T> {
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = new Cell(this.empty());
      this.cells.set(key, cell);
    }
    return cell;
  }
  keys(): Iterable<string> {
    return this.cells.keys();
  }
}
