/**
 * What somebody wrote after `>`, as Markdown for a hover. It is written anew from what was read, so that there is nothing
 * in it but what the preview shows as well: no HTML, no picture, no command, and nothing that swallows what follows.
 */
import { type DescriptionElement, type DescriptionNode, readDescription } from '../../wording/description.ts';
import { partOfLine } from '../../wording/one-line.ts';
import { blocks, escaped } from '../markdown.ts';

/** undefined where nothing was written. */
export function description(text: string): string | undefined {
  return text.trim() === '' ? undefined : blocks(...readDescription(text).map(block));
}

function block({ tag, of, start }: DescriptionElement): string {
  if (tag === 'p') return inline(of).trim();
  const items = of as readonly DescriptionElement[];
  // With another mark than that of the facts of a card, which would else go on with the list.
  return items.map((each, i) => item(each, start === undefined ? '+' : `${Number(start) + i}.`)).join('\n');
}

function item({ of }: DescriptionElement, mark: string): string {
  const at = of.findIndex(isBlock);
  const [head, below] = at < 0 ? [of, []] : [of.slice(0, at), of.slice(at)];
  const text = [inline(head).trim(), ...(below as readonly DescriptionElement[]).map(block)];
  return `${mark} ${blocks(...text).replaceAll('\n', `\n${' '.repeat(mark.length + 1)}`)}`;
}

function isBlock(node: DescriptionNode): boolean {
  return typeof node !== 'string' && ['p', 'ul', 'ol'].includes(node.tag);
}

function inline(nodes: readonly DescriptionNode[]): string {
  return nodes.reduce<string>((before, node, at) => {
    const begins = /(?:^|\n)$/.test(before);
    const next = nodes[at + 1];
    return before + part(node, begins, next === undefined || isBreak(next));
  }, '');
}

function isBreak(node: DescriptionNode): boolean {
  return typeof node !== 'string' && node.tag === 'br';
}

/** @param begins whether a line begins with it @param ends whether one ends with it */
function part(node: DescriptionNode, begins: boolean, ends: boolean): string {
  if (typeof node === 'string') {
    const from = begins ? partOfLine(node).trimStart() : partOfLine(node);
    // A mark of exclamation before a link would make a picture of it.
    return escaped(ends ? from.trimEnd() : from).replace(/!$/, '\\!');
  }
  const { tag, of, href = '' } = node;
  if (tag === 'br') return '\\\n';
  if (tag === 'code') return code(partOfLine(of.join('')).trim());
  const text = inline(of);
  // Marks around nothing are a line across the card, and a link that says nothing is not seen.
  if (text.trim() === '') return escaped(partOfLine(href));
  if (tag === 'a') return `[${text}](<${address(href)}>)`;
  const mark = tag === 'strong' ? '**' : '*';
  return mark + text + mark;
}

/** Without the marks that some renderers read before they see that an address is one. */
function address(href: string): string {
  return partOfLine(href).replace(/[()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Between more backticks than there are in it. */
function code(text: string): string {
  if (text === '') return '';
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(longest + 1);
  return longest === 0 ? `${ticks}${text}${ticks}` : `${ticks} ${text} ${ticks}`;
}
