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

/** One step deeper: what the nearest element above takes for it, else two spaces. */
export function stepOf({ row, above, own }: LinePlace): string {
  for (const { block } of above === undefined ? [row] : [row, above.row]) {
    const first = block.tree.statements.find(
      each => each !== own && each.parent !== undefined && each.parent.parent === undefined,
    );
    if (first !== undefined) return indentationOf(block, first);
  }
  return '  ';
}
