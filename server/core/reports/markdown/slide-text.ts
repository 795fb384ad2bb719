/** What Marp reads in a text and plain Markdown does not, and how much of a slide's line a text takes. */
import { widthOf } from './table.ts';

/** Letters as wide as one and a half: capitals and signs. */
const WIDE = /[\p{Lu}\p{S}mw%@—…]/gu;
/** So many of them are in any text; with more a line is full sooner. */
const USUAL = 0.2;
/** What an address cannot do without; a handle has nothing before its @. */
const OF_ADDRESS = /(?<=\/)\/|(?<=[\p{L}\p{N}])@|(?<=www)\./giu;
/** No escape keeps `:smile:` from being a picture, but a joiner that nobody sees does. */
const SHORTCODE = /:(?=[\w+-]+:)/g;
const JOINER = '\u2060';

/** Addresses and the names of pictures stay as they were written. @param text Markdown already */
export function asWritten(text: string): string {
  return text.replace(OF_ADDRESS, '\\$&').replace(SHORTCODE, `:${JOINER}`);
}

/** In letters of usual width. */
export function slideWidth(text: string): number {
  const width = widthOf(text);
  const wide = text.match(WIDE)?.length ?? 0;
  return width + Math.max(0, wide - USUAL * width) * 0.6;
}
