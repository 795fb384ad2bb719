/** The language server in Node: over standard input and output, or the channel to the process that started it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type InitializeParams, ProposedFeatures } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { ClientFiles } from './client-files.ts';
import type { FileAccess } from './file-access.ts';
import { NodeFiles } from './node-files.ts';
import { startServer } from './server.ts';
import { version } from './version.ts';
import { wellFormedOnly } from './well-formed.ts';

/** Collects all garbage and gives the room back to the system, which V8 by itself does much later. */
function tidy(): void {
  setFlagsFromString('--expose-gc');
  // By itself it moves only what lies in pages that are nearly empty.
  setFlagsFromString('--compact-on-every-full-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  setFlagsFromString('--no-compact-on-every-full-gc');
}

/** Serves the client at the other end of `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…`. */
export function serve(): void {
  // A client that has gone hears no answer, and no complaint about that either. This is asked before the library's own
  // listener, which would try to tell the client.
  process.stdout.once('error', () => process.exit(0));
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: wellFormedOnly });
  startServer(connection, version, params => filesFor(params, new NodeFiles(), new ClientFiles(connection)), tidy);
  connection.listen();
}

/** Folders on the disk are read by the server itself; virtual ones through a client that offers to. */
function filesFor({ workspaceFolders, rootUri }: InitializeParams, disk: FileAccess, client: FileAccess): FileAccess {
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return folders.length === 0 || folders.every(uri => disk.reaches(uri)) ? disk : client;
}
