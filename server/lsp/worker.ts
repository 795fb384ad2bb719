/** The language server in a web worker, for VS Code for the Web. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ClientFiles } from './client-files.ts';
import { scriptsAre } from './scripts.ts';
import { startServer } from './server.ts';
import { version } from './version.ts';
import { wellFormedOnly } from './well-formed.ts';

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
  messageStrategy: wellFormedOnly,
});
startServer(connection, version, ({ initializationOptions }) => {
  scriptsAre((initializationOptions as { readonly scripts?: unknown } | undefined)?.scripts);
  return new ClientFiles(connection);
});
connection.listen();
