/** How lines are indented here. */
import type { Statement } from '../../../../grammar/tree.ts';
import { indentationOf } from '../../rules/lines.ts';
import type { LinePlace } from './place.ts';

/** The indentation of what stands under an element, as its other lines have it; none at the top. */
export function indentationIn(place: LinePlace, holder: Statement | undefined): string {
  if (holder === undefined) return '';
  const { block } = (place.above ?? place).row;
  const child = holder.body.find(each => each !== place.own);
  if (child !== undefined) return indentationOf(block, child);
  return indentationOf(block, holder) + stepOf(place);
}

/** One step deeper: a tab where the lines around have tabs, else two spaces. */
export function stepOf({ row, above }: LinePlace): string {
  return /^\t/m.test(row.block.text) || (above !== undefined && /^\t/m.test(above.row.block.text)) ? '\t' : '  ';
}
