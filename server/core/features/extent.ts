/** How far a statement reaches: over what is indented under it, comments too. */
import type { Block } from '../../../grammar/document.ts';
import type { Span, Statement } from '../../../grammar/tree.ts';
import { lastBefore } from '../model/by-line.ts';

export interface Extent extends Span {
  /** Counted from the block's first line. */
  readonly lastLine: number;
}

/** From the keyword to the end of the last line that belongs to a statement. */
export function extentOf({ tree: { statements, comments } }: Block, node: Statement): Extent {
  let last = node;
  for (let below = last.body.at(-1); below !== undefined; below = last.body.at(-1)) last = below;
  let { end, line: lastLine } = last;
  const next = statements[lastBefore(statements, lastLine + 1) + 1]?.line ?? Number.POSITIVE_INFINITY;
  for (let i = lastBefore(comments, lastLine) + 1; i < comments.length; i++) {
    const comment = comments[i] as (typeof comments)[number];
    if (comment.line >= next || (!comment.trailing && comment.column <= node.column)) break;
    end = comment.end;
    lastLine = comment.line;
  }
  return { start: node.start, end, lastLine };
}
