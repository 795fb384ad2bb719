/** Tables that can be read in the source as well: columns as wide as what is in them, numbers to the right. */

export interface Column<Row> {
  readonly name: string;
  readonly right?: boolean;
  /** Markdown already; empty where there is nothing to say. */
  readonly cell: (row: Row) => string;
}

const NOTHING = '–';
/** Letters that take two columns where each letter takes one. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A column that is empty in every row is left out; the first stays. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const filled = columns
    .map(column => ({ ...column, cells: rows.map(row => column.cell(row)) }))
    .filter(({ cells }, index) => index === 0 || cells.some(cell => cell !== '' && cell !== NOTHING))
    .map(({ name, right, cells }) => {
      const all = [name, ...cells.map(cell => cell || NOTHING)];
      return { right: right === true, all, width: Math.max(3, ...all.map(widthOf)) };
    });
  const line = (index: number) =>
    `| ${filled.map(({ all, width, right }) => pad(all[index] ?? '', width, right)).join(' | ')} |`;
  const rule = `| ${filled.map(({ width, right }) => (right ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(0), rule, ...rows.map((_, index) => line(index + 1))].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(width - widthOf(text));
  return right ? blanks + text : text + blanks;
}

/** In columns, of which wide letters take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of letters.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}
