/** Golden files of rendered pages: `UPDATE_GOLDEN=1 npx mocha …` writes them anew, to be read before they are kept. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

export function equalsGolden(name: string, html: string): void {
  const path = new URL(`golden/${name}.golden.html`, import.meta.url);
  const text = oneElementALine(html);
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'), `${name} is drawn differently; see ${path.pathname}`);
}

const VOID = /^<(meta|br|hr|img|input|link)\b/;

/**
 * Each tag on a line of its own, indented by depth. Without the style sheet and the outlines of the signs, which have
 * looks and no content.
 */
export function oneElementALine(html: string): string {
  const plain = html
    .replace(/<style[^>]*>.*?<\/style>/s, '<style></style>')
    .replace(/<svg class="sign is-(\w+)".*?<\/svg>/gs, '[$1] ');
  const parts = plain.match(/<[^>]+>|[^<]+/g) ?? [];
  const lines: string[] = [];
  let depth = 0;
  for (const part of parts) {
    if (part.trim() === '') continue;
    if (part.startsWith('</')) depth -= 1;
    lines.push('  '.repeat(Math.max(0, depth)) + part.trim().replaceAll('\u00a0', '&nbsp;'));
    if (/^<[a-z]/i.test(part) && !part.endsWith('/>') && !VOID.test(part)) depth += 1;
  }
  return `${closedOnTheSameLine(lines).join('\n')}\n`;
}

/** `<b>0.35</b>` rather than three lines. */
function closedOnTheSameLine(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [open = '', text = '', close = ''] = lines.slice(index, index + 3);
    const name = /^<([a-z0-9]+)/i.exec(open.trim())?.[1];
    if (name !== undefined && text.trim() === `</${name}>`) {
      joined.push(open + text.trim());
      index += 1;
    } else if (name !== undefined && !text.trim().startsWith('<') && close.trim() === `</${name}>`) {
      joined.push(open + text.trim() + close.trim());
      index += 2;
    } else joined.push(open);
  }
  return joined;
}
