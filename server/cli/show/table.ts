/** Rows of cells, aligned; a terminal that is too narrow loses the columns that matter least. */
import { toWidth, width } from '../terminal/width.ts';

export interface Column {
  readonly align?: 'right';
  /** Takes what the others leave. */
  readonly flexible?: true;
  /** Left out first, the highest number first; never without one. */
  readonly spare?: number;
  readonly most?: number;
}

/** A text, and how it is coloured once it has its width. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
  /** Already drawn; `text` says how wide it is. */
  readonly drawn?: string;
  /** A column that has nothing but its heading is left out. */
  readonly isHeading?: true;
}

const GAP = 2;
const LEAST_FLEXIBLE = 20;
/** Where no other column is left to spare. */
const NARROWEST = 10;

export type Row = readonly Cell[];

/**
 * Lines of a table.
 * @param rows a text among them is a line of its own
 */
export function tableLines(columns: readonly Column[], rows: readonly (Row | string)[], available: number): string[] {
  const cells = rows.filter(row => typeof row !== 'string');
  const widths = columns.map(({ most = available }, at) => {
    const own = cells.flatMap(row => row[at] ?? []);
    const isEmpty = own.every(({ text, isHeading }) => isHeading || text === '');
    return isEmpty ? 0 : Math.min(most, Math.max(...own.map(({ text }) => width(text))));
  });
  const kept = keepWhatFits(columns, widths, available);
  const rest = available - sum(kept.map(at => (columns[at]?.flexible ? 0 : (widths[at] ?? 0) + GAP)));
  const widthOf = (at: number) =>
    columns[at]?.flexible ? Math.max(NARROWEST, Math.min(rest, widths[at] ?? 0)) : (widths[at] ?? 0);
  const line = (cells: Row) =>
    kept
      .map(at => {
        const cell = cells[at] ?? { text: '' };
        if (cell.drawn !== undefined) return cell.drawn;
        const text = toWidth(cell.text, widthOf(at), columns[at]?.align);
        return (cell.paint ?? (shown => shown))(text);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  return rows.map(row => (typeof row === 'string' ? row : line(row)));
}

function keepWhatFits(columns: readonly Column[], widths: readonly number[], available: number): number[] {
  let kept = columns.map((_, at) => at).filter(at => (widths[at] ?? 0) > 0);
  const needed = () => sum(kept.map(at => GAP + (columns[at]?.flexible ? LEAST_FLEXIBLE : (widths[at] ?? 0)))) - GAP;
  while (needed() > available) {
    const spares = kept.map(at => columns[at]?.spare ?? 0);
    const most = Math.max(...spares);
    if (most === 0) break;
    const least = kept[spares.indexOf(most)];
    kept = kept.filter(at => at !== least);
  }
  return kept;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
