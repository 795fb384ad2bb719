/** Which workspace a report is about, told by one of its documents. */
import { type Uri, window, workspace } from 'vscode';
import { okrDocument } from '../../documents.ts';

/**
 * The document in the editor, else one that is open, else any of the workspace's.
 * @returns undefined where there is no `.okr` file at all
 */
export async function reportSubject(): Promise<Uri | undefined> {
  const shown = okrDocument(window.activeTextEditor) ?? window.visibleTextEditors.map(okrDocument).find(Boolean);
  if (shown !== undefined) return shown.uri;
  const [found] = await workspace.findFiles('**/*.okr', '**/node_modules/**', 1);
  return found;
}
