/**
 * HTML as plain text: tags are taken out, never run. Notes hold paragraphs, lists and links, for which a parser of
 * whole pages would be twenty times as large.
 */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  euro: '€',
  pound: '£',
  rarr: '→',
};

const hasTags =
  /<\/?(?:p|div|br|span|ul|ol|li|a|b|i|u|em|strong|h[1-6]|table|tr|td|th|pre|code|blockquote|img|script|style|html|body|font)\b/i;

/** The text of a note that may be HTML, its paragraphs and list items on lines of their own; other texts as they are. */
export function plainText(text: string): string {
  const plain = hasTags.test(text) ? withoutTags(text) : text;
  return cleaned(plain)
    .split('\n')
    .map(line => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

function withoutTags(text: string): string {
  const plain = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/[\r\n]+/g, ' ');
  return withAddresses(plain)
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h[1-6]|\/ul|\/ol|\/blockquote|\/pre)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, entity);
}

/** The address of a link behind its words. */
function withAddresses(text: string): string {
  let address = '';
  let from = 0;
  return text.replace(/<a\b([^<>]*)>|<\/a\s*>/gi, (tag, attributes: string | undefined, at: number) => {
    if (attributes !== undefined) {
      [, address = ''] = /\bhref\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i.exec(attributes) ?? [];
      from = at + tag.length;
      return '';
    }
    const words = text.slice(from, at).trim();
    const shown = address === '' || words === address ? '' : words === '' ? address : ` (${address})`;
    address = '';
    return shown;
  });
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
}

/** Without what no line of a text file holds. */
function cleaned(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\u2028\u2029]/g, '\n')
      .replace(/\u00a0/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
  );
}
