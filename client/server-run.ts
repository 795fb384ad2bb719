/** One start of the language server. What has ended is never used again: a new start is a new client. */
import type { LogOutputChannel } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';

/** How a host reaches a server: a process or a worker. */
export type Connect = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => {
  readonly client: BaseLanguageClient;
  /** Ends what the client library does not end itself. */
  readonly end: () => void;
};

/** What is asked of the library beside how it reaches the server. */
export type RunOptions = Pick<LanguageClientOptions, 'documentSelector' | 'initializationOptions' | 'middleware'>;

export class ServerRun {
  readonly client: BaseLanguageClient;
  /** Resolves when the server has answered; rejects where it will not. */
  readonly started: Promise<void>;
  readonly #endTransport: () => void;
  readonly #output: LogOutputChannel;
  #giveUp: (why: Error) => void = () => {};
  #over = false;

  /**
   * @param prepare registers handlers before the first message
   * @param crashed called at most once, and not for an end that was asked for
   */
  constructor(
    connect: Connect,
    options: RunOptions,
    output: LogOutputChannel,
    prepare: (client: BaseLanguageClient) => void,
    crashed: (reason: string) => void,
  ) {
    let answered = false;
    const lost = (reason: string) => {
      if (this.#over) return;
      this.#finish(reason);
      crashed(reason);
    };
    const { client, end } = connect('okr', 'OKR Language Server', {
      ...options,
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: error => {
          // A worker whose script cannot be loaded tells it this way and then is silent for ever.
          if (!answered) lost(error.message || 'its script could not be loaded');
          return { action: ErrorAction.Continue, handled: true };
        },
        closed: () => {
          lost('its process ended');
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    });
    // One voice: the library writes to the log, what a person should know is said by LanguageServer.
    client.error = (message, data) => output.error(message, ...(data === undefined ? [] : [data]));
    this.client = client;
    this.#endTransport = end;
    this.#output = output;
    prepare(client);

    const givenUp = new Promise<never>((_, reject) => {
      this.#giveUp = reject;
    });
    this.started = Promise.race([client.start(), givenUp]).then(() => {
      answered = true;
    });
    // Whoever waits hears of it; nobody has to wait.
    this.started.catch(() => {});
  }

  /** Asks the server to end, and ends it where it does not. */
  async end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    try {
      await this.client.stop();
    } catch (error) {
      // It was still starting, or did not answer in time. The library kills a process by itself.
      this.#output.warn('The language server did not end when asked to', String(error));
    }
    this.#finish('it was stopped');
  }

  #finish(reason: string): void {
    this.#over = true;
    this.#giveUp(new Error(`The OKR language server is gone: ${reason}`));
    this.#endTransport();
  }
}
