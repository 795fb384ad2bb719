/** A title as words, numbers and signs. One pass: the pattern always matches, so nothing is ever tried twice. */

export interface Token {
  readonly type: 'word' | 'number' | 'sign';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** No space before it. */
  readonly glued: boolean;
}

const TOKEN =
  /(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?)|(?<number>\d+(?:[.,]\d+|['’]\d{3}(?!\d))*)|\+\/-|<->|->|=>|>=|=<|<=|--|[^\s]/gu;

/** Digits of other scripts that people type in titles, by their zero. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];
const FOREIGN_DIGIT = /[٠-٩۰-۹०-९０-９]/gu;

/** The tokens of a text, in order; spans are UTF-16 offsets. */
export function tokensOf(text: string): Token[] {
  const latin = text.replace(FOREIGN_DIGIT, asciiDigit);
  const tokens: Token[] = [];
  let last = -1;
  for (const match of latin.matchAll(TOKEN)) {
    const found = match[0];
    const start = match.index;
    const end = start + found.length;
    const type = match.groups?.['word'] ? 'word' : match.groups?.['number'] ? 'number' : 'sign';
    tokens.push({ type, text: found, lower: found.toLowerCase().replace('’', "'"), start, end, glued: start === last });
    last = end;
  }
  return tokens;
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find(candidate => code >= candidate && code < candidate + 10) ?? code;
  return String(code - zero);
}
