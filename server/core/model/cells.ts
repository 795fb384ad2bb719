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
  protected value: T;

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
  private readonly isSame: (a: unknown, b: unknown) => boolean;
  private value: T | undefined;
  /** Each followed by the version that was read: one list takes half the room of two, and there are many memos. */
  private read: (Dependency | number)[] = [];
  private checked = -1;

  /** @param isSame whether a new answer says nothing new, so that whoever read the old one may keep theirs */
  constructor(compute: () => T, isSame: (a: unknown, b: unknown) => boolean = Object.is) {
    this.compute = compute;
    this.isSame = isSame;
  }

  get(): T {
    this.refresh();
    reader?.add(this);
    return this.value as T;
  }

  /** The answer; the memo that is being computed depends on all that it was made from, so that nobody keeps this one. */
  getInPassing(): T {
    this.refresh();
    for (let i = 0; i < this.read.length; i += 2) reader?.add(this.read[i] as Dependency);
    return this.value as T;
  }

  refresh(): void {
    if (!this.isValid()) this.recompute();
  }

  private isValid(): boolean {
    if (this.checked === revision) return true;
    if (this.checked < 0) return false;
    const { read } = this;
    for (let i = 0; i < read.length; i += 2) {
      const dependency = read[i] as Dependency;
      dependency.refresh();
      if (dependency.version !== read[i + 1]) return false;
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
    if (this.checked < 0 || !this.isSame(value, this.value)) {
      this.version++;
      this.value = value;
    }
    this.read = new Array(own.size * 2);
    let at = 0;
    for (const dependency of own) {
      this.read[at++] = dependency;
      this.read[at++] = dependency.version;
    }
    this.checked = revision;
  }
}

/** Reads without depending: for who knows by other means when it has to read again. */
export function untracked<T>(read: () => T): T {
  const outer = reader;
  reader = undefined;
  try {
    return read();
  } finally {
    reader = outer;
  }
}

/** Memos by key, made when first asked for. */
export class Memos<T> {
  private readonly memos = new Map<string, Memo<T>>();
  private readonly compute: (key: string) => T;
  private readonly isSame: ((a: unknown, b: unknown) => boolean) | undefined;

  constructor(compute: (key: string) => T, isSame?: (a: unknown, b: unknown) => boolean) {
    this.compute = compute;
    this.isSame = isSame;
  }
  get(key: string): T {
    let memo = this.memos.get(key);
    if (memo === undefined) {
      memo = new Memo(() => this.compute(key), this.isSame);
      this.memos.set(key, memo);
    }
    return memo.get();
  }
}

/** Two plain values that say the same, for memos of small objects. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}
