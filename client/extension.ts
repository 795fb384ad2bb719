/** The extension in a desktop or remote VS Code: the language server is a process of its own, spoken to over IPC. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { turnOn } from './activation.ts';

export { turnOff as deactivate } from './activation.ts';

export function activate(context: ExtensionContext): void {
  const run: NodeModule = {
    module: Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.ipc,
  };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  turnOn(context, (id, name, options) => {
    const client = new LanguageClient(id, name, { run, debug }, options);
    // The library ends the process itself, also one that no longer answers.
    return { client, end: () => {} };
  });
}
