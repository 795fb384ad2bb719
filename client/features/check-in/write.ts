/** Puts a check-in into its file: one step to undo, and nobody's editor moves to a file that they had not open. */
import { Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { CheckInAnswer } from '../../../server/core/requests/check-in.ts';
import { columnsOf, showLine } from '../../reveal-source.ts';

/** @param told what the message says where the file is not open */
export async function write(answer: CheckInAnswer, told: string): Promise<void> {
  const { place } = answer;
  const column = await put(answer);
  if (column !== undefined) {
    await showLine(place.uri, place.line, column);
    return;
  }
  const show = 'Show';
  if ((await window.showInformationMessage(told, show)) === show) await showLine(place.uri, place.line);
}

/** A file that is not open is saved. @returns the column that has it open; undefined where none has */
export async function put({ edit, place }: CheckInAnswer): Promise<number | undefined> {
  const uri = Uri.parse(place.uri, true);
  const [column] = columnsOf(uri);
  const changes = new WorkspaceEdit();
  for (const [address, edits] of Object.entries(edit.changes ?? {})) {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const at = new Range(start.line, start.character, end.line, end.character);
      changes.replace(Uri.parse(address, true), at, newText);
    }
  }
  if (!(await workspace.applyEdit(changes))) throw new Error('The editor did not take the change.');
  if (column === undefined) await (await workspace.openTextDocument(uri)).save();
  return column;
}
