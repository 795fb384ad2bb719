/** Writes what the core wants to have changed: into the workspace that was loaded, and into its files. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import type { TextRange } from '../../grammar/document.ts';
import type { LoadedWorkspace } from '../disk/load-workspaces.ts';
import { makeFolders, takeBackFolders } from '../disk/new-folders.ts';
import { whyUnwritable, writeText } from '../disk/write.ts';
import { refuseIfChanged } from './write-if-same.ts';

/** An `Insertion` is one. */
export interface FileEdit {
  readonly uri: string;
  /** In the text as it was loaded. */
  readonly range: TextRange;
  readonly text: string;
}

interface Change {
  readonly uri: string;
  readonly path: string;
  /** undefined: there is no such file yet. */
  readonly before: string | undefined;
}

/**
 * Writes edits, no two of which touch, into their files: all of them or none. The loaded workspace has them afterwards,
 * and says how things stand now. An edit of a file that it does not have makes that file, and the folders that it is in.
 * @returns the paths of the files
 * @throws where a file was changed meanwhile, or cannot be written
 */
export function writeEdits(
  loaded: LoadedWorkspace,
  edits: readonly FileEdit[],
  named: (path: string) => string,
): string[] {
  const { workspace, paths } = loaded;
  const changes = [...new Set(edits.map(({ uri }) => uri))].map(
    (uri): Change => ({
      uri,
      path: paths.get(uri) ?? URI.parse(uri).fsPath,
      before: workspace.file(uri)?.document.text,
    }),
  );
  for (const { path, before } of changes) refuseIfChanged(path, before, named);
  for (const edit of lastFirst(edits)) apply(loaded, edit);
  const begun: Change[] = [];
  const folders: string[] = [];
  try {
    for (const change of changes) {
      begun.push(change);
      if (change.before === undefined) folders.push(...makeFolders(dirname(change.path)));
      writeText(change.path, workspace.file(change.uri)?.document.text ?? '');
    }
  } catch (error) {
    const failed = begun.pop();
    for (const change of begun) takeBack(change);
    takeBackFolders(folders);
    for (const change of changes) forget(loaded, change);
    throw new Error(`\`${named(failed?.path ?? '')}\` cannot be written: ${whyUnwritable(error)}`);
  }
  return changes.map(({ path }) => path);
}

/** From the end of a text to its beginning no edit moves the place of another. */
function lastFirst(edits: readonly FileEdit[]): FileEdit[] {
  return edits.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) => b.line - a.line || b.character - a.character,
  );
}

function apply({ workspace, paths }: LoadedWorkspace, { uri, range, text }: FileEdit): void {
  if (workspace.file(uri) === undefined) {
    workspace.setFile(uri, '', false);
    paths.set(uri, URI.parse(uri).fsPath);
  }
  workspace.editFile(uri, range, text);
}

function takeBack({ path, before }: Change): void {
  if (before === undefined) rmSync(path, { force: true });
  else writeText(path, before);
}

function forget({ workspace, paths }: LoadedWorkspace, { uri, before }: Change): void {
  if (before === undefined) {
    workspace.removeFile(uri);
    paths.delete(uri);
  } else workspace.setFile(uri, before, false);
}
