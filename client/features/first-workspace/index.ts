/** *OKR: Create First Workspace*: an example to write over, in a folder that has no OKRs yet. */
import { commands, Position, Selection, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from 'vscode';
import { command, type Feature, type Host } from '../../feature.ts';
import { okrFirstWorkspace } from '../../protocol.ts';
import { Refusal } from '../../refusal.ts';
import { whoAsks } from '../check-in/me.ts';

export const firstWorkspace: Feature = host => [
  command(host, 'okr.createFirstWorkspace', 'The workspace could not be created', () => create(host)),
];

async function create(host: Host): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const { files } = await host.server.request(okrFirstWorkspace, { folder: folder.uri.toString(), ...whoAsks() });
  const edit = new WorkspaceEdit();
  const encoder = new TextEncoder();
  // Where a file is there already the editor refuses the whole.
  for (const { name, text } of files)
    edit.createFile(Uri.joinPath(folder.uri, name), { contents: encoder.encode(text), overwrite: false });
  if (!(await workspace.applyEdit(edit)))
    throw new Refusal(`Nothing was written: ${files.map(({ name }) => name).join(' or ')} is there already.`);
  const { name = '' } = files.at(-1) ?? {};
  const editor = await window.showTextDocument(Uri.joinPath(folder.uri, name), { preview: false });
  const { lineCount } = editor.document;
  const lines = Array.from({ length: lineCount }, (_, line) => editor.document.lineAt(line).text);
  const here = new Position(
    Math.max(
      0,
      lines.findIndex(text => text.startsWith('objective')),
    ),
    0,
  );
  editor.selection = new Selection(here, here);
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const [first, second] = workspace.workspaceFolders ?? [];
  if (second !== undefined) return window.showWorkspaceFolderPick({ placeHolder: 'In which folder?' });
  if (first !== undefined) return first;
  const open = 'Open Folder…';
  const chosen = await window.showInformationMessage(
    'OKRs are files in a folder: open one, new or empty, first.',
    open,
  );
  if (chosen === open) await commands.executeCommand('vscode.openFolder');
  return undefined;
}
