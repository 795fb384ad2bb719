/** Reads and finds files for a server that cannot reach them: virtual workspaces, and VS Code for the Web. */
import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { documentSchemes } from '../../documents.ts';
import type { Feature, Host } from '../../feature.ts';
import { okrFindFiles, okrReadFile } from '../../protocol.ts';
import { base64 } from './base64.ts';
import { type Entry, walk } from './walk.ts';

/** Far more than people write; a file beyond it would hold the editor while it is passed on. */
const mostBytes = 64 * 2 ** 20;
const limits = { folders: 2_000, files: 20_000 };

export const files: Feature = host => {
  host.server.answer(okrReadFile, async ({ uri }) => {
    const bytes = await read(allowed(uri));
    return bytes && { base64: base64(bytes) };
  });
  host.server.answer(okrFindFiles, async ({ uri }) => {
    const folder = allowed(uri);
    const searched = await workspace.findFiles(
      new RelativePattern(folder, '**/{*.okr,okr.json}'),
      '**/node_modules/**',
      limits.files,
    );
    // Some file systems have no search, and then nothing is found.
    const found = searched.length > 0 ? searched : await walkFolder(host, folder);
    return found.map(file => file.toString());
  });
  return [];
};

/** The server sees what belongs to the workspace's file systems and nothing else that the editor could reach. */
function allowed(address: string): Uri {
  const uri = Uri.parse(address, true);
  if (!documentSchemes(workspace.workspaceFolders).includes(uri.scheme)) {
    throw new Error(`${address} is not in this workspace.`);
  }
  return uri;
}

/** @returns null where there is no such file */
async function read(uri: Uri): Promise<Uint8Array | null> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return null;
    if (size > mostBytes) throw new Error(`${uri.path} has ${Math.round(size / 2 ** 20)} MB; at most 64 MB are read.`);
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

async function walkFolder(host: Host, root: Uri): Promise<readonly Uri[]> {
  const { files, complete } = await walk(
    root,
    async folder => (await workspace.fs.readDirectory(folder)).map(([name, type]) => entry(name, type)),
    (folder, name) => Uri.joinPath(folder, name),
    limits,
    (folder, error) => host.output.warn(`${folder.toString()} cannot be read`, String(error)),
  );
  if (!complete) host.output.warn(`${root.toString()} is too large to be searched to its end`);
  return files;
}

function entry(name: string, type: FileType): Entry {
  if ((type & FileType.SymbolicLink) !== 0) return { name, kind: 'link' };
  return { name, kind: (type & FileType.Directory) !== 0 ? 'folder' : 'file' };
}
