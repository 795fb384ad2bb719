/** What somebody wrote after `>`: no element and no attribute but those that its reader knows. */
import { h, type JSX } from 'preact';
import { type DescriptionNode, readDescription } from '../wording/description.ts';

export function Description({ text }: { readonly text: string }): JSX.Element | null {
  return text === '' ? null : h('div', { class: 'prose', dir: 'auto' }, readDescription(text).map(draw));
}

function draw(node: DescriptionNode): string | JSX.Element {
  if (typeof node === 'string') return node;
  const { tag, of, href, start } = node;
  return h(tag, { href, start }, of.map(draw));
}
