/** How many columns a text takes on a terminal. */
import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const onlyMarks = /^[\p{Mark}\p{Format}]+$/u;
/** A flag is two letters, and a heart a text until a selector follows it. */
const isPicture = /\p{Emoji_Presentation}|\ufe0f/u;
const isAscii = /^[ -~]*$/;

/** 0 for what only marks another character, 2 for wide characters and for pictures. */
function widthOfGrapheme(grapheme: string): number {
  if (onlyMarks.test(grapheme)) return 0;
  if (isPicture.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}

/** The graphemes of a text, each with the columns that it takes. */
export function* cells(text: string): Generator<{ readonly text: string; readonly width: number }> {
  for (const { segment } of graphemes.segment(text)) yield { text: segment, width: widthOfGrapheme(segment) };
}

export function width(text: string): number {
  if (isAscii.test(text)) return text.length;
  let columns = 0;
  for (const cell of cells(text)) columns += cell.width;
  return columns;
}

/** At most so many columns of a text, with `…` where it was cut. */
export function cut(text: string, columns: number): string {
  // Nobody needs to measure a megabyte to show a line of it.
  const start = text.slice(0, columns * 16);
  if (start.length === text.length && width(text) <= columns) return text;
  let kept = '';
  let taken = 0;
  for (const cell of cells(start)) {
    if (taken + cell.width > columns - 1) break;
    kept += cell.text;
    taken += cell.width;
  }
  return `${kept.trimEnd()}…`;
}

/** Filled up with blanks, or cut. */
export function toWidth(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const shown = cut(text, columns);
  const blanks = ' '.repeat(Math.max(0, columns - width(shown)));
  return align === 'left' ? shown + blanks : blanks + shown;
}
