/** *OKR: New Objective* and *OKR: New Key Result*: a snippet to fill in, where it belongs. */
import { Range, SnippetString, type TextEditor, Uri, window, workspace } from 'vscode';
import type { NewElementAnswer, NewElementParams } from '../../../server/core/requests/new-element.ts';
import { languageId, okrDocument } from '../../documents.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { placeArgument } from '../../place-argument.ts';
import { okrNewElement } from '../../protocol.ts';
import { Refusal } from '../../refusal.ts';
import { columnsOf } from '../../reveal-source.ts';
import { insertionOf } from './insertion.ts';

export const newElement: Feature = host => [
  command(host, 'okr.newObjective', 'The objective could not be written', argument =>
    write(host, 'objective', argument),
  ),
  command(host, 'okr.newKeyResult', 'The key result could not be written', argument =>
    write(host, 'key result', argument),
  ),
];

async function write(host: Host, what: NewElementParams['what'], argument: unknown): Promise<void> {
  const editor = await editorFor(argument, what);
  if (editor === undefined) throw new Refusal('A key result belongs to an objective: put the cursor into one.');
  const { document } = editor;
  const isNew = document.isUntitled && document.getText() === '';
  const line = placeArgument(argument)?.line ?? editor.selection.active.line;
  const uri = isNew ? null : document.uri.toString();
  await insert(editor, await host.server.request(okrNewElement, { what, uri, line: isNew ? null : line }));
}

/** The file that is meant, else the one in the editor, else a new one. */
async function editorFor(argument: unknown, what: NewElementParams['what']): Promise<TextEditor | undefined> {
  const place = placeArgument(argument);
  if (place !== undefined) {
    const uri = Uri.parse(place.uri, true);
    const [column] = columnsOf(uri);
    return window.showTextDocument(uri, { preview: false, ...(column === undefined ? {} : { viewColumn: column }) });
  }
  if (okrDocument(window.activeTextEditor) !== undefined) return window.activeTextEditor;
  if (what === 'key result') return undefined;
  return window.showTextDocument(await workspace.openTextDocument({ language: languageId, content: '' }));
}

async function insert(editor: TextEditor, answer: NewElementAnswer): Promise<void> {
  const { document } = editor;
  const lastLine = document.lineAt(document.lineCount - 1).text;
  const { start, end, before, snippet, after } = insertionOf(answer, { lines: document.lineCount, lastLine });
  const at = new Range(start.line, start.character, end.line, end.character);
  const text = new SnippetString().appendText(before);
  text.value += snippet;
  text.appendText(after);
  if (!(await editor.insertSnippet(text, at))) throw new Error('The editor did not take the change.');
  const first = start.line + before.split('\n').length - 1;
  const last = first + snippet.split('\n').length - 1;
  editor.revealRange(new Range(first, 0, last, 0));
}
