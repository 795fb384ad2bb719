/** What stands at a position of a file. */
import type { Position } from '../../../grammar/document.ts';
import type { Comment, Statement } from '../../../grammar/tree.ts';
import { onLine } from '../model/by-line.ts';
import type { Entry, Heading, KeyResultEntry, ObjectiveEntry } from '../model/entry.ts';
import { type OkrFile, type Row, rootsOf } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';

export interface Cursor {
  readonly file: OkrFile;
  readonly row: Row;
  /** In the block. */
  readonly offset: number;
  /** The statement and the comment of its line. */
  readonly statement: Statement | undefined;
  readonly comment: Comment | undefined;
}

/** undefined for a file that the workspace does not have. */
export function cursorAt(workspace: Workspace, uri: string, position: Position): Cursor | undefined {
  const file = workspace.file(uri);
  if (file === undefined) return undefined;
  const { row, offset } = file.at(position);
  const line = position.line - file.lineOf(row.block, 0);
  const { statements, comments } = row.block.tree;
  return {
    file,
    row,
    offset,
    statement: onLine(statements, line),
    comment: onLine(comments, line),
  };
}

/** The element that a statement belongs to, or is; undefined where that cannot be read. */
export function entryOf(row: Row, statement: Statement): Entry | undefined {
  let root = statement;
  while (root.parent !== undefined) root = root.parent;
  const index =
    row.entries.length === 1 && row.block.tree.statements[0] === root ? 0 : rootsOf(row.block).indexOf(root);
  return row.entries.find(entry => entry.index === index);
}

/** The key result that a statement belongs to, or is. */
export function keyResultAt(row: Row, statement: Statement): KeyResultEntry | undefined {
  const entry = entryOf(row, statement);
  const node = statement.kind === 'kr' ? statement : statement.parent;
  const objective = node?.parent;
  if (entry === undefined || node?.kind !== 'kr' || objective?.kind !== 'objective' || objective.parent !== undefined)
    return undefined;
  const keyResult = onLine((entry as ObjectiveEntry).element.keyResults, node.line);
  return keyResult === undefined ? undefined : { objective: entry as ObjectiveEntry, keyResult };
}

/** Whose and when a place is: what its element says, else the headings above it. */
export function headingAt(file: OkrFile, row: Row, statement: Statement | undefined): Heading {
  const entry = statement === undefined ? undefined : entryOf(row, statement);
  if (entry !== undefined) return { team: entry.team, cycle: entry.cycle };
  let above: Heading = { team: undefined, cycle: undefined };
  for (const each of file.content) {
    if (each.heading !== undefined) above = { ...above, ...each.heading };
    if (each === row) break;
  }
  return above;
}
