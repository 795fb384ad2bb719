/** What a document becomes when a proposal is taken, its places to fill in left as they are; and how well it reads. */
import {
  type CompletionItem,
  type InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import { Document } from '../../../grammar/document.ts';
import type { Problem } from '../../../grammar/problems.ts';

export interface Accepted {
  readonly text: string;
  /** What was written, and on which line that begins. */
  readonly written: string;
  readonly line: number;
}

export function accept(text: string, item: CompletionItem): Accepted {
  const edit = item.textEdit as TextEdit | InsertReplaceEdit;
  const { start, end } = 'range' in edit ? edit.range : edit.replace;
  const lines = text.split('\n');
  const line = lines[start.line] as string;
  const filledIn = item.insertTextFormat === InsertTextFormat.Snippet ? filled(edit.newText) : edit.newText;
  // An editor indents further lines as the one in which the first begins.
  const indentation = /^\s*/.exec(line.slice(0, start.character))?.[0] ?? '';
  const isAdjusted = item.insertTextMode === InsertTextMode.adjustIndentation;
  const written = isAdjusted ? filledIn.replace(/\n(?=.)/g, `\n${indentation}`) : filledIn;
  lines[start.line] = line.slice(0, start.character) + written + line.slice(end.character);
  return { text: lines.join('\n'), written, line: start.line };
}

/** A snippet as it is before anybody has filled in anything: the texts that stand there, the first of several. */
export function filled(snippet: string): string {
  return snippet
    .replace(
      /\$\{\d+\|((?:[^\\|]|\\.)*)\|\}/g,
      (_, words: string) => (/^(?:[^\\,]|\\.)*/.exec(words) as string[])[0] ?? '',
    )
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\(.)/g, '$1');
}

/** What the grammar has against some lines of a text; without them, against any. */
export function problemsOf(text: string, firstLine = 0, lines = Number.POSITIVE_INFINITY): Problem[] {
  const document = new Document(text);
  return document.blocks.flatMap(({ tree, lineStarts }, index) => {
    const first = document.lineOf(index);
    return [...tree.syntax, ...tree.structure].filter(({ start }) => {
      const line = first + lineStarts.findLastIndex(each => each <= start);
      return line >= firstLine && line < firstLine + lines;
    });
  });
}
