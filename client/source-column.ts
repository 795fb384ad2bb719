/**
 * Where a click in the preview opens the text: where it is open already, else in the column beside the preview.
 * @param preview the preview's column, from 1
 * @param open the columns that have the document in a tab
 */
export function sourceColumn(preview: number | undefined, open: readonly number[]): number {
  const column = preview ?? 1;
  return open.find(other => other !== column) ?? open[0] ?? (column > 1 ? column - 1 : column + 1);
}
