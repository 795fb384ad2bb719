/**
 * What the lexer looks for at an offset, where it is looked for on every line: a function takes half as long as an
 * expression.
 */
import { isBlank, isLineBreak } from './characters.ts';

type Match = [string] | null;

/** The lexer takes a match out of its array at once, so that one array is enough. */
const found: [string] = [''];
function match(text: string, from: number, to: number): [string] {
  found[0] = text.slice(from, to);
  return found;
}

/** To the end of the line. */
export function restOfLine(text: string, offset: number): [string] {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return match(text, offset, end);
}

/** Line breaks and the blanks after them. */
export function lineBreaks(text: string, offset: number): [string] {
  let end = offset + 1;
  while (end < text.length && (isLineBreak(text.charCodeAt(end)) || isBlank(text.charCodeAt(end)))) end++;
  return match(text, offset, end);
}

/** To a blank, a colon or a comma. */
export function restOfWord(text: string, offset: number): [string] {
  let end = offset + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 58 || code === 44 || isLineBreak(code) || isBlank(code)) break;
  }
  return match(text, offset, end);
}

const anyNumber =
  /\?(?![^\s:,#])|[0-9]+(?:\.[0-9]+)?\/[0-9]+(?:\.[0-9]+)?(?![^\s:,#])|[-+−]?[$€£¥₹₩₽₺₴₦₫₱₪฿₿]?[-−]?[0-9](?:[0-9_.,]*[0-9])?(?:[kKMB](?![A-Za-z0-9_\u00c0-\u1fff\u2c00-\uffff]))?/y;
/** Most numbers are digits and then a blank. */
export function numberAt(text: string, offset: number): Match {
  let end = offset;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end > offset && (end === text.length || text.charCodeAt(end) <= 37)
    ? match(text, offset, end)
    : matchAt(anyNumber, text, offset);
}

function matchAt(pattern: RegExp, text: string, offset: number): Match {
  pattern.lastIndex = offset;
  return pattern.test(text) ? match(text, offset, pattern.lastIndex) : null;
}
/** Most numbers are no dates: the dash after the year is looked at first. */
export function afterYear(pattern: RegExp): (text: string, offset: number) => Match {
  return (text: string, offset: number) => (text.charCodeAt(offset + 4) === 45 ? matchAt(pattern, text, offset) : null);
}

/** A comment has a blank before it, or begins the line. */
export function commentAt(text: string, offset: number): Match {
  const before = offset === 0 ? 10 : text.charCodeAt(offset - 1);
  return isLineBreak(before) || isBlank(before) ? restOfLine(text, offset) : null;
}

/** A description begins the line. */
export function quoteAt(text: string, offset: number): Match {
  let at = offset - 1;
  while (at >= 0 && isBlank(text.charCodeAt(at))) at--;
  return at < 0 || isLineBreak(text.charCodeAt(at)) ? restOfLine(text, offset) : null;
}
