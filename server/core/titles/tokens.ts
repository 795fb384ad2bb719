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
/** The same for titles without any other script: the classes of all letters take long to prepare. */
const LATIN_TOKEN =
  /(?<word>[A-Za-z]+(?:'[A-Za-z]+)?)|(?<number>\d+(?:[.,]\d+|'\d{3}(?!\d))*)|\+\/-|<->|->|=>|>=|=<|<=|--|[^\s]/g;
const LATIN = /^[\x20-\x7e]*$/;

/** Digits of other scripts that people type in titles, by their zero. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];
const FOREIGN_DIGIT = /[٠-٩۰-۹०-९０-９]/gu;

/** The tokens of a text, in order; spans are UTF-16 offsets. */
export function tokensOf(text: string): Token[] {
  const matches = LATIN.test(text)
    ? text.matchAll(LATIN_TOKEN)
    : text.replace(FOREIGN_DIGIT, asciiDigit).matchAll(TOKEN);
  const tokens: Token[] = [];
  let last = -1;
  for (const match of matches) {
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
