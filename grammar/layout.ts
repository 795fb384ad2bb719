/** How deep each line of a block stands. */
import type { BlockTree } from './block.ts';
import type { Comment, Statement } from './tree.ts';

/** A line that is not blank: a statement, or a comment alone. */
export interface LaidLine {
  readonly line: number;
  /** The number of statements it stands under. */
  readonly depth: number;
  readonly content: Statement | Comment;
}

/** The lines of a block with their depths; a comment is nested by its column as if it were a statement without children. */
export function layOut(tree: BlockTree): LaidLine[] {
  const lines: LaidLine[] = [];
  const open: Statement[] = [];
  const comments = tree.comments.filter(comment => !comment.trailing);
  let next = 0;
  const place = (comment: Comment) => {
    let depth = open.length;
    while (depth > 0 && (open[depth - 1] as Statement).column >= comment.column) depth--;
    lines.push({ line: comment.line, depth, content: comment });
  };
  for (const statement of tree.statements) {
    for (; next < comments.length && (comments[next] as Comment).line < statement.line; next++)
      place(comments[next] as Comment);
    while (open.length > 0 && open.at(-1) !== statement.parent) open.pop();
    lines.push({ line: statement.line, depth: open.length, content: statement });
    open.push(statement);
  }
  for (; next < comments.length; next++) place(comments[next] as Comment);
  return lines;
}
