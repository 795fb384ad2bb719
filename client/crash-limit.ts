/** Says whether a crashed server is started again: a few times in a while, so that a crash at the start comes to an end. */
export class CrashLimit {
  readonly #limit: { readonly restarts: number; readonly within: number };
  #times: readonly number[] = [];

  /** @param limit how many crashes are forgiven `within` how many milliseconds */
  constructor(limit: { readonly restarts: number; readonly within: number }) {
    this.#limit = limit;
  }

  /** @param now milliseconds of a clock that only goes forward */
  allowsRestart(now: number): boolean {
    this.#times = [...this.#times.filter(time => now - time <= this.#limit.within), now];
    return this.#times.length <= this.#limit.restarts;
  }

  /** A person asked for a restart: what was before no longer counts. */
  forget(): void {
    this.#times = [];
  }
}
