/** Draws what can wait in small portions, so that the page answers in between. */
import type { Later } from '../../server/core/views/later.ts';

/** As many as fill a tall window. */
const AT_ONCE = 12;
/** Drawn within a frame, on a usual machine. */
const LEAST_PORTION = 8;
/** Each portion has all of the page looked at again, so that many small ones would cost more than they draw. */
const MOST_PORTIONS = 40;

export class Turns implements Later {
  readonly #waiting = new Set<() => void>();
  readonly #drawn: () => void;
  #left = 0;
  #portion = LEAST_PORTION;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param drawn called after each portion */
  constructor(drawn: () => void) {
    this.#drawn = drawn;
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

  add(draw: () => void): () => void {
    this.#waiting.add(draw);
    this.#portion = Math.max(this.#portion, Math.ceil(this.#waiting.size / MOST_PORTIONS));
    this.#goOn();
    return () => this.#waiting.delete(draw);
  }

  /** Draws all that waits, before the next thing that happens in the page. */
  all(): void {
    this.#draw(this.#waiting.size);
  }

  #goOn(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#draw(this.#portion);
      if (this.#waiting.size > 0) this.#goOn();
      else this.#portion = LEAST_PORTION;
      this.#drawn();
    });
  }

  #draw(many: number): void {
    for (const draw of [...this.#waiting].slice(0, many)) {
      this.#waiting.delete(draw);
      draw();
    }
  }
}
