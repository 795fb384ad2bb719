/** The language server as the features see it: it may crash and start again, what they asked of it stays. */
import { type Event, EventEmitter, type LogOutputChannel, window, workspace } from 'vscode';
import type {
  BaseLanguageClient,
  NotificationHandler,
  NotificationType,
  RequestHandler,
  RequestType,
} from 'vscode-languageclient';
import { CrashLimit } from './crash-limit.ts';
import { documentSelector } from './documents.ts';
import type { ErrorBoundary } from './error-boundary.ts';
import { type InitializationOptions, joined } from './initialization-options.ts';
import { type Connect, type RunOptions, ServerRun } from './server-run.ts';
import { type ServerState, Supervisor } from './supervisor.ts';

const crashesForgiven = { restarts: 4, within: 3 * 60_000 };

export class LanguageServer {
  readonly #supervisor: Supervisor<ServerRun>;
  readonly #output: LogOutputChannel;
  readonly #errors: ErrorBoundary;
  readonly #options: (() => InitializationOptions)[] = [];
  readonly #handlers: ((client: BaseLanguageClient) => void)[] = [];
  readonly #listeners = new Map<string, NotificationHandler<unknown>[]>();
  readonly #changed = new EventEmitter<ServerState>();

  constructor(connect: Connect, output: LogOutputChannel, errors: ErrorBoundary) {
    this.#output = output;
    this.#errors = errors;
    this.#supervisor = new Supervisor(
      crashed => new ServerRun(connect, this.#clientOptions(), output, client => this.#prepare(client), crashed),
      new CrashLimit(crashesForgiven),
      state => {
        this.#changed.fire(state);
        this.#tell(state);
      },
    );
  }

  get state(): ServerState {
    return this.#supervisor.state;
  }

  get onDidChangeState(): Event<ServerState> {
    return this.#changed.event;
  }

  /** Adds to the `initializationOptions` of every start to come. */
  initializeWith(options: () => InitializationOptions): void {
    this.#options.push(options);
  }

  /** Answers a request of the server's, from the next start on. */
  answer<P, R>(type: RequestType<P, R, void>, handler: RequestHandler<P, R, void>): void {
    this.#handlers.push(client => client.onRequest(type, handler));
  }

  /** Listens to a notification of the server's, from the next start on. */
  listen<P>(type: NotificationType<P>, handler: NotificationHandler<P>): void {
    const known = this.#listeners.get(type.method);
    if (known !== undefined) {
      known.push(handler as NotificationHandler<unknown>);
      return;
    }
    const listeners = [handler as NotificationHandler<unknown>];
    this.#listeners.set(type.method, listeners);
    // The library keeps one handler a method, and several features listen.
    this.#handlers.push(client =>
      client.onNotification(type, params => {
        for (const listener of listeners) listener(params);
      }),
    );
  }

  /** Asks the server, once it has started; rejects where it does not run. */
  async request<P, R>(type: RequestType<P, R, void>, params: P): Promise<R> {
    const { client } = await this.#supervisor.ready();
    return client.sendRequest<R>(type.method, params);
  }

  /** Tells a server that runs; one that starts later reads its options. */
  async notify(method: string, params: object): Promise<void> {
    if (this.state.kind !== 'ready') return;
    const { client } = await this.#supervisor.ready();
    await client.sendNotification(method, params);
  }

  start(): Promise<void> {
    return this.#supervisor.start();
  }

  restart(): Promise<void> {
    return this.#supervisor.restart();
  }

  stop(): Promise<void> {
    return this.#supervisor.stop();
  }

  #clientOptions(): RunOptions {
    return {
      documentSelector: documentSelector(workspace.workspaceFolders),
      initializationOptions: () => joined(this.#options.map(options => options())),
      middleware: {
        // The editor says nothing of a fix that cannot be made after all: whoever chose it would wait for it.
        resolveCodeAction: (action, token, resolve) =>
          this.#errors.guard('This could not be done', () => resolve(action, token) ?? undefined),
      },
    };
  }

  #prepare(client: BaseLanguageClient): void {
    for (const handle of this.#handlers) handle(client);
  }

  /** Says what a person should know; the rest is in the status item. */
  #tell(state: ServerState): void {
    if (state.kind === 'error') {
      const message = `The OKR language server is off. ${state.message}`;
      this.#output.error(message);
      void this.#errors.offer(window.showErrorMessage, message, { Restart: () => this.restart() });
    } else if (state.kind === 'ready' && state.again) {
      const message = 'The OKR language server stopped unexpectedly and was started again.';
      this.#output.warn(message);
      void this.#errors.offer(window.showWarningMessage, message);
    }
  }
}
