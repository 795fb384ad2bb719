/** Which workspace a report is about, told by one of its files. */
import { type LogOutputChannel, type Uri, window, workspace } from 'vscode';
import { okrDocument } from '../../documents.ts';
import { findOurs } from '../files/find.ts';

/**
 * The document in the editor, else one that is seen, else the first of the workspace's files.
 * @returns undefined where there is no `.okr` file at all
 */
export async function reportSubject(output: LogOutputChannel): Promise<Uri | undefined> {
  const shown = okrDocument(window.activeTextEditor) ?? window.visibleTextEditors.map(okrDocument).find(Boolean);
  if (shown !== undefined) return shown.uri;
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const [found] = await findOurs(uri, { folders: 5_000, files: 1 }, output);
    if (found !== undefined) return found;
  }
  return undefined;
}
