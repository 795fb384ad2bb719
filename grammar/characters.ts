/** What a character is to the layout of a text. */

/** True for a blank that is no line break: what `\s` takes. */
export function isBlank(code: number): boolean {
  if (code < 0x80) return code === 32 || code === 9 || code === 11 || code === 12;
  if (code < 0x1680) return code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** How many columns blanks take: a tab reaches the next multiple of four, and a byte-order mark none. */
export function widthOf(text: string, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    width += code === 9 ? 4 - (width % 4) : code === 0xfeff ? 0 : 1;
  }
  return width;
}
