/**
 * A small web extension: the folder that `npm start` opens in VS Code for the Web. Its files are fetched once from the
 * server that served this extension; edits stay in the browser's memory.
 */
import * as vscode from 'vscode';
import { folderScheme } from './manifest.ts';
import { registerSearch } from './search.ts';
import { isBranch, Tree, TreeError } from './tree.ts';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const answer = await fetch(vscode.Uri.joinPath(context.extensionUri, 'folder.json').toString(true));
  if (!answer.ok) throw new Error(`The folder could not be loaded: ${answer.status} ${answer.statusText}`);
  const { folder, contents } = (await answer.json()) as FolderContents;

  const tree = new Tree(Date.now);
  tree.makeFolder(folder);
  for (const [path, base64] of Object.entries(contents)) {
    tree.makeFolder(`${folder}/${path}`.replace(/\/[^/]*$/, ''));
    tree.write(`${folder}/${path}`, bytes(base64));
  }
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(folderScheme, new FolderInMemory(tree), { isCaseSensitive: true }),
    registerSearch(tree, folderScheme),
  );
}

/** What `folder.json` holds: the folder's name as a path (`/company`), and its files in base64. */
export interface FolderContents {
  readonly folder: string;
  readonly contents: Readonly<Record<string, string>>;
}

const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme: folderScheme, path });
const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));

/** Runs what may fail in the tree, and fails as VS Code expects it. */
function orFileSystemError<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof TreeError ? vscode.FileSystemError[error.fault](at(error.path)) : error;
  }
}

class FolderInMemory implements vscode.FileSystemProvider {
  readonly #tree: Tree;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  #tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.#changed.fire([{ type, uri }]);
  }

  /** Every change is made here and told to all: there is nothing to watch. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return orFileSystemError(() => {
      const entry = this.#tree.find(uri.path);
      return {
        type: isBranch(entry) ? vscode.FileType.Directory : vscode.FileType.File,
        ctime: entry.created,
        mtime: entry.changed,
        size: isBranch(entry) ? 0 : entry.content.byteLength,
      };
    });
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return orFileSystemError(() =>
      [...this.#tree.folder(uri.path).entries].map(([name, entry]) => [
        name,
        isBranch(entry) ? vscode.FileType.Directory : vscode.FileType.File,
      ]),
    );
  }

  createDirectory(uri: vscode.Uri): void {
    orFileSystemError(() => this.#tree.makeFolder(uri.path));
    this.#tell(vscode.FileChangeType.Created, uri);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return orFileSystemError(() => this.#tree.file(uri.path).content);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const exists = this.#tree.has(uri.path);
    if (!exists && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (exists && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    const isNew = orFileSystemError(() => this.#tree.write(uri.path, content));
    this.#tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
  }

  delete(uri: vscode.Uri): void {
    orFileSystemError(() => this.#tree.remove(uri.path));
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    if (!options.overwrite && this.#tree.has(to.path)) throw vscode.FileSystemError.FileExists(to);
    orFileSystemError(() => this.#tree.move(from.path, to.path));
    this.#tell(vscode.FileChangeType.Deleted, from);
    this.#tell(vscode.FileChangeType.Created, to);
  }
}
