/**
 * Writes statements in their one form: two spaces a level, one blank between arguments, one blank line at most. What cannot
 * be read is left as it is, but for its indentation.
 */
import type { Block, Document, TextRange } from './document.ts';
import { layOut } from './layout.ts';
import type { Comment, Span, Statement } from './tree.ts';

const bom = '\ufeff';

/** A block in its form, with the line break that it uses. */
export function formatBlock(block: Block): string {
  const lineBreak = /\r\n?|\n/.exec(block.text)?.[0] ?? '\n';
  return formatLines(block)
    .filter(line => line !== undefined)
    .map(line => line + lineBreak)
    .join('');
}

/** A document in its form: begins with no blank line and ends with one line break; a byte-order mark is kept. */
export function formatDocument(document: Document): string {
  const { lineBreak } = document;
  let text = document.text.startsWith(bom) ? bom : '';
  for (const { formatted } of lines(document)) if (formatted !== undefined) text += formatted + lineBreak;
  return text;
}

/** What to replace for a document to be in its form: at most one edit a line, in the order of the lines. */
export function formatEdits(document: Document): { readonly range: TextRange; readonly text: string }[] {
  const edits = [];
  const { lineBreak } = document;
  for (const { line, character, written, writtenBreak, formatted } of lines(document)) {
    const start = { line, character };
    const end = { line, character: character + written.length };
    const next = writtenBreak === '' ? end : { line: line + 1, character: 0 };
    if (formatted === undefined) edits.push({ range: { start, end: next }, text: '' });
    else if (writtenBreak !== lineBreak) edits.push({ range: { start, end: next }, text: formatted + lineBreak });
    else if (formatted !== written) edits.push({ range: { start, end }, text: formatted });
  }
  return edits;
}

interface FormattedLine {
  /** In the document, with the character where its text begins: after a byte-order mark. */
  readonly line: number;
  readonly character: number;
  readonly written: string;
  readonly writtenBreak: string;
  /** Undefined for a blank line too many. */
  readonly formatted: string | undefined;
}

/** All lines of a document that hold something or end with a line break. */
function* lines(document: Document): Generator<FormattedLine> {
  const count = document.blocks.length;
  let first = 0;
  for (const [index, block] of document.blocks.entries()) {
    const formatted = formatLines(block);
    const starts = block.lineStarts;
    if (index === 0) dropBlank(formatted, 0, 1);
    if (index === count - 1) dropBlank(formatted, formatted.length - 1, -1);
    for (let i = 0; i < formatted.length; i++) {
      const whole = block.text.slice(starts[i], starts[i + 1]);
      const character = index === 0 && i === 0 && whole.startsWith(bom) ? bom.length : 0;
      // After a byte-order mark alone there is no line.
      if (whole.length === character) continue;
      const written = whole.slice(character).replace(/[\r\n]+$/, '');
      const writtenBreak = whole.slice(character + written.length);
      yield { line: first + i, character, written, writtenBreak, formatted: formatted[i] };
    }
    first += formatted.length;
  }
}

/** Removes the blank lines from one end up to the first line that is none. */
function dropBlank(lines: (string | undefined)[], from: number, step: 1 | -1): void {
  for (let i = from; lines[i] === '' || (i in lines && lines[i] === undefined); i += step) lines[i] = undefined;
}

/** Each line of a block in its form; of several blank lines in a row only the first is kept. */
function formatLines(block: Block): (string | undefined)[] {
  const { tree, text, lineStarts } = block;
  const count = lineStarts.at(-1) === text.length ? lineStarts.length - 1 : lineStarts.length;
  const formatted: (string | undefined)[] = new Array(count).fill(undefined);
  const unclear = linesWithMistakes(block);
  const trailing = new Map(tree.comments.filter(comment => comment.trailing).map(comment => [comment.line, comment]));
  let next = 0;
  for (const { line, depth, content } of layOut(tree)) {
    if (line > next) formatted[next] = '';
    next = line + 1;
    const end = lineStarts[next] ?? text.length;
    formatted[line] =
      '  '.repeat(depth) +
      (!isStatement(content)
        ? content.text
        : unclear.has(line)
          ? text.slice(content.start, end).replace(/[\r\n]+$/, '')
          : withComment(formatStatement(content, text), trailing.get(line)));
  }
  if (count > next) formatted[next] = '';
  return formatted;
}

function isStatement(content: Statement | Comment): content is Statement {
  return 'kind' in content;
}

/** The lines that are left as they are. A colon too many or too tight is no mistake that hides what is meant. */
function linesWithMistakes({ tree, lineStarts }: Block): Set<number> {
  const found = new Set<number>();
  let line = 0;
  for (const { code, start } of tree.syntax) {
    while (line + 1 < lineStarts.length && (lineStarts[line + 1] as number) <= start) line++;
    if (code !== 'yaml-colon') found.add(line);
  }
  for (const statement of tree.statements) if (statement.broken) found.add(statement.line);
  return found;
}

function withComment(line: string, comment: Comment | undefined): string {
  return comment === undefined ? line : `${line} ${comment.text}`;
}

/** A statement that was read without a mistake. */
function formatStatement(node: Statement, text: string): string {
  const prose = node.prose?.text ?? '';
  if (node.kind === 'description') return prose === '' ? '>' : `> ${prose}`;
  const words = argumentsOf(node, text);
  const head = words === '' ? node.keyword.text : `${node.keyword.text} ${words}`;
  return node.prose === undefined ? head : prose === '' ? `${head}:` : `${head}: ${prose}`;
}

function argumentsOf(node: Statement, text: string): string {
  const written = ({ start, end }: Span) => text.slice(start, end);
  const list = (items: readonly Span[]) => items.map(item => fold(written(item))).join(', ');
  const row = (...parts: [word: string, part: Span | undefined][]) =>
    parts.flatMap(([word, part]) => (part === undefined ? [] : fold(`${word} ${written(part)}`).trim())).join(' ');
  switch (node.kind) {
    case 'with':
    case 'members':
      return list(node.people);
    case 'supports':
    case 'needs':
      return list(node.references);
    case 'tags':
      return list(node.tags);
    case 'checkin': {
      const { date, value, by, confidence, status } = node;
      return row(['', date], ['', value], ['by', by], ['confidence', confidence], ['', status]);
    }
    case 'milestone': {
      const { due, weight, done, doneOn } = node;
      return row(['due', due], ['weight', weight], ['', done], ['', doneOn]);
    }
    case 'data': {
      // A name in quotes keeps its blanks.
      const { path, valueColumn, dateColumn, where, decimalComma, aggregation } = node;
      const conditions = where.map(
        ({ name, isNot, value }, i) =>
          `${i === 0 ? 'where' : 'and'} ${written(name)} ${isNot ? '!=' : '='} ${written(value)}`,
      );
      return [
        ...(path === undefined ? [] : [written(path)]),
        ...(valueColumn === undefined ? [] : [`column ${written(valueColumn)}`]),
        ...(dateColumn === undefined ? [] : [`date ${written(dateColumn)}`]),
        ...conditions,
        ...(decimalComma === undefined ? [] : ['decimal comma']),
        ...(aggregation === undefined ? [] : [aggregation.of]),
      ].join(' ');
    }
    default:
      return fold(betweenKeywordAndProse(node, text));
  }
}

function betweenKeywordAndProse({ keyword, prose, end }: Statement, text: string): string {
  const colon = prose === undefined ? end : text.lastIndexOf(':', prose.start - 1);
  const words = text.slice(keyword.end, colon).trim();
  return words.startsWith(':') ? words.slice(1).trim() : words;
}

function fold(words: string): string {
  return words.replace(/\s+/g, ' ');
}
