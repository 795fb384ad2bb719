/**
 * What people write after `>`, which is Markdown, read as the few elements that every place shows: paragraphs, line
 * breaks, emphasis, code, lists and links to the web. Whatever else Markdown knows stays the text that it is, HTML and
 * pictures above all. Own code, as marked, markdown-it and micromark take 50 to 100 kB, and the preview has room for three.
 */
import { readInline } from './description-inline.ts';

/** There is no element but these. */
export type DescriptionTag = 'p' | 'ul' | 'ol' | 'li' | 'br' | 'em' | 'strong' | 'code' | 'a';

export interface DescriptionElement {
  readonly tag: DescriptionTag;
  readonly of: readonly DescriptionNode[];
  /** Of a link alone: on the web, or the address of a mailbox. */
  readonly href?: string | undefined;
  /** Of a list with numbers alone: the first of them. */
  readonly start?: string | undefined;
}

export type DescriptionNode = string | DescriptionElement;

/** Lists in lists; what is deeper is text. */
const DEEPEST = 4;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(?=\S)/;

/**
 * @param text lines as they stand after `>`
 * @returns paragraphs and lists, in their order
 */
export function readDescription(text: string): readonly DescriptionElement[] {
  return readLines(
    text.split('\n').map(line => line.trimEnd()),
    0,
  );
}

function readLines(lines: readonly string[], depth: number): DescriptionElement[] {
  const blocks: (DescriptionElement & { readonly of: DescriptionNode[] })[] = [];
  let paragraph = '';
  const end = () => {
    if (paragraph !== '') blocks.push({ tag: 'p', of: readInline(paragraph.trim()) });
    paragraph = '';
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const item = depth < DEEPEST ? ITEM.exec(line) : null;
    // As in CommonMark, within a paragraph a list begins with 1: a year begins none.
    if (item !== null && (paragraph === '' || (item[2] ?? '1') === '1')) {
      end();
      const [{ length }, margin = '', number] = item;
      const own = [line.slice(length)];
      for (let next = lines[at + 1]; next !== undefined; next = lines[at + 1]) {
        const indent = next.search(/\S|$/);
        // Deeper lines are its own, and those that go on with its paragraph.
        if (next !== '' && indent <= margin.length && (ITEM.test(next) || own.at(-1) === '')) break;
        own.push(next.slice(Math.min(indent, length)));
        at++;
      }
      const of = readLines(own, depth + 1).flatMap((each, i) => (i === 0 && each.tag === 'p' ? each.of : each));
      const tag = number === undefined ? 'ul' : 'ol';
      const list = blocks.at(-1);
      if (list?.tag === tag) list.of.push({ tag: 'li', of });
      else blocks.push({ tag, of: [{ tag: 'li', of }], start: number });
    } else if (line === '') end();
    else paragraph += `\n${line}`;
  }
  end();
  return blocks;
}
