/**
 * A document as a row of blocks. A block runs from a character at column one to the next, owns its text and its tree,
 * and counts its offsets from its own start, so that an edit costs what its block costs.
 */
import { type BlockTree, parseBlock } from './block.ts';
import { isBlank, isLineBreak } from './characters.ts';

export class Block {
  readonly text: string;
  private starts: readonly number[] | undefined;
  private parsed: BlockTree | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The offset of each line; a text that ends in a line break has an empty last line, which is the next block's first. */
  get lineStarts(): readonly number[] {
    this.starts ??= lineStartsOf(this.text);
    return this.starts;
  }
  get tree(): BlockTree {
    this.parsed ??= parseBlock(this.text, this.lineStarts);
    return this.parsed;
  }
  /** Whether the tree is at hand. */
  get isRead(): boolean {
    return this.parsed !== undefined;
  }
  /** Lets go of the tree, which can be had again from the text: for files that nobody looks at. */
  release(): void {
    this.parsed = undefined;
    this.starts = undefined;
  }
}

export interface Position {
  readonly line: number;
  /** UTF-16 units. */
  readonly character: number;
}
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}
/** A place in a document: a block, and an offset in it. */
export interface BlockOffset {
  readonly block: number;
  readonly offset: number;
}

export class Document {
  private row: Block[];
  /** Before each block, and at the end: offsets and lines. Valid up to `valid`. */
  private readonly offsets: number[] = [0];
  private readonly lines: number[] = [0];
  private valid = 0;

  constructor(text: string) {
    this.row = split(text).map(part => new Block(part));
  }

  get blocks(): readonly Block[] {
    return this.row;
  }
  get text(): string {
    return this.row.map(block => block.text).join('');
  }
  get length(): number {
    return this.offsetOf(this.row.length);
  }
  get lineCount(): number {
    return this.lineOf(this.row.length) + 1;
  }
  /** The line break that the file uses. */
  get lineBreak(): string {
    for (const block of this.row) {
      const found = /\r\n?|\n/.exec(block.text);
      if (found !== null) return found[0];
    }
    return '\n';
  }

  /** The first line of a block, counted from the document's. */
  lineOf(block: number): number {
    this.measure(block);
    return this.lines[block] as number;
  }
  /** The offset of a block in the document. */
  offsetOf(block: number): number {
    this.measure(block);
    return this.offsets[block] as number;
  }

  positionOf(block: number, offset: number): Position {
    const starts = this.row[block]?.lineStarts ?? [0];
    const line = lastNotAfter(starts, offset);
    return { line: this.lineOf(block) + line, character: offset - (starts[line] as number) };
  }
  rangeOf(block: number, span: { readonly start: number; readonly end: number }): TextRange {
    return { start: this.positionOf(block, span.start), end: this.positionOf(block, span.end) };
  }

  /** The block and the offset in it of a position; positions past a line's or the document's end are moved back. */
  at(position: Position): BlockOffset {
    this.measure(this.row.length);
    if (position.line < 0) return { block: 0, offset: 0 };
    const block = Math.min(lastNotAfter(this.lines, position.line, this.row.length), this.row.length - 1);
    const { text, lineStarts } = this.row[block] as Block;
    const line = position.line - (this.lines[block] as number);
    const start = lineStarts[line];
    if (start === undefined) return { block, offset: text.length };
    const end = lineEnd(text, start);
    return { block, offset: Math.min(start + Math.max(0, position.character), end) };
  }

  lineText(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    const { block, offset } = this.at({ line, character: 0 });
    const { text } = this.row[block] as Block;
    return text.slice(offset, lineEnd(text, offset));
  }

  /** Replaces a range by a text. Returns which blocks are new: `removed` of them from `at` on gave way to `added`. */
  edit(
    range: TextRange,
    replacement: string,
  ): { readonly at: number; readonly removed: number; readonly added: number } {
    let from = this.at(range.start);
    let to = this.at(range.end);
    if (to.block < from.block || (to.block === from.block && to.offset < from.offset)) [from, to] = [to, from];
    // Whether a block begins at its first character depends on that character: the block before comes along.
    const first = from.offset === 0 ? Math.max(0, from.block - 1) : from.block;
    const old = this.row.slice(first, to.block + 1);
    const above = first < from.block ? (this.row[first] as Block).text : '';
    const before = above + (this.row[from.block] as Block).text.slice(0, from.offset);
    const after = (this.row[to.block] as Block).text.slice(to.offset);
    const parts = split(before + replacement + after);
    // A neighbour that came along keeps its tree.
    const shorter = Math.min(parts.length, old.length);
    let same = 0;
    while (same < shorter && parts[same] === old[same]?.text) same++;
    let sameAtEnd = 0;
    while (sameAtEnd < shorter - same && parts.at(-1 - sameAtEnd) === old.at(-1 - sameAtEnd)?.text) sameAtEnd++;
    const added = parts.slice(same, parts.length - sameAtEnd).map(part => new Block(part));
    const removed = old.length - same - sameAtEnd;
    const at = first + same;
    if (added.length === 1 && removed === 1) this.row[at] = added[0] as Block;
    else this.row = this.row.slice(0, at).concat(added, this.row.slice(at + removed));
    this.valid = Math.min(this.valid, at);
    return { at, removed, added: added.length };
  }

  /** Lets go of all that can be had again from the text. */
  release(): void {
    for (const block of this.row) block.release();
    this.offsets.length = 1;
    this.lines.length = 1;
    this.valid = 0;
  }

  private measure(upTo: number): void {
    for (; this.valid < upTo; this.valid++) {
      const block = this.row[this.valid] as Block;
      this.offsets[this.valid + 1] = (this.offsets[this.valid] as number) + block.text.length;
      this.lines[this.valid + 1] = (this.lines[this.valid] as number) + block.lineStarts.length - 1;
    }
  }
}

/** Cuts a text before each line whose first character is neither a blank nor a comment's `#`; at least one part. */
function split(text: string): string[] {
  const parts: string[] = [];
  const nextLine = text.includes('\r') ? afterLineBreak : afterLineFeed;
  let start = 0;
  for (let next = nextLine(text, 0); next < text.length; next = nextLine(text, next)) {
    const code = text.charCodeAt(next);
    if (code === 10 || code === 13 || code === 35 || isBlank(code)) continue;
    parts.push(text.slice(start, next));
    start = next;
  }
  parts.push(text.slice(start));
  return parts;
}

/** The offset of each line of a text. */
export function lineStartsOf(text: string): number[] {
  const nextLine = text.includes('\r') ? afterLineBreak : afterLineFeed;
  const starts = [0];
  for (let at = nextLine(text, 0); at < text.length; at = nextLine(text, at)) starts.push(at);
  if (text.length > 0 && isLineBreak(text.charCodeAt(text.length - 1))) starts.push(text.length);
  return starts;
}

/** The offset after the line break that comes next, the text's length where there is none. */
function afterLineBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return at + 1;
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return text.length;
}
/** The same for a text without a carriage return, many times as fast. */
function afterLineFeed(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

/** The index of the last entry that is not greater than `value`; the entries ascend. */
function lastNotAfter(entries: readonly number[], value: number, count = entries.length): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
