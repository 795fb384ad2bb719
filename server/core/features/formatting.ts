/** Formatting: the printer's text, as the smallest edits that lead there. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { formatEdits } from '../../../grammar/printer.ts';
import type { OkrFile } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import { afterEnter } from './formatting/after-enter.ts';
import { formatLines } from './formatting/lines.ts';
import { smallest } from './formatting/smallest.ts';

export function formatDocument(file: OkrFile): TextEdit[] {
  const { document } = file;
  return formatEdits(document).map(({ range, text }) =>
    range.start.line === range.end.line
      ? smallest(document.lineText(range.start.line), range, text)
      : { range, newText: text },
  );
}

/**
 * Only the lines that a range touches, in the indentation of the place where they stand: what was pasted there is
 * nested as if it had been written there. A part of a line is left as it is: whoever has pasted a word types on.
 */
export function formatRange(file: OkrFile, { start, end }: Range): TextEdit[] {
  if (start.line === end.line && file.document.lineText(start.line).slice(0, start.character).trim() !== '') return [];
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return formatLines(file.document, start.line, last);
}

/** What Enter does beside beginning a line; `position` is on the line that it began. */
export function formatAfterEnter(workspace: Workspace, file: OkrFile, position: Position): TextEdit[] {
  return afterEnter(file.document, position, workspace.today.peek());
}
