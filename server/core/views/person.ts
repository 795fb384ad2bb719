/**
 * A person: initials on a colour of their own.
 */
import { h, type JSX } from 'preact';

const HUES = 8;

/** `@li.wong` as `LW`; decoration beside the handle's own words, which it carries for those who don't see it. */
export function Avatar({ handle, role = 'owner' }: { readonly handle: string; readonly role?: string }): JSX.Element {
  const name = bare(handle);
  return h(
    'span',
    { class: `avatar hue-${hueOf(name)}`, title: `@${name}` },
    h('span', { 'aria-hidden': 'true' }, initials(name)),
    h('span', { class: 'unseen' }, `${role} @${name}`),
  );
}

/** `@maria`, with or without the sign it came with. */
export function mention(handle: string): string {
  return `@${bare(handle)}`;
}

function bare(handle: string): string {
  return handle.replace(/^@/, '');
}

function initials(name: string): string {
  const [first = '', second = ''] = name.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');
  const letters = second === '' ? [...first].slice(0, 2) : [...first].slice(0, 1).concat([...second].slice(0, 1));
  if (letters.length === 0) return firstSign(name);
  return letters.join('').toUpperCase();
}

/** Of a name of signs alone, as `@😀`: the first as one sees it, of however many characters. */
function firstSign(name: string): string {
  const [first] = new Intl.Segmenter().segment(name);
  return first?.segment ?? '';
}

/** FNV-1a: short names fall far apart. */
function hueOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 16) % HUES;
}
