import { commands, type Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { ErrorBoundary } from './error-boundary.ts';
import type { LanguageServer } from './language-server.ts';

/** What a feature is given. */
export interface Host {
  readonly context: ExtensionContext;
  readonly server: LanguageServer;
  readonly output: LogOutputChannel;
  readonly errors: ErrorBoundary;
}

/** Turns itself on; what it returns turns it off. Runs before the server is started. */
export type Feature = (host: Host) => readonly Disposable[];

/**
 * Registers a command of package.json. Whatever it throws becomes a message.
 * @param failure what the message begins with: “The preview could not be opened”
 */
export function command<Args extends unknown[]>(
  host: Host,
  id: `okr.${string}`,
  failure: string,
  run: (...args: Args) => unknown,
): Disposable {
  return commands.registerCommand(id, (...args: Args) => host.errors.guard(failure, () => run(...args)));
}
