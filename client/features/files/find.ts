/** The workspace's files below a folder, on any file system: some have no search, and there it never answers. */
import { FileType, type LogOutputChannel, Uri, workspace } from 'vscode';
import { type Entry, isOurs, type WalkLimits, walk } from './walk.ts';

export function findOurs(root: Uri, limits: WalkLimits, output: LogOutputChannel): Promise<readonly Uri[]> {
  return findFiles(root, isOurs, limits, output);
}

/** Those whose names are wanted. */
export async function findFiles(
  root: Uri,
  isWanted: (name: string) => boolean,
  limits: WalkLimits,
  output: LogOutputChannel,
): Promise<readonly Uri[]> {
  const { files, complete } = await walk(
    root,
    async folder => (await workspace.fs.readDirectory(folder)).map(([name, type]) => entry(name, type)),
    (folder, name) => Uri.joinPath(folder, name),
    limits,
    (folder, error) => output.warn(`${folder.toString()} cannot be read`, String(error)),
    isWanted,
  );
  if (!complete) output.info(`${root.toString()} was searched up to ${files.length} files only`);
  return files;
}

function entry(name: string, type: FileType): Entry {
  if ((type & FileType.Directory) === 0) return { name, kind: 'file' };
  return { name, kind: (type & FileType.SymbolicLink) !== 0 ? 'link' : 'folder' };
}
