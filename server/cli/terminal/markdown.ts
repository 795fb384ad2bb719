/** A Markdown text as a terminal shows it: no marks, headings and what matters in bold, as wide as the terminal. */
import { lexer, type Token, type Tokens } from 'marked';
import type { Session } from '../session.ts';
import { printable } from './printable.ts';
import { width } from './width.ts';

const WIDEST = 100;

type Looks = Pick<Session, 'colours' | 'columns'>;

/** A text of paragraphs, headings and lists. */
export function markdownLines(markdown: string, { colours, columns }: Looks): string {
  const { bold, underline } = colours;
  const across = Math.min(columns, WIDEST);
  const block = (token: Token): string => {
    if (token.type === 'heading') {
      const words = wordsOf(token as Tokens.Heading, colours).join(' ');
      return bold((token as Tokens.Heading).depth === 1 ? underline(words) : words);
    }
    if (token.type === 'list') {
      const { items } = token as Tokens.List;
      return items.map(item => wrapped(wordsOf(item, colours), across, '  ', '- ')).join('\n');
    }
    return wrapped(wordsOf(token, colours), across, '', '');
  };
  const blocks = lexer(markdown).filter(({ type }) => type !== 'space');
  return `${blocks.map(block).join('\n\n')}\n`;
}

/** Words as they are drawn: what is bold stays so, word by word. */
function wordsOf(token: Token, colours: Looks['colours'], paint = (text: string) => text): string[] {
  const inner = 'tokens' in token ? token.tokens : undefined;
  if (inner !== undefined && inner.length > 0) {
    const looks = paintOf(token.type, colours) ?? paint;
    return joined(inner.map(each => ({ words: wordsOf(each, colours, looks), raw: each.raw })));
  }
  const text = 'text' in token ? (token.text as string) : token.raw;
  return printable(text.replace(/\n/g, ' '))
    .split(' ')
    .filter(word => word !== '')
    .map(paint);
}

function paintOf(type: string, { bold, dim, strikethrough }: Looks['colours']): ((text: string) => string) | undefined {
  if (type === 'strong') return bold;
  if (type === 'em') return dim;
  return type === 'del' ? strikethrough : undefined;
}

/** Pieces one after another; two that no blank parts make one word. */
function joined(pieces: readonly { readonly words: readonly string[]; readonly raw: string }[]): string[] {
  const all: string[] = [];
  let isApart = true;
  for (const { words, raw } of pieces) {
    const [first, ...rest] = words;
    if (first !== undefined) {
      if (isApart || /^\s/.test(raw) || all.length === 0) all.push(first);
      else all.push(`${all.pop()}${first}`);
      all.push(...rest);
    }
    isApart = /\s$/.test(raw);
  }
  return all;
}

function wrapped(words: readonly string[], across: number, indent: string, mark: string): string {
  const lines: string[] = [];
  let line = mark;
  for (const word of words) {
    const isFirst = line === mark || line === indent;
    if (!isFirst && width(plainOf(line)) + 1 + width(plainOf(word)) > across) {
      lines.push(line);
      line = indent + word;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

function plainOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours' own
  return text.replace(/\u001b\[\d+m/g, '');
}
