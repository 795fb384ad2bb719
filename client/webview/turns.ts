/** Draws what can wait in small portions, so that the page answers in between. */
import type { Later } from '../../server/core/views/later.ts';

/** As many as fill a tall window. */
const AT_ONCE = 12;
/**
 * What drawing takes of a task, in milliseconds: style, layout and paint of what was drawn take as long again, and a key
 * or a click waits for both.
 */
const PORTION_MS = 12;
/** Of more the page would be many times as large for what few look at: they are drawn when somebody searches. */
const MOST_FOLDED = 1000;

/**
 * So many parts are laid out as they are drawn, so that the page has its height. Of more that would take most of the time:
 * they are laid out where somebody scrolls to, and found by who searches.
 */
const MOST_LAID_OUT = 400;

export class Turns implements Later {
  readonly #waiting = { below: new Set<() => void>(), folded: new Set<() => void>() };
  readonly #settle: (part: Element) => void;
  /** They are drawn, and not laid out yet. */
  #fresh: Element[] = [];
  #there = 0;
  #left = 0;
  #wantsFolded = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param settle has a part keep the size that it has: out of sight it need not be laid out again */
  constructor(settle: (part: Element) => void) {
    this.#settle = settle;
  }

  /**
   * A new drawing begins.
   *
   * @param more how many are wanted at once besides those that fill a window
   */
  begin(more = 0): void {
    this.#left = AT_ONCE + more;
  }

  takesNow(): boolean {
    return this.#left-- > 0;
  }

  add(draw: () => void, which: 'below' | 'folded'): () => void {
    const waiting = this.#waiting[which];
    waiting.add(draw);
    this.#goOn();
    return () => waiting.delete(draw);
  }

  readonly drew = (part: Element | null): void => {
    this.#there += part === null ? -1 : 1;
    if (part === null) return;
    if (this.#there > MOST_LAID_OUT) this.#settle(part);
    else this.#fresh.push(part);
    this.#goOn();
  };

  /** Draws all that is below, before the next thing that happens in the page. */
  all(): void {
    for (const draw of this.#waiting.below) this.#draw(draw);
  }

  /** Somebody looks for words: what is folded away may have them. */
  search(): void {
    this.#wantsFolded = true;
    this.#goOn();
  }

  #goOn(): void {
    this.#timer ??= setTimeout(() => this.#portion(performance.now() + PORTION_MS));
  }

  /** One after the other, until the time is up. */
  #portion(end: number): void {
    const next = this.#next();
    if (next !== undefined && performance.now() < end) {
      this.#draw(next);
      // Preact draws in a microtask, which comes before this one.
      queueMicrotask(() => this.#portion(end));
      return;
    }
    this.#timer = undefined;
    if (next !== undefined) this.#goOn();
    const fresh = this.#fresh.splice(0);
    requestAnimationFrame(() => requestAnimationFrame(() => fresh.forEach(this.#settle)));
  }

  #next(): (() => void) | undefined {
    const { below, folded } = this.#waiting;
    const [first] = below;
    if (first !== undefined) return first;
    const [next] = folded;
    return this.#wantsFolded || folded.size <= MOST_FOLDED ? next : undefined;
  }

  #draw(draw: () => void): void {
    this.#waiting.below.delete(draw);
    this.#waiting.folded.delete(draw);
    draw();
  }
}
