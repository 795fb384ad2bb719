/**
 * People's words in a Markdown text: shown as they were written, and never read as Markdown or HTML. Every text of a
 * report goes through here, its units and handles too.
 */

/** Line breaks and controls, which would end a cell, and marks that turn the direction of all that follows. */
const BREAKS = /[\s\p{Cc}\u2028\u2029]+/gu;
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** What means something anywhere in a line; a backslash only where it would escape what follows. */
const MARKS = /[`*[\]<|~$]|\\(?=[!-/:-@[-`{-~]|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
/** What means something where a line, or an item of a list, begins: headings, quotations, lists. */
const BEGINNING = /^(?:[#>+=-]|(\d{1,9})(?=[.)](?:\s|$)))/;

/** One line of text. */
export function plain(text: string): string {
  const line = text.replace(TURNS, '').replace(BREAKS, ' ').trim();
  return line
    .replace(MARKS, '\\$&')
    .replace(BEGINNING, (start, number) => (number === undefined ? `\\${start}` : `${number}\\`));
}

/** In quotation marks, unless it brings its own. */
export function quoted(text: string): string {
  const words = plain(text);
  return /^["“„«].*["”“»]$/u.test(words) ? words : `“${words}”`;
}

export function bold(text: string): string {
  return `**${plain(text)}**`;
}

export function struck(text: string): string {
  return `~~${plain(text)}~~`;
}

/** A text as a sentence: with a full stop, unless it ends in a mark of its own. */
export function sentence(text: string): string {
  return /[.!?…:;]["”’)]?$/u.test(text) ? text : `${text}.`;
}
