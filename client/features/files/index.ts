/** Reads and finds files for a server that cannot reach them: virtual workspaces, and VS Code for the Web. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { isDataFile } from '../../../server/core/data/data-file-names.ts';
import type { ReadFileAnswer } from '../../../server/core/requests/client-files.ts';
import { documentSchemes } from '../../documents.ts';
import type { Feature } from '../../feature.ts';
import { okrFindFiles, okrReadFile } from '../../protocol.ts';
import { base64 } from './base64.ts';
import { findFiles } from './find.ts';
import { isOurs } from './walk.ts';

/** Far more than people write; a file beyond it would hold the editor while it is passed on, in one piece. */
const mostMegabytes = 20;
const limits = { folders: 5_000, files: 20_000 };

export const files: Feature = ({ server, output }) => {
  server.answer(okrReadFile, ({ uri }) => read(allowed(uri)));
  server.answer(okrFindFiles, async ({ uri, what }) => {
    const found = await findFiles(allowed(uri), what === 'data' ? isDataFile : isOurs, limits, output);
    return found.map(file => file.toString());
  });
  return [];
};

/** The server sees the workspace's file systems, and nothing else that the editor could reach. */
function allowed(address: string): Uri {
  const uri = Uri.parse(address, true);
  if (!documentSchemes(workspace.workspaceFolders).includes(uri.scheme)) {
    throw new Error(`${address} is not in this workspace.`);
  }
  return uri;
}

async function read(uri: Uri): Promise<ReadFileAnswer> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return null;
    const megabytes = Math.ceil(size / 2 ** 20);
    if (megabytes > mostMegabytes)
      return { unreadable: `This file has ${megabytes} MB, and in this editor at most ${mostMegabytes} MB are read` };
    return { base64: base64(await workspace.fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
