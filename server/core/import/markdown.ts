/** Goals in a Markdown document: its headings, lists and tables. */
// marked: its lexer knows GitHub's tables, is typed, has no dependency, and is a tenth of what others need for that.
import { lexer, type Token, type Tokens } from 'marked';
import type { OutlineEntry } from './outline.ts';

export function markdownOutline(text: string): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let line = 1;
  for (const token of lexer(text)) {
    add(entries, token, line);
    line += breaksIn(token.raw);
  }
  return entries;
}

function add(entries: OutlineEntry[], token: Token, line: number): void {
  switch (token.type) {
    case 'heading': {
      const { text, depth } = token as Tokens.Heading;
      entries.push({ type: 'heading', text: wordsOf(text), depth, place: `line ${line}` });
      break;
    }
    case 'list':
      addList(entries, token as Tokens.List, 0, line);
      break;
    case 'table':
      entries.push(tableEntry(token as Tokens.Table, line));
      break;
    case 'paragraph':
    case 'blockquote':
    case 'text':
      entries.push({ type: 'text', text: wordsOf((token as Tokens.Paragraph).text), place: `line ${line}` });
      break;
    case 'space':
    case 'hr':
    case 'def':
      break;
    default:
      entries.push({ type: 'text', text: token.raw.trim(), place: `line ${line}` });
  }
}

function addList(entries: OutlineEntry[], list: Tokens.List, depth: number, line: number): void {
  let at = line;
  for (const each of list.items) {
    let inside = at;
    let isFirst = true;
    for (const token of each.tokens) {
      if (token.type === 'list') addList(entries, token as Tokens.List, depth + 1, inside);
      else if (token.type === 'table') entries.push(tableEntry(token as Tokens.Table, inside));
      else if (token.type === 'text' || token.type === 'paragraph' || token.type === 'heading') {
        const text = wordsOf((token as Tokens.Text).text);
        const [head = '', ...more] = text.split('\n');
        if (isFirst)
          entries.push({
            type: 'item',
            text: each.checked === true ? `[x] ${head}` : head,
            depth,
            place: `line ${inside}`,
          });
        const rest = (isFirst ? more : [head, ...more]).join('\n');
        if (rest.trim() !== '') entries.push({ type: 'text', text: rest, place: `line ${inside}` });
        isFirst = false;
      } else if (token.type !== 'space' && token.type !== 'checkbox')
        entries.push({ type: 'text', text: token.raw.trim(), place: `line ${inside}` });
      inside += breaksIn(token.raw);
    }
    at += breaksIn(each.raw);
  }
}

function tableEntry({ header, rows }: Tokens.Table, line: number): OutlineEntry {
  return {
    type: 'table',
    place: `line ${line}`,
    table: {
      headers: header.map(({ text }) => wordsOf(text)),
      rows: rows.map(row => row.map(({ text }) => wordsOf(text))),
      nameOf: row => `line ${line + 2 + row}`,
    },
  };
}

function breaksIn(raw: string): number {
  return raw.split('\n').length - 1;
}

/** A text without emphasis; of links the words and the address; breaks that are tags are breaks. */
function wordsOf(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/!?\[([^\]]*)\]\((https?:\/\/[^)\s]+)[^)]*\)/g, (_, words: string, address: string) =>
      words === '' || words === address ? address : `${words} (${address})`,
    )
    .replace(/(\*\*|__|~~)(?=\S)(.*?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]*?)(?<=[^\s*])\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]*)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|<>-])/g, '$1');
}
