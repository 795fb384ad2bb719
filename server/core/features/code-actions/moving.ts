/** An objective on its way to another place: its text with the comments right above it, and the place that it leaves. */
import type { ObjectiveEntry } from '../../model/entry.ts';
import { placeAbove } from '../../rules/lines.ts';
import { type PlacedEdit, statementOf } from '../../rules/rule.ts';
import { endOfBody, removeLines } from './lines-of-file.ts';

/** An edit of the objective's own text. */
export interface InnerEdit {
  /** In its block. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether it is a block of its own, as every objective at the first column is. */
export function canMove(objective: ObjectiveEntry): boolean {
  const roots = objective.block.tree.statements.filter(({ parent }) => parent === undefined);
  return roots.length === 1 && roots[0]?.column === 0;
}

export class Moving {
  private readonly objective: ObjectiveEntry;
  /** Offsets in the document. */
  private readonly above: number;
  private readonly start: number;
  private readonly end: number;

  constructor(objective: ObjectiveEntry) {
    const { file, block } = objective;
    const { document } = file;
    const { block: first, span } = placeAbove(objective);
    const offset = document.offsetOf(file.indexOf(block));
    this.objective = objective;
    this.above = document.offsetOf(file.indexOf(first)) + span.start;
    this.start = offset + statementOf(objective).start;
    this.end = offset + endOfBody(block);
  }

  /** Its lines, after some edits of what it says itself. */
  lines(inner: readonly InnerEdit[]): string[] {
    const { file, block } = this.objective;
    const { text } = file.document;
    const offset = file.document.offsetOf(file.indexOf(block));
    let own = text.slice(this.start, this.end);
    for (const edit of [...inner].sort((a, b) => b.start - a.start)) {
      const from = edit.start + offset - this.start;
      own = own.slice(0, from) + edit.text + own.slice(edit.end + offset - this.start);
    }
    return (text.slice(this.above, this.start) + own).split(/\r\n?|\n/);
  }

  removal(): PlacedEdit[] {
    return removeLines(this.objective.file, this.above, this.end);
  }
}
