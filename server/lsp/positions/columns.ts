/** The columns of one line: in UTF-16 units, as everything inside counts them, and in the units of another encoding. */
import type { PositionEncoding } from './encoding.ts';

/**
 * A column inside a code point is moved back to where that begins. One beyond the line's end stays as far beyond it.
 * Asked in ascending order, a line is read once.
 */
export class Columns {
  private readonly text: string;
  private readonly widthOf: (codePoint: number) => number;
  /** A place between two code points, in both kinds of units. */
  private inner = 0;
  private outer = 0;

  constructor(text: string, encoding: PositionEncoding) {
    this.text = text;
    this.widthOf = widths[encoding];
  }

  /** A column of the client's, in UTF-16 units. */
  inward(column: number): number {
    if (column < this.outer) this.restart();
    while (this.inner < this.text.length && this.outer < column) {
      const codePoint = this.text.codePointAt(this.inner) as number;
      const next = this.outer + this.widthOf(codePoint);
      if (next > column) return this.inner;
      this.pass(codePoint, next);
    }
    return this.inner + (column - this.outer);
  }

  /** A column in UTF-16 units, in the client's. */
  outward(column: number): number {
    if (column < this.inner) this.restart();
    while (this.inner < this.text.length && this.inner < column) {
      const codePoint = this.text.codePointAt(this.inner) as number;
      if (this.inner + widths['utf-16'](codePoint) > column) return this.outer;
      this.pass(codePoint, this.outer + this.widthOf(codePoint));
    }
    return this.outer + (column - this.inner);
  }

  private pass(codePoint: number, outer: number): void {
    this.inner += widths['utf-16'](codePoint);
    this.outer = outer;
  }
  private restart(): void {
    this.inner = 0;
    this.outer = 0;
  }
}

/** Half of a surrogate pair by itself is a code point like any other, of three bytes. */
const widths: Readonly<Record<PositionEncoding, (codePoint: number) => number>> = {
  'utf-8': codePoint => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4),
  'utf-16': codePoint => (codePoint < 0x10000 ? 1 : 2),
  'utf-32': () => 1,
};
