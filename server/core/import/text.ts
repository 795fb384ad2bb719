/** Goals in a text that somebody pasted: `Objective 1: … Key Result 1.1: …`, on one line or many. */
import type { OutlineEntry } from './outline.ts';
import type { SourceTable } from './table.ts';

const label = /\s+(?=(?:objective|key[\s-]*result|KR|O)\s*#?\d+(?:\.\d+)*\s*[:.)–—-]+\s)/gi;
const bullet = /^(?:[-*+•◦▪–]|\d+[.)])\s+/;

export function textOutline(text: string): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let table: { readonly first: number; readonly lines: string[] } | undefined;
  for (const [index, whole] of [...text.split(/\r\n?|\n/), ''].entries()) {
    const place = `line ${index + 1}`;
    if (isTableRow(whole)) {
      table ??= { first: index + 1, lines: [] };
      table.lines.push(whole);
      continue;
    }
    if (table !== undefined) entries.push({ type: 'table', table: tableOf(table), place: `line ${table.first}` });
    table = undefined;
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

function isTableRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

/** A table that was pasted as Markdown has it; the line below its header only draws. */
function tableOf({ first, lines }: { readonly first: number; readonly lines: readonly string[] }): SourceTable {
  const rows = lines.map(line =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(cell => cell.trim()),
  );
  const [headers = [], ...rest] = rows;
  const isDrawn = rest[0]?.every(cell => /^:?-+:?$/.test(cell)) === true;
  const skipped = isDrawn ? 1 : 0;
  return { headers, rows: rest.slice(skipped), nameOf: row => `line ${first + 1 + skipped + row}` };
}

/** Nothing, or what only says that an item or a heading begins. */
function isBullet(text: string): boolean {
  return /^(?:[-*+•◦▪–]|\d+[.)]|#{1,6})?$/.test(text.trim());
}

function widthOf(indentation: string): number {
  return indentation.replace(/\t/g, '    ').length;
}
