/** The language server in a web worker, for VS Code for the Web. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import packageJson from '../../package.json' with { type: 'json' };
import { ClientFiles } from './client-files.ts';
import { startServer } from './server.ts';

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(connection, packageJson.version, () => new ClientFiles(connection));
connection.listen();
