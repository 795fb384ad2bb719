/**
 * Values that know who read them. A memo keeps its answer until something that it read has changed, so that an edit
 * makes new only what depends on it, and nobody has to say what that is.
 */

/** Grows with every change of any cell. */
let revision = 0;
let reader: Set<Dependency> | undefined;

interface Dependency {
  /** Grows when the value changes. */
  readonly version: number;
  /** Brings the version up to date. */
  refresh(): void;
}

export class Cell<T> implements Dependency {
  version = 0;
  private value: T;

  constructor(value: T) {
    this.value = value;
  }
  /** Reads the value; the memo that is being computed depends on it from now on. */
  get(): T {
    reader?.add(this);
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
  refresh(): void {}
}

export class Memo<T> implements Dependency {
  version = 0;
  private readonly compute: () => T;
  private value: T | undefined;
  private dependencies: Dependency[] = [];
  private versions: number[] = [];
  private checked = -1;

  constructor(compute: () => T) {
    this.compute = compute;
  }

  get(): T {
    this.refresh();
    reader?.add(this);
    return this.value as T;
  }

  refresh(): void {
    if (!this.isValid()) this.recompute();
  }

  private isValid(): boolean {
    if (this.checked === revision) return true;
    if (this.checked < 0) return false;
    const { dependencies, versions } = this;
    for (let i = 0; i < dependencies.length; i++) {
      const dependency = dependencies[i] as Dependency;
      dependency.refresh();
      if (dependency.version !== versions[i]) return false;
    }
    this.checked = revision;
    return true;
  }

  private recompute(): void {
    const outer = reader;
    const own = new Set<Dependency>();
    reader = own;
    let value: T;
    try {
      value = this.compute();
    } finally {
      reader = outer;
    }
    // Whoever read the old answer may keep theirs where the new one is the same.
    if (!Object.is(value, this.value)) this.version++;
    this.value = value;
    this.dependencies = [...own];
    this.versions = this.dependencies.map(dependency => dependency.version);
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
}
