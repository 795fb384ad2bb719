/** The lines of a range in their form, and in the indentation of the place where they stand. */
import type { TextEdit } from 'vscode-languageserver-types';
import { Document } from '../../../../grammar/document.ts';
import { formatEdits } from '../../../../grammar/printer.ts';
import { fits } from '../../../../grammar/structure.ts';
import { indentationsIn } from './nesting.ts';
import { smallest } from './smallest.ts';

/** @param last the last line, inclusive */
export function formatLines(document: Document, first: number, last: number): TextEdit[] {
  const nested = indentationsIn(document, first, last);
  // As the rest of the file is not asked for, it must say what it said; where it would not, lines stay where they are.
  return editsWith(document, first, last, keepsOthers(document, first, last, nested) ? nested : undefined);
}

function editsWith(
  document: Document,
  first: number,
  last: number,
  nested: ReadonlyMap<number, string> | undefined,
): TextEdit[] {
  const printed = new Map(formatEdits(document).map(edit => [edit.range.start.line, edit]));
  const edits: TextEdit[] = [];
  for (let line = first; line <= Math.min(last, document.lineCount - 1); line++) {
    const edit = printed.get(line);
    if (edit !== undefined && edit.text === '' && edit.range.end.line !== line) {
      // A blank line too many.
      edits.push({ range: edit.range, newText: '' });
      continue;
    }
    const text = document.lineText(line);
    const mark = line === 0 && text.startsWith('\ufeff') ? 1 : 0;
    const written = edit?.text ?? text.slice(mark);
    const lineBreak = /[\r\n]+$/.exec(written)?.[0] ?? '';
    const content = written.slice(0, written.length - lineBreak.length).replace(/^[ \t]*/, '');
    const indentation = nested?.get(line) ?? /^[ \t]*/.exec(text.slice(mark))?.[0] ?? '';
    const now = (content === '' ? '' : indentation + content) + lineBreak;
    if (edit !== undefined && edit.range.end.line !== line) edits.push({ range: edit.range, newText: now });
    else if (now !== text.slice(mark)) {
      const range = { start: { line, character: mark }, end: { line, character: text.length } };
      edits.push(smallest(text, range, now));
    }
  }
  return edits;
}

/** Whether every line outside stands under the same line as before, or means something where it meant nothing. */
function keepsOthers(document: Document, first: number, last: number, nested: ReadonlyMap<number, string>): boolean {
  const lines: string[] = [];
  let isSame = true;
  for (let line = 0; line < document.lineCount; line++) {
    const text = document.lineText(line);
    const indentation = nested.get(line);
    const now = indentation === undefined ? text : text.replace(/^(\ufeff?)[ \t]*/, `$1${indentation}`);
    isSame &&= now === text;
    lines.push(now);
  }
  if (isSame) return true;
  const after = parentsOf(new Document(lines.join('\n')));
  return [...parentsOf(document)].every(([line, { parent, isRight }]) => {
    const now = after.get(line);
    return (line >= first && line <= last) || now?.parent === parent || (!isRight && now?.isRight === true);
  });
}

interface Nesting {
  /** The line that a statement stands under; -1 for none. */
  readonly parent: number;
  /** It may stand there. */
  readonly isRight: boolean;
}

function parentsOf(document: Document): Map<number, Nesting> {
  const parents = new Map<number, Nesting>();
  for (const [index, block] of document.blocks.entries()) {
    const first = document.lineOf(index);
    for (const statement of block.tree.statements) {
      const { line, parent } = statement;
      parents.set(first + line, {
        parent: parent === undefined ? -1 : first + parent.line,
        isRight: fits(statement, parent),
      });
    }
  }
  return parents;
}
