/** Shows a document at a line, in the column where a person expects it. */
import { Range, TabInputText, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import { documentSchemes } from './documents.ts';
import { sourceColumn } from './source-column.ts';

/**
 * Opens a document beside its preview and puts the cursor on a line.
 * @param line from 0; undefined leaves the cursor where it is
 * @param preview the preview's column
 */
export function revealSource(address: string, line: number | undefined, preview: number | undefined): Promise<void> {
  return showLine(address, line, sourceColumn(preview, columnsOf(Uri.parse(address, true))));
}

/**
 * Opens a document of the workspace and puts the cursor on a line.
 * @param line from 0; undefined leaves the cursor where it is
 * @param column undefined: the active one
 */
export async function showLine(address: string, line: number | undefined, column?: number): Promise<void> {
  const uri = Uri.parse(address, true);
  if (!documentSchemes(workspace.workspaceFolders).includes(uri.scheme)) {
    throw new Error(`${address} is not in this workspace.`);
  }
  const document = await workspace.openTextDocument(uri);
  const options = { ...(column === undefined ? {} : { viewColumn: column }), preview: false };
  if (line === undefined) {
    await window.showTextDocument(document, options);
    return;
  }
  const { start } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  const selection = new Range(start, start);
  const editor = await window.showTextDocument(document, { ...options, selection });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The columns that have a document in a tab. */
export function columnsOf(uri: Uri): number[] {
  const has = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all.filter(group => group.tabs.some(tab => has(tab.input))).map(group => group.viewColumn);
}
