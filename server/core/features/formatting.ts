/** Formatting: the printer's text, as the smallest edits that lead there. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { formatEdits } from '../../../grammar/printer.ts';
import type { OkrFile } from '../model/file.ts';

export function formatDocument(file: OkrFile): TextEdit[] {
  return formatEdits(file.document).map(({ range, text }) => ({ range, newText: text }));
}

/** Only the lines that a range touches. */
export function formatRange(file: OkrFile, range: Range): TextEdit[] {
  return formatDocument(file).filter(
    edit => edit.range.start.line <= range.end.line && edit.range.end.line >= range.start.line,
  );
}
