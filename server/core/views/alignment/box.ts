/** What an objective takes in the drawing of the alignment, in pixels. */
export const BOX = { width: 232, height: 92 };

export interface Point {
  readonly x: number;
  readonly y: number;
}
