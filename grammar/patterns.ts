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

let hasReturns = false;
/** To be called with each text before its tokens are looked for: most have one kind of line break, which is found faster. */
export function begin(text: string): void {
  hasReturns = text.includes('\r');
}

/** To the end of the line. */
export function restOfLine(text: string, offset: number): [string] {
  let end = hasReturns ? offset : text.indexOf('\n', offset);
  if (end < 0) end = text.length;
  if (hasReturns) while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return match(text, offset, end);
}

/** Prose begins with a colon that a blank or the line's end follows. */
export function proseAt(text: string, offset: number): Match {
  const next = offset + 1 === text.length ? 10 : text.charCodeAt(offset + 1);
  return isBlank(next) || isLineBreak(next) ? restOfLine(text, offset) : null;
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
    if (isBlank(code) || isLineBreak(code) || code === 58 || code === 44) break;
  }
  return match(text, offset, end);
}

const anyNumber =
  /\?(?![^\s:,#])|[0-9]+(?:\.[0-9]+)?\/[0-9]+(?:\.[0-9]+)?(?![^\s:,#])|[-+−]?[$€£¥₹₩₽₺₴₦₫₱₪฿₿]?[-−]?[0-9](?:[0-9_.,]*[0-9])?(?:[kKMB](?![A-Za-z0-9_\u00c0-\u1fff\u2c00-\uffff]))?/y;
/** Most numbers are digits and then a blank. */
export function numberAt(text: string, offset: number): Match {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end++;
  return end > offset && (end === text.length || text.charCodeAt(end) <= 37)
    ? match(text, offset, end)
    : matchAt(anyNumber, text, offset);
}

function matchAt(pattern: RegExp, text: string, offset: number): Match {
  pattern.lastIndex = offset;
  return pattern.test(text) ? match(text, offset, pattern.lastIndex) : null;
}
function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `2026-10-31`, up to a blank, a colon, a comma or a comment. */
export function dateAt(text: string, offset: number): Match {
  if (text.charCodeAt(offset + 4) !== 45 || text.charCodeAt(offset + 7) !== 45) return null;
  for (let i = 0; i < 10; i++) if (i !== 4 && i !== 7 && !isDigit(text.charCodeAt(offset + i))) return null;
  const end = offset + 10;
  return end === text.length || isAfterArgument(text.charCodeAt(end)) ? match(text, offset, end) : null;
}
function isAfterArgument(code: number): boolean {
  return isBlank(code) || isLineBreak(code) || code === 58 || code === 44 || code === 35;
}

const calendarCycle = /[0-9]{4}-(?:[HhQq][0-9]+|[0-9]{1,2})(?![^\s:,#])/y;
/** `2026-Q4`, `2026-H2`, `2026-11`. */
export function calendarCycleAt(text: string, offset: number): Match {
  return text.charCodeAt(offset + 4) === 45 ? matchAt(calendarCycle, text, offset) : null;
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
