/** An edit without what stays: cursors and the marks of others keep their places. */
import type { Range, TextEdit } from 'vscode-languageserver-types';

/**
 * @param line the text of the line that the range is in
 * @param range in one line
 */
export function smallest(line: string, range: Range, text: string): TextEdit {
  const { start, end } = range;
  const old = line.slice(start.character, end.character);
  const shorter = Math.min(old.length, text.length);
  let same = 0;
  while (same < shorter && old[same] === text[same]) same++;
  // Never between the two halves of a character.
  if (same > 0 && isHigh(old.charCodeAt(same - 1))) same--;
  let atEnd = 0;
  while (atEnd < shorter - same && old.at(-1 - atEnd) === text.at(-1 - atEnd)) atEnd++;
  if (atEnd > 0 && isLow(old.charCodeAt(old.length - atEnd))) atEnd--;
  return {
    range: {
      start: { line: start.line, character: start.character + same },
      end: { line: end.line, character: end.character - atEnd },
    },
    newText: text.slice(same, text.length - atEnd),
  };
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}
function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
