/** Goals in a text that somebody pasted: `Objective 1: … Key Result 1.1: …`, on one line or many. */
import type { OutlineEntry } from './outline.ts';

const label = /\s+(?=(?:objective|key[\s-]*result|KR|O)\s*#?\d+(?:\.\d+)*\s*[:.)–—-]+\s)/gi;
const bullet = /^(?:[-*+•◦▪–]|\d+[.)])\s+/;

export function textOutline(text: string): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const [index, whole] of text.split(/\r\n?|\n/).entries()) {
    const place = `line ${index + 1}`;
    const lines = whole
      .replace(label, (blanks, at: number) => (isBullet(whole.slice(0, at)) ? blanks : '\n'))
      .split('\n');
    for (const [part, line] of lines.entries()) {
      const [indentation = ''] = part === 0 ? (/^\s*/.exec(line) ?? []) : [''];
      const plain = line.trim();
      if (plain === '') continue;
      const [, marks, heading] = /^(#{1,6})\s+(.*?)#*$/.exec(plain) ?? [];
      if (marks !== undefined && heading !== undefined)
        entries.push({ type: 'heading', text: heading, depth: marks.length, place });
      else if (bullet.test(plain) || indentation !== '')
        entries.push({ type: 'item', text: plain.replace(bullet, ''), depth: widthOf(indentation), place });
      else entries.push({ type: 'text', text: plain, place });
    }
  }
  return entries;
}

function isBullet(text: string): boolean {
  return text.trim() === '' || (bullet.test(`${text.trim()} `) && text.trim().length < 4);
}

function widthOf(indentation: string): number {
  return indentation.replace(/\t/g, '    ').length;
}
