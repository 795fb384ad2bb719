import type { Said } from '../../../server/core/edits/round.ts';

/** Escape goes on to the next one, and the second in a row ends the round. */
export class Escapes {
  #last = false;

  /** Whether another one would be the second. */
  get isLast(): boolean {
    return this.#last;
  }

  /** @param said undefined for Escape */
  take<Answers>(said: Answers | 'skip' | undefined): Said<Answers> {
    const ends = said === undefined && this.#last;
    this.#last = said === undefined;
    return ends ? 'end' : (said ?? 'skip');
  }
}
