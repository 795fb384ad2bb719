/** What both hosts do: make the server's connection, turn the features on one after another, start. */
import { type ExtensionContext, window } from 'vscode';
import { ErrorBoundary } from './error-boundary.ts';
import { features } from './features.ts';
import type { InitializationOptions } from './initialization-options.ts';
import { LanguageServer } from './language-server.ts';
import { lensCommands } from './lens-commands.ts';
import type { Connect } from './server-run.ts';

let running: LanguageServer | undefined;

/**
 * Returns before the server has started, so that nobody's editor waits for it.
 * @param options what only this host has to tell the server
 */
export function turnOn(context: ExtensionContext, connect: Connect, options: InitializationOptions = {}): void {
  const output = window.createOutputChannel('OKR', { log: true });
  const errors = new ErrorBoundary(output);
  const server = new LanguageServer(connect, output, errors);
  context.subscriptions.push(output);
  server.initializeWith(() => ({ ...options, commands: lensCommands }));
  running = server;

  for (const [name, feature] of Object.entries(features)) {
    // One feature that fails to start takes no other with it.
    errors.guard(`OKR could not turn on “${name}”`, () => {
      context.subscriptions.push(...feature({ context, server, output, errors }));
    });
  }
  void server.start();
}

export async function turnOff(): Promise<void> {
  await running?.stop();
  running = undefined;
}
