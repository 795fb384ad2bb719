/** A text from a file as a client may show it that knows no Markdown. */

/** A title of a megabyte is no title. */
const LONGEST = 300;

/** On one line, not too long, without control characters and without those that turn the direction of what follows. */
export function oneLine(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return partOfLine(short).trim();
}

/** The same of a part of a longer text: in full, and with the blanks around it. */
export function partOfLine(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');
}
