/** Where a command is to do something: where it was told to, else at the cursor of an .okr file. */
import { window } from 'vscode';
import { okrDocument } from './documents.ts';
import { placeArgument } from './place-argument.ts';

/** @returns undefined where neither says a line */
export function placeOrCursor(argument: unknown): { readonly uri: string; readonly line: number } | undefined {
  const { uri, line } = placeArgument(argument) ?? {};
  if (uri !== undefined && line !== undefined) return { uri, line };
  const editor = window.activeTextEditor;
  const document = okrDocument(editor);
  if (editor === undefined || document === undefined) return undefined;
  return { uri: document.uri.toString(), line: editor.selection.active.line };
}
