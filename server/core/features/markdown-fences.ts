/**
 * The fences of a Markdown text that are marked `okr`, and which place in one is which place in the text.
 *
 * They are found as CommonMark says, in quotes and in lists too. Of HTML only comments and `<pre>` and its like hide a
 * fence. This is no library's: one that tells the column of each line is twenty times as large.
 */
import type { Position, TextRange } from '../../../grammar/document.ts';

export interface Fence {
  /** What stands in it, without what quotes and lists put before its lines. Its lines are joined by `\n`. */
  readonly text: string;
  /** Of its first line, in the Markdown text. */
  readonly line: number;
  /** What is before each of its lines. */
  readonly margins: readonly Margin[];
  /** False for one that is being written: it runs to the end of the text, or of the list or quote that it is in. */
  readonly isClosed: boolean;
  /** What is said after `okr`. */
  readonly attributes: string;
}

interface Margin {
  /** UTF-16 units of the Markdown text that are no part of the line. */
  readonly width: number;
  /** So many blanks of the line are no characters of the Markdown text: they are what is left of a tab. */
  readonly blanks: number;
}

/** All fences marked `okr` that have a line. */
export function okrFences(markdown: string): Fence[] {
  const scan = new Scan();
  for (const [number, text] of markdown.split(/\r\n|\r|\n/).entries()) scan.line(new Line(text), number);
  scan.end();
  return scan.found;
}

/** The place in a fence of a place in the Markdown text; undefined where that is not in the fence. */
export function intoFence({ line, margins }: Fence, position: Position): Position | undefined {
  const margin = margins[position.line - line];
  if (margin === undefined || position.character < margin.width) return undefined;
  return { line: position.line - line, character: position.character - margin.width + margin.blanks };
}

/** The place in the Markdown text of a place in a fence. */
export function outOfFence({ line, margins }: Fence, position: Position): Position {
  const { width, blanks } = margins[position.line] ?? { width: 0, blanks: 0 };
  return { line: line + position.line, character: width + Math.max(0, position.character - blanks) };
}

export function rangeOutOfFence(fence: Fence, { start, end }: TextRange): TextRange {
  return { start: outOfFence(fence, start), end: outOfFence(fence, end) };
}

/** A line, read from the left: what belongs to quotes and lists is taken off first. */
class Line {
  readonly text: string;
  /** The next character. */
  at = 0;
  /** Columns before it that are what is left of a tab. */
  rest = 0;
  /** How many columns are taken off; a tab reaches the next multiple of four. */
  private column = 0;
  /** Behind the last character that is no blank. */
  private readonly end: number;

  constructor(text: string) {
    this.text = text;
    let end = text.length;
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
    this.end = end;
  }

  /** Nothing but blanks is left. */
  get isBlank(): boolean {
    return this.at >= this.end;
  }
  /** Not even blanks are left. */
  get isOver(): boolean {
    return this.at >= this.text.length && this.rest === 0;
  }
  /** What is left, without the blanks at its end. */
  get ahead(): string {
    return this.text.slice(this.at, this.end);
  }

  /** The columns of the blanks that are next; it does not look beyond `most`. */
  indentation(most: number): number {
    let columns = this.rest;
    for (let i = this.at; columns < most; i++) {
      const code = this.text.charCodeAt(i);
      if (code === 32) columns++;
      else if (code === 9) columns += 4 - ((this.column + columns) % 4);
      else break;
    }
    return Math.min(columns, most);
  }
  /** Takes blanks off, so many columns or as many as there are. */
  skipBlanks(columns: number): void {
    for (let left = columns; left > 0; left--) {
      if (this.rest > 0) this.rest--;
      else if (this.text.charCodeAt(this.at) === 9) {
        this.rest = 3 - (this.column % 4);
        this.at++;
      } else if (this.text.charCodeAt(this.at) === 32) this.at++;
      else return;
      this.column++;
    }
  }
  /** Takes off characters that are no tabs. */
  skip(characters: number): void {
    this.at += characters;
    this.column += characters;
  }
}

/** A quote, or an item of a list with the columns that its lines are indented by. */
type Container = { readonly is: 'quote' } | { readonly is: 'item'; readonly indentation: number; isEmpty: boolean };

interface OpenFence {
  readonly mark: string;
  readonly indentation: number;
  /** undefined for one of another language, whose lines nobody wants. */
  readonly attributes: string | undefined;
  readonly line: number;
  readonly lines: string[];
  readonly margins: Margin[];
}

/** Quotes and lists in one another; nobody nests so deep, and a line of dashes would be looked at once a dash. */
const mostContainers = 32;

/** What was seen of a text so far. */
class Scan {
  readonly found: Fence[] = [];
  private readonly containers: Container[] = [];
  /** Which of them are quotes. */
  private readonly quotes: number[] = [];
  private fence: OpenFence | undefined;
  /** Ends the HTML that is open. */
  private html: RegExp | undefined;
  private isParagraph = false;

  line(line: Line, number: number): void {
    const depth = this.match(line);
    const isInside = depth === this.containers.length;
    if (this.fence !== undefined) {
      if (isInside) {
        this.fenced(this.fence, line);
        return;
      }
      this.close(this.fence, false);
    }
    if (this.html !== undefined) {
      if (isInside) {
        if (this.html.test(line.ahead)) this.html = undefined;
        return;
      }
      this.html = undefined;
    }
    this.begin(line, number, depth);
  }

  end(): void {
    if (this.fence !== undefined) this.close(this.fence, false);
  }

  /** Takes off what the open quotes and lists put before the line. @returns how many of them go on */
  private match(line: Line): number {
    const { containers, quotes } = this;
    let depth = 0;
    let quote = 0;
    while (depth < containers.length) {
      const container = containers[depth] as Container;
      if (line.isOver) {
        // It belongs to all lists down to the next quote.
        depth = quotes[quote] ?? containers.length;
        break;
      }
      if (container.is === 'quote') {
        if (!this.takeQuote(line)) break;
        quote++;
      } else {
        if (!line.isBlank && line.indentation(container.indentation) < container.indentation) break;
        line.skipBlanks(container.indentation);
      }
      depth++;
    }
    const last = containers[depth - 1];
    if (last?.is === 'item' && last.isEmpty) {
      // An item that began without a text ends where there is none below either.
      if (line.isBlank) return depth - 1;
      last.isEmpty = false;
    }
    return depth;
  }

  private takeQuote(line: Line): boolean {
    const indentation = line.indentation(4);
    if (indentation === 4 || !line.text.startsWith('>', line.at + blanksAt(line))) return false;
    line.skipBlanks(indentation);
    line.skip(1);
    line.skipBlanks(1);
    return true;
  }

  /** A line of the fence that is open, or its end. */
  private fenced(fence: OpenFence, line: Line): void {
    const indentation = line.indentation(4);
    const text = line.ahead.replace(/^[ \t]+/, '');
    if (indentation < 4 && text.length >= fence.mark.length && text === (fence.mark[0] as string).repeat(text.length))
      this.close(fence, true);
    else if (fence.attributes !== undefined) {
      line.skipBlanks(fence.indentation);
      fence.lines.push(' '.repeat(line.rest) + line.text.slice(line.at));
      fence.margins.push({ width: line.at, blanks: line.rest });
    }
  }

  private close({ attributes, lines, margins, line }: OpenFence, isClosed: boolean): void {
    this.fence = undefined;
    if (attributes !== undefined && lines.length > 0)
      this.found.push({ text: lines.join('\n'), line, margins, isClosed, attributes });
  }

  /** What a line begins, in the first `depth` of the quotes and lists. */
  private begin(line: Line, number: number, depth: number): void {
    // Where the line is still in all that was open it may go on with a paragraph; outside of some it may do so, too, if
    // it begins nothing.
    let goesOn = this.isParagraph && depth === this.containers.length;
    let isLazy = this.isParagraph && !goesOn;
    const leave = () => {
      this.truncate(depth);
      [goesOn, isLazy] = [false, false];
    };
    let isText = !line.isBlank;
    while (!line.isBlank) {
      const indentation = line.indentation(4);
      if (indentation === 4) {
        isText = goesOn || isLazy;
        break;
      }
      if (this.containers.length >= mostContainers) break;
      if (this.takeQuote(line)) {
        leave();
        this.quotes.push(this.containers.length);
        this.containers.push({ is: 'quote' });
        depth = this.containers.length;
        continue;
      }
      line.skipBlanks(indentation);
      const text = line.ahead;
      const fence = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/.exec(text);
      if (fence !== null) {
        leave();
        this.isParagraph = false;
        this.fence = opened(fence[1] ?? (fence[3] as string), fence[2] ?? (fence[4] as string), indentation, number);
        return;
      }
      const html = htmlEnd(text);
      if (html !== undefined) {
        leave();
        this.isParagraph = false;
        if (!html.test(text)) this.html = html;
        return;
      }
      if (/^#{1,6}(?:[ \t]|$)/.test(text) || (goesOn && /^(?:=+|-+)$/.test(text)) || isRule(text)) {
        leave();
        isText = false;
        break;
      }
      const marker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(text);
      // In the middle of a paragraph a dash or a number is most often none of a list.
      if (marker === null || (goesOn && (marker[0] === text || (marker[1] !== undefined && Number(marker[1]) !== 1))))
        break;
      leave();
      this.item(line, indentation, marker[0].length);
      depth = this.containers.length;
      isText = !line.isBlank;
    }
    if (!isText || !isLazy) this.truncate(depth);
    this.isParagraph = isText;
  }

  private item(line: Line, indentation: number, width: number): void {
    line.skip(width);
    const isEmpty = line.isBlank;
    const blanks = line.indentation(5);
    // What is so far behind the marker is code in an item of one blank.
    const own = isEmpty || blanks === 5 ? 1 : blanks;
    line.skipBlanks(own);
    this.containers.push({ is: 'item', indentation: indentation + width + own, isEmpty });
  }

  private truncate(depth: number): void {
    this.containers.length = depth;
    while ((this.quotes.at(-1) ?? -1) >= depth) this.quotes.pop();
  }
}

function opened(mark: string, info: string, indentation: number, line: number): OpenFence {
  const attributes = /^[ \t]*okr(?![^ \t:,{?])[ \t]*(.*)$/i.exec(info)?.[1];
  return { mark, indentation, attributes, line: line + 1, lines: [], margins: [] };
}

/** What ends the HTML that a line begins in which Markdown means nothing. */
function htmlEnd(text: string): RegExp | undefined {
  if (text.startsWith('<!--')) return /-->/;
  return /^<(?:pre|script|style|textarea)(?=[ \t>]|$)/i.test(text) ? /<\/(?:pre|script|style|textarea)>/i : undefined;
}

/** A line across the page. */
function isRule(text: string): boolean {
  return /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** How many blanks are next, of at most three. */
function blanksAt({ text, at }: Line): number {
  let count = 0;
  while (count < 4 && isBlank(text.charCodeAt(at + count))) count++;
  return count;
}
