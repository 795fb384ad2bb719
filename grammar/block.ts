/**
 * Parses one block: its tokens once, each line by the rule of its keyword, the lines nested by their columns. A mistake
 * ends its own line and nothing else.
 */
import type { IToken } from 'chevrotain';
import { type Arguments, leftover, mismatch } from './argument-mistakes.ts';
import { isBlank, widthOf } from './characters.ts';
import { aliases, type Keyword, keywords } from './keywords.ts';
import * as mistakes from './mistakes.ts';
import { adopt, type Draft, emptyNode } from './nodes.ts';
import { headingIn } from './other-notations.ts';
import type { Problem } from './problems.ts';
import { nearest } from './spelling.ts';
import { StatementParser } from './statement-parser.ts';
import { checkStructure } from './structure.ts';
import * as t from './tokens.ts';
import type { Comment, Statement, StatementKind, Word } from './tree.ts';

export interface BlockTree {
  /** All statements in the order of their lines; `parent` and `body` tell the nesting. */
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  /** What is wrong on a line by itself. */
  readonly syntax: readonly Problem[];
  /** What is wrong with where a statement stands. */
  readonly structure: readonly Problem[];
}

const parser = new StatementParser({ skipValidations: true });

/**
 * Parses the text of a block; never throws, whatever the text is.
 * @param lineStarts the offset of each line of the text
 */
export function parseBlock(text: string, lineStarts: readonly number[]): BlockTree {
  return new BlockReader(text, lineStarts).read();
}

/** Where statements stand is looked at when somebody asks: a file that is only counted is never asked about. */
class CheckedTree implements BlockTree {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly syntax: readonly Problem[];
  private readonly text: string;
  private readonly lineStarts: readonly number[];
  private checked: readonly Problem[] | undefined;

  constructor(
    statements: readonly Statement[],
    comments: readonly Comment[],
    syntax: readonly Problem[],
    text: string,
    lineStarts: readonly number[],
  ) {
    this.statements = statements;
    this.comments = comments;
    this.syntax = syntax;
    this.text = text;
    this.lineStarts = lineStarts;
  }
  get structure(): readonly Problem[] {
    this.checked ??= checkStructure(this.statements, this.text, this.lineStarts);
    return this.checked;
  }
}

class BlockReader {
  private readonly text: string;
  private readonly lineStarts: readonly number[];
  private readonly tokens: IToken[];
  private readonly statements: Statement[] = [];
  private readonly comments: Comment[] = [];
  private readonly problems: Problem[] = [];
  private readonly open: Statement[] = [];
  private line = 0;

  constructor(text: string, lineStarts: readonly number[]) {
    this.text = text;
    this.lineStarts = lineStarts;
    this.tokens = ended(t.tokenize(text));
  }

  read(): BlockTree {
    parser.begin(this.text, this.problems);
    parser.take(this.tokens);
    for (let i = 0; this.tokens[i] !== endOfTokens; ) {
      const token = this.tokens[i] as IToken;
      i = token.tokenType === t.LineBreak ? i + 1 : this.readLine(token, i);
    }
    if (this.problems.length > 1) this.problems.sort((a, b) => a.start - b.start || a.end - b.end);
    return new CheckedTree(this.statements, this.comments, this.problems, this.text, this.lineStarts);
  }

  /** Reads the line that begins with the token at `i`, and returns the index of the token after it. */
  private readLine(first: IToken, i: number): number {
    const start = first.startOffset;
    while (this.line + 1 < this.lineStarts.length && (this.lineStarts[this.line + 1] as number) <= start) this.line++;
    const column = widthOf(this.text, this.lineStarts[this.line] as number, start);
    if (first.tokenType === t.Comment) {
      this.takeComment(first, column, false);
      return i + 1;
    }
    if (first.tokenType === t.Quote) {
      this.takeDescription(first, column);
      return i + 1;
    }
    const named = first.tokenType === t.WordToken ? keywords.get(first.image) : undefined;
    if (named === undefined) return this.readOther(first, column, i);
    return this.readKnown(this.begin(named.kind, named.keyword, start, column), named, i);
  }

  private begin(kind: StatementKind, written: string, start: number, column: number): Draft {
    const keyword = { start, end: start + written.length, text: written };
    const node = emptyNode(kind, this.line, column, keyword);
    this.nest(node);
    return node;
  }

  /** Reads a line that does not begin with a keyword as it is written. Apart from those that do, which are nearly all. */
  private readOther(first: IToken, column: number, i: number): number {
    const { image, startOffset: start } = first;
    const isWord = first.tokenType === t.WordToken;
    const heading = isWord ? headingIn(this.text.slice(start, start + 60)) : undefined;
    const known = isWord ? keywordOf(heading?.meant ?? image) : undefined;
    const node = this.begin(known?.kind ?? 'unknown', image, start, column);
    if (known !== undefined) return this.readGuessed(node, known, heading?.written ?? image, i);
    const isKeyword = (word: string) => keywords.has(word);
    this.problems.push(mistakes.unknownKeyword(start, this.text, image, column > 0, isKeyword));
    return this.endLine(node, undefined, this.tokens, i + 1);
  }

  /**
   * Reads a line whose keyword is written in another way. Where another one may be meant, what is wrong with its
   * arguments is no mistake of the writer's yet.
   * @param written all that stands for the keyword
   */
  private readGuessed(node: Draft, known: Keyword, written: string, i: number): number {
    const word = { start: node.start, end: node.start + written.length, text: written };
    node.broken = true;
    this.problems.push(mistakes.misspelledKeyword(word, known.keyword));
    const count = this.problems.length;
    let from = i + 1;
    while (this.isBefore(from, word.end)) from++;
    const next = from > i + 1 ? this.endLine(node, undefined, this.tokens, from) : this.readKnown(node, known, i);
    if (written.toLowerCase() !== known.keyword)
      this.problems.push(...this.problems.splice(count).filter(({ code }) => code === 'yaml-colon'));
    return next;
  }

  private isBefore(index: number, offset: number): boolean {
    const { startOffset } = this.tokens[index] as IToken;
    return startOffset >= 0 && startOffset < offset;
  }

  private readKnown(node: Draft, known: Keyword, i: number): number {
    const first = this.tokens[i] as IToken;
    const second = this.tokens[i + 1] as IToken;
    // A second colon begins no argument.
    if (known.needsArguments && t.isColon(second) && /^:\s*[^:\s]/.test(second.image))
      return this.readAfterColon(node, known, first, second, i);
    if (known.kind === 'data') return this.readData(node, known, i);
    retagInnerWords(this.tokens, i + 1, known);
    return this.readArguments(node, known, this.tokens, i + 1);
  }

  /** Reads from the token after the keyword to the line's end. */
  private readArguments(node: Draft, keyword: Keyword, tokens: readonly IToken[], from: number): number {
    parser.goTo(from);
    parser.read(node, tokens[from]?.tokenType === t.DateToken);
    const next = parser.position;
    const line = { keyword, tokens, from, text: this.text };
    if (parser.mismatch === undefined) return this.endLine(node, line, tokens, next);
    node.broken = true;
    this.problems.push(mismatch(parser.mismatch, next, line));
    return this.endLine(node, undefined, tokens, next);
  }

  /**
   * `owner: @ana`, the habit from YAML: where arguments are missing, what follows the colon is read as them.
   * @param i the index of the keyword's token
   */
  private readAfterColon(node: Draft, keyword: Keyword, first: IToken, colon: IToken, i: number): number {
    const after = colon.image.slice(1);
    const line = [first];
    for (const token of t.tokenize(after)) {
      token.startOffset += colon.startOffset + 1;
      line.push(token);
    }
    const before = this.problems.length;
    this.readOwnTokens(node, keyword, line);
    // Where it cannot be read as arguments either, that is what there is to say.
    if (this.problems.length === before)
      this.problems.push(mistakes.colonBeforeArguments(node.keyword, colon.startOffset, after));
    return i + 2;
  }

  /**
   * A path or a column may begin with a digit or be called `date`: in this statement every run without a blank is one
   * word, and which one is a keyword its place says.
   */
  private readData(node: Draft, keyword: Keyword, i: number): number {
    const line = [this.tokens[i] as IToken];
    let end = i + 1;
    for (let isText = false; ; end++) {
      const token = this.tokens[end] as IToken;
      if (token.tokenType === t.LineBreak) break;
      const before = line.at(-1) as IToken;
      const touches = line.length > 1 && before.startOffset + before.image.length === token.startOffset;
      isText ||= t.isColon(token) || token.tokenType === t.Comment;
      const isWord = token.tokenType !== t.Quoted && !isText;
      if (isWord && touches && before.tokenType !== t.Quoted) before.image += token.image;
      else line.push(token);
      if (isWord) t.retag(token, t.WordToken);
    }
    for (let at = 2; at < line.length; at++) {
      const word = line[at] as IToken;
      const type = word.tokenType === t.WordToken ? keyword.inner.get(word.image) : undefined;
      if (type === undefined) continue;
      t.retag(word, type);
      // What follows is a name, or a value, however it is spelled.
      if (type === t.Column || type === t.DateWord || type === t.Where || type === t.And || type === t.Equals) at++;
    }
    this.readOwnTokens(node, keyword, line);
    return end;
  }

  /** Reads a line whose tokens are not those of the block. */
  private readOwnTokens(node: Draft, keyword: Keyword, line: IToken[]): void {
    parser.take(ended(line));
    if (keyword.kind !== 'data') retagInnerWords(line, 1, keyword);
    this.readArguments(node, keyword, line, 1);
    parser.take(this.tokens);
  }

  /**
   * Takes what is left of the line: prose, a comment, or what does not belong there.
   * @param line where what does not belong there is to be reported
   */
  private endLine(node: Draft, line: Arguments | undefined, tokens: readonly IToken[], from: number): number {
    let reported = line === undefined;
    let own = tokens[from - 1] as IToken;
    let i = from;
    for (; ; i++) {
      const token = tokens[i] as IToken;
      if (token.tokenType === t.LineBreak) break;
      if (token.tokenType === t.Comment) {
        this.takeComment(token, node.column, true);
        continue;
      }
      own = token;
      if (t.isColon(token)) this.takeProse(node, token);
      else if (!reported && line !== undefined) {
        reported = true;
        node.broken = true;
        const rest = leftover(i, line);
        // A first word that is no name, or no cycle, is told of better together with what is left over.
        const before = this.problems.at(-1);
        const isSame = before?.start === rest.start && rest.start === tokens[line.from]?.startOffset;
        if (before?.code === 'syntax' && isSame) this.problems.pop();
        this.problems.push(rest);
      }
    }
    node.end = node.prose?.end ?? own.startOffset + own.image.trimEnd().length;
    return i;
  }

  private nest(node: Statement): void {
    const { open } = this;
    while (open.length > 0 && (open[open.length - 1] as Statement).column >= node.column) open.pop();
    const parent = open[open.length - 1];
    if (parent !== undefined) adopt(parent, node);
    open.push(node);
    this.statements.push(node);
  }

  private takeComment(token: IToken, column: number, trailing: boolean): void {
    const text = token.image.trimEnd();
    const start = token.startOffset;
    const comment = { start, end: start + text.length, text, line: this.line, column, trailing };
    this.comments.push(comment);
    if (trailing || !likeHeading.test(text)) return;
    const heading = mistakes.markdownHeading(comment);
    if (heading !== undefined) this.problems.push(heading);
  }

  private takeDescription(token: IToken, column: number): void {
    const start = token.startOffset;
    const node = emptyNode('description', this.line, column, { start, end: start + 1, text: '>' });
    const blank = token.image.charCodeAt(1) === 32 || token.image.charCodeAt(1) === 9 ? 2 : 1;
    const text = token.image.slice(blank).trimEnd();
    node.end = start + blank + text.length;
    node.prose = { start: start + blank, end: node.end, text };
    this.nest(node);
  }

  private takeProse(node: Statement, token: IToken): void {
    if (node.prose !== undefined) return;
    node.prose = this.proseOf(token);
    if (token.tokenType === t.TightProse) this.problems.push(mistakes.colonWithoutBlank(token.startOffset));
  }

  private proseOf(token: IToken): Word {
    let start = token.startOffset + 1;
    let end = token.startOffset + token.image.length;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--;
    while (start < end && isBlank(this.text.charCodeAt(start))) start++;
    return { start, end, text: this.text.slice(start, end) };
  }
}

const endOfTokens: IToken = {
  image: '',
  startOffset: -1,
  tokenType: t.LineBreak,
  tokenTypeIdx: t.LineBreak.tokenTypeIdx as number,
} as IToken;

/** Most comments are no headings in Markdown. */
const likeHeading = /^#+\s*(?:objective|key|kr|kpi|initiative)/i;

/** The parser looks a little further than it reads. */
function ended(tokens: IToken[]): IToken[] {
  tokens.push(endOfTokens, endOfTokens, endOfTokens);
  return tokens;
}

function keywordOf(word: string): Keyword | undefined {
  return keywords.get(word) ?? keywords.get(nearest(word, keywords.keys(), aliases) ?? '');
}

function retagInnerWords(tokens: readonly IToken[], from: number, keyword: Keyword): void {
  if (keyword.inner.size === 0) return;
  for (let i = from; ; i++) {
    const token = tokens[i] as IToken;
    if (token.tokenType === t.LineBreak) return;
    if (token.tokenType !== t.WordToken || (keyword.nameFirst && (i === from || isNameAfter(tokens[i - 1])))) continue;
    const type = keyword.inner.get(token.image);
    if (type !== undefined) t.retag(token, type);
  }
}

/** After a comma and after `in` comes a name, whatever it is. */
function isNameAfter(before: IToken | undefined): boolean {
  return before?.tokenType === t.Comma || before?.tokenType === t.In;
}
