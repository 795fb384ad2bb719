/** Keeps one run of a server alive: starts it, starts it again when it crashes, gives up when that is no use. */
import type { CrashLimit } from './crash-limit.ts';

export type ServerState =
  /** `again`: after a crash, which nobody asked for. */
  | { readonly kind: 'starting'; readonly again: boolean }
  | { readonly kind: 'ready'; readonly again: boolean }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'stopped' };

/** One run; what has ended is never used again. */
export interface Run {
  /** Resolves when it answers; rejects where it will not. */
  readonly started: Promise<void>;
  end(): Promise<void>;
}

export class Supervisor<R extends Run> {
  readonly #launch: (crashed: (reason: string) => void) => R;
  readonly #crashes: CrashLimit;
  readonly #changed: (state: ServerState) => void;
  #state: ServerState = { kind: 'stopped' };
  #run: R | undefined;
  #restart: Promise<void> | undefined;

  /**
   * @param launch starts a run; it calls `crashed` later, at most once, and not for an end that was asked for
   * @param changed hears of every state
   */
  constructor(
    launch: (crashed: (reason: string) => void) => R,
    crashes: CrashLimit,
    changed: (state: ServerState) => void,
  ) {
    this.#launch = launch;
    this.#crashes = crashes;
    this.#changed = changed;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The run that answers, waiting for one that starts; rejects where there is none. */
  async ready(): Promise<R> {
    for (;;) {
      const run = this.#run;
      if (run === undefined) throw new Error('The OKR language server is not running.');
      // One that does not come up is followed by another, or by none.
      await run.started.catch(() => {});
      if (run === this.#run) return run;
    }
  }

  /** Settles when it runs or has failed, which is then its state. */
  async start(again = false): Promise<void> {
    const run: R = this.#launch(reason => {
      if (this.#run === run) this.#crashed(reason);
    });
    this.#run = run;
    this.#become({ kind: 'starting', again });
    try {
      await run.started;
      if (this.#run === run) this.#become({ kind: 'ready', again });
    } catch (error) {
      if (this.#run === run)
        this.#fail(`It could not start: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Starts over, whatever it is doing; once, however often it is asked for meanwhile. */
  restart(): Promise<void> {
    this.#restart ??= this.#startOver().finally(() => {
      this.#restart = undefined;
    });
    return this.#restart;
  }

  async stop(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#become({ kind: 'stopped' });
    await run?.end();
  }

  async #startOver(): Promise<void> {
    this.#crashes.forget();
    await this.stop();
    await this.start();
  }

  #crashed(reason: string): void {
    if (this.#crashes.allowsRestart(performance.now())) void this.start(true);
    else this.#fail(`It keeps crashing: ${reason}`);
  }

  #fail(message: string): void {
    void this.#run?.end();
    this.#run = undefined;
    this.#become({ kind: 'error', message });
  }

  #become(state: ServerState): void {
    this.#state = state;
    this.#changed(state);
  }
}
