/** What an objective takes in the drawing of the alignment, in pixels. */
export const BOX = { width: 232, height: 92 };

/** What a page has room for, in pixels of the drawing. */
export const PAGE_WIDTH = 1040;

export interface Point {
  readonly x: number;
  readonly y: number;
}
