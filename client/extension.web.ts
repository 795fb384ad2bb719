/** The extension in VS Code for the Web: the language server is a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { turnOn } from './activation.ts';

export { turnOff as deactivate } from './activation.ts';

export function activate(context: ExtensionContext): void {
  const scripts = Uri.joinPath(context.extensionUri, 'dist').toString(true);
  turnOn(
    context,
    (id, name, options) => {
      const worker = new Worker(`${scripts}/server.web.js`, { name: 'okr-language-server' });
      return { client: new LanguageClient(id, name, worker, options), end: () => worker.terminate() };
    },
    { scripts },
  );
}
