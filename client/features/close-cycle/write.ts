/** Puts the end of a cycle into its files: one step to undo, with the files that are new. */
import { Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { CloseAnswer } from '../../../server/core/requests/closing.ts';
import { columnsOf, showLine } from '../../reveal-source.ts';

/** @param told what is said when it is done */
export async function write({ edit, opens, leftBehind }: CloseAnswer, told: string): Promise<void> {
  const changes = new WorkspaceEdit();
  const changed: Uri[] = [];
  for (const change of edit.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind === 'create') changes.createFile(Uri.parse(change.uri, true));
      continue;
    }
    const uri = Uri.parse(change.textDocument.uri, true);
    changed.push(uri);
    for (const each of change.edits) {
      if (!('newText' in each)) continue;
      const { start, end } = each.range;
      changes.replace(uri, new Range(start.line, start.character, end.line, end.character), each.newText);
    }
  }
  const closed = changed.filter(uri => columnsOf(uri).length === 0);
  if (!(await workspace.applyEdit(changes))) throw new Error('The editor did not take the change.');
  for (const uri of closed) await (await workspace.openTextDocument(uri)).save();
  if (opens !== null) await showLine(opens.uri, opens.line);
  await tell(told, leftBehind);
}

async function tell(told: string, leftBehind: readonly string[]): Promise<void> {
  if (leftBehind.length === 0) {
    void window.showInformationMessage(told);
    return;
  }
  const show = 'What Does Not Go On';
  if ((await window.showInformationMessage(told, show)) !== show) return;
  const content = `${leftBehind.map(line => `- ${line}`).join('\n')}\n`;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }), {
    preview: false,
  });
}
