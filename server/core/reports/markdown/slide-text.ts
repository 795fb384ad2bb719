/** What Marp reads in a text and plain Markdown does not. */

/** What an address cannot do without; a handle has nothing before its @. */
const OF_ADDRESS = /(?<=\/)\/|(?<=[\p{L}\p{N}])@|(?<=www)\./giu;
/** No escape keeps `:smile:` from being a picture, but a joiner that nobody sees does. */
const SHORTCODE = /:(?=[\w+-]+:)/g;
const JOINER = '\u2060';

/** Addresses and the names of pictures stay as they were written. @param text Markdown already */
export function asWritten(text: string): string {
  return text.replace(OF_ADDRESS, '\\$&').replace(SHORTCODE, `:${JOINER}`);
}
