/**
 * Where some lines of a document belong: under what they are written under, and what means nothing there under the
 * nearest line above that may have it. So a key result that was copied from elsewhere gets into the objective above it.
 */
import type { Document } from '../../../../grammar/document.ts';
import { fits } from '../../../../grammar/structure.ts';
import type { Comment, Statement } from '../../../../grammar/tree.ts';

/** A line with its indentation. */
interface Line {
  readonly number: number;
  readonly column: number;
  readonly indentation: string;
  readonly statement: Statement | undefined;
}
/** A statement that others may stand under. */
interface Open {
  readonly statement: Statement;
  /** As it is written, and as it will be. */
  readonly column: number;
  readonly indentation: string;
  /** What its children have, or will have. */
  child: string | undefined;
  readonly isInside: boolean;
}

/** The indentation of each line from `first` to `last` that is not blank. */
export function indentationsIn(document: Document, first: number, last: number): Map<number, string> {
  const found = new Map<number, string>();
  const step = stepOf(document, first, last);
  let open: Open[] = [];
  for (const line of linesUpTo(document, last)) {
    if (line.number < first) {
      if (line.statement !== undefined) {
        while (open.length > 0 && (open.at(-1) as Open).column >= line.column) open.pop();
        const parent = open.at(-1);
        if (parent !== undefined) parent.child ??= line.indentation;
        open.push({ ...line, statement: line.statement, child: undefined, isInside: false });
      }
      continue;
    }
    const { statement } = line;
    // Lines that are read together keep how they stand to each other.
    let depth = open.length;
    while (depth > 0 && (open[depth - 1] as Open).column >= line.column) depth--;
    if (statement !== undefined && !fits(statement, open[depth - 1]?.statement)) {
      const better = open.findLastIndex(each => fits(statement, each.statement)) + 1;
      if (better > 0 || fits(statement, undefined)) depth = better;
    }
    open = statement === undefined ? open : open.slice(0, depth);
    const parent = open[depth - 1];
    const indentation =
      parent === undefined
        ? ''
        : (parent.child ??
          childOf(document, parent, first, last) ??
          parent.indentation + (parent.indentation.includes('\t') ? '\t' : step));
    if (parent !== undefined) parent.child ??= indentation;
    found.set(line.number, indentation);
    if (statement !== undefined)
      open.push({ statement, column: line.column, indentation, child: undefined, isInside: true });
  }
  return found;
}

/** What stands under it below the lines that are asked for. */
function childOf(document: Document, { statement, isInside }: Open, first: number, last: number): string | undefined {
  if (isInside) return undefined;
  for (const line of statementLines(document))
    if (line.statement?.parent === statement && (line.number < first || line.number > last)) return line.indentation;
  return undefined;
}

/** What the first line of a file that is indented under an element takes; two blanks in a file that has none. */
function stepOf(document: Document, first: number, last: number): string {
  for (const { number, statement, indentation } of statementLines(document)) {
    const isOutside = number < first || number > last;
    if (isOutside && statement?.parent !== undefined && statement.parent.parent === undefined) return indentation;
  }
  return '  ';
}

function* statementLines(document: Document): Iterable<Line> {
  for (const line of linesUpTo(document, Number.POSITIVE_INFINITY)) if (line.statement !== undefined) yield line;
}

/** The lines with a statement, or a comment alone, in their order. */
function* linesUpTo(document: Document, last: number): Iterable<Line> {
  for (const [index, block] of document.blocks.entries()) {
    const first = document.lineOf(index);
    if (first > last) return;
    const { statements, comments } = block.tree;
    const contents: (Statement | Comment)[] = [...statements, ...comments.filter(({ trailing }) => !trailing)];
    for (const content of contents.sort((a, b) => a.line - b.line)) {
      if (first + content.line > last) return;
      const start = block.lineStarts[content.line] as number;
      const indentation = block.text.slice(start, content.start).replace(/^\ufeff/, '');
      const statement = 'kind' in content ? content : undefined;
      yield { number: first + content.line, column: content.column, indentation, statement };
    }
  }
}
