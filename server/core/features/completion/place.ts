/** Where a line stands that is being written: under what, whose, and in which cycle. */
import type { Position } from '../../../../grammar/document.ts';
import type { Statement } from '../../../../grammar/tree.ts';
import { lastBefore } from '../../model/by-line.ts';
import type { Entry, Heading, KeyResultEntry } from '../../model/entry.ts';
import type { OkrFile, Row } from '../../model/file.ts';
import type { FeatureContext } from '../context.ts';
import { entryOf, headingAt, keyResultAt } from '../cursor.ts';

export interface LinePlace {
  readonly file: OkrFile;
  readonly row: Row;
  readonly lineNumber: number;
  readonly line: string;
  /** What it is indented under; undefined at the first column. */
  readonly parent: Statement | undefined;
  /** The last statement above it, in the block before where it is the first of its own. */
  readonly above: { readonly row: Row; readonly statement: Statement } | undefined;
  /** What is written on it already. */
  readonly own: Statement | undefined;
  readonly entry: Entry | undefined;
  readonly keyResult: KeyResultEntry | undefined;
  readonly heading: Heading;
}

export function placeAt({ workspace }: FeatureContext, uri: string, position: Position): LinePlace | undefined {
  const file = workspace.file(uri);
  if (file === undefined) return undefined;
  const { row } = file.at(position);
  const line = file.document.lineText(position.line);
  const number = position.line - file.lineOf(row.block, 0);
  const { statements } = row.block.tree;
  const before = lastBefore(statements, number);
  const next = statements[before + 1];
  const own = next?.line === number ? next : undefined;
  const column = own?.column ?? columnOf(line.slice(0, position.character));
  const parent = parentOf(statements, before, column);
  const inside = own ?? parent;
  return {
    file,
    row,
    lineNumber: position.line,
    line,
    parent,
    above: aboveOf(file, row, statements[before]),
    own,
    entry: parent && entryOf(row, parent),
    keyResult: parent && keyResultAt(row, parent),
    heading: headingAt(file, row, inside),
  };
}

/** The nearest line above that stands further left. */
function parentOf(statements: readonly Statement[], before: number, column: number): Statement | undefined {
  for (let i = before; i >= 0; i--) {
    const statement = statements[i] as Statement;
    if (statement.column < column) return statement;
  }
  return undefined;
}

function aboveOf(file: OkrFile, row: Row, statement: Statement | undefined): LinePlace['above'] {
  if (statement !== undefined) return { row, statement };
  const previous = file.content[file.indexOf(row.block) - 1];
  const last = previous?.block.tree.statements.at(-1);
  return previous === undefined || last === undefined ? undefined : { row: previous, statement: last };
}

/** Of the first character that is no blank, or of the text's end; a tab reaches the next multiple of four. */
function columnOf(text: string): number {
  let column = 0;
  for (const character of text) {
    if (character === '\t') column += 4 - (column % 4);
    else if (character === ' ') column++;
    else break;
  }
  return column;
}
