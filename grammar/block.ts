/**
 * Parses one block: its tokens once, each line by the rule of its keyword, the lines nested by their columns. A mistake
 * ends its own line and nothing else.
 */
import type { IToken } from 'chevrotain';
import { isoFor } from './arguments.ts';
import { aliases, type Keyword, keywords } from './keywords.ts';
import type { Fix, Problem, ProblemCode } from './problems.ts';
import { nearest } from './spelling.ts';
import { endOfBlock, type Mismatch, StatementParser, spanOf } from './statement-parser.ts';
import { emptyNode, readArguments } from './statements.ts';
import { checkStructure } from './structure.ts';
import * as t from './tokens.ts';
import type { Comment, Prose, Span, Statement, Word } from './tree.ts';

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
    this.tokens = t.tokenize(text);
  }

  read(): BlockTree {
    parser.begin(this.tokens, this.text);
    for (let i = 0; ; ) {
      const token = this.tokens[i] as IToken;
      if (token === endOfBlock) break;
      if (token.tokenType === t.LineBreak) i++;
      else i = this.readLine(i, token);
    }
    this.problems.push(...parser.problems);
    if (this.problems.length > 1) this.problems.sort((a, b) => a.start - b.start || a.end - b.end);
    return {
      statements: this.statements,
      comments: this.comments,
      syntax: this.problems,
      structure: checkStructure(this.statements, this.text, this.lineStarts),
    };
  }

  /** Reads the line that begins with the token `i`, and returns the index of the token after it. */
  private readLine(i: number, first: IToken): number {
    const start = first.startOffset;
    while (this.line + 1 < this.lineStarts.length && (this.lineStarts[this.line + 1] as number) <= start) this.line++;
    const column = this.columnOf(start);
    if (first.tokenType === t.Comment) {
      this.takeComment(first, column, false);
      return i + 1;
    }
    if (first.tokenType === t.Quote) {
      this.takeDescription(first, column);
      return i + 1;
    }
    const keyword: Word = { ...spanOf(first), text: first.image };
    const known = first.tokenType === t.WordToken ? this.keywordOf(keyword) : undefined;
    const node = emptyNode(known?.kind ?? 'unknown', { start, line: this.line, column, keyword });
    this.nest(node);
    let next = i + 1;
    if (known !== undefined) {
      node.broken = known.keyword !== keyword.text;
      const second = this.tokens[next] as IToken;
      if (
        known.needsArguments &&
        (second.tokenType === t.Prose || second.tokenType === t.TightProse) &&
        second.image.trim() !== ':'
      ) {
        this.takeArgumentsAfterColon(keyword, second, next);
      }
      this.retagInnerWords(next, known);
      parser.goTo(next);
      readArguments(parser, node, this.tokens[next]?.tokenType === t.DateToken);
      next = parser.position;
      if (parser.mismatch !== undefined) {
        node.broken = true;
        this.reportMismatch(parser.mismatch, known, next);
      }
    } else if (first.tokenType !== t.WordToken) {
      this.report(
        'unknown-keyword',
        keyword,
        `A line begins with a keyword, such as \`objective\` or \`checkin\`, not with \`${brief(first.image)}\``,
      );
    }
    return this.endLine(node, known, next, parser.mismatch !== undefined || known === undefined);
  }

  /** Takes what is left of the line: prose, a comment, or what does not belong there. */
  private endLine(
    node: Statement & { end: number },
    known: Keyword | undefined,
    from: number,
    silent: boolean,
  ): number {
    let reported = silent;
    let i = from;
    for (; i < this.tokens.length; i++) {
      const token = this.tokens[i] as IToken;
      if (token.tokenType === t.LineBreak) break;
      if (token.tokenType === t.Comment) {
        this.takeComment(token, node.column, true);
        continue;
      }
      if (token.tokenType === t.Prose || token.tokenType === t.TightProse) this.takeProse(node, token);
      else if (!reported) {
        reported = true;
        node.broken = true;
        if (known !== undefined) this.reportLeftover(token, i, known);
      }
    }
    const last = this.tokens[i - 1] as IToken;
    const lastOwn = last.tokenType === t.Comment ? (this.tokens[i - 2] as IToken) : last;
    node.end = node.prose?.end ?? lastOwn.startOffset + lastOwn.image.trimEnd().length;
    return i;
  }

  private nest(node: Statement): void {
    while (this.open.length > 0 && (this.open.at(-1) as Statement).column >= node.column) this.open.pop();
    const parent = this.open.at(-1);
    node.parent = parent;
    parent?.body.push(node);
    this.open.push(node);
    this.statements.push(node);
  }

  private columnOf(offset: number): number {
    let column = 0;
    for (let at = this.lineStarts[this.line] as number; at < offset; at++) {
      const code = this.text.charCodeAt(at);
      column += code === 9 ? 4 - (column % 4) : code === 0xfeff ? 0 : 1;
    }
    return column;
  }

  private keywordOf(word: Word): Keyword | undefined {
    const exact = keywords.get(word.text);
    if (exact !== undefined) return exact;
    const meant = nearest(word.text, keywords.keys(), aliases);
    if (meant === undefined) {
      this.report(
        'unknown-keyword',
        word,
        `\`${brief(word.text)}\` is no keyword. A line begins with one, such as \`objective\`, \`kr\` or \`checkin\``,
      );
      return undefined;
    }
    const fix = { title: `Write \`${meant}\``, edits: [{ start: word.start, end: word.end, text: meant }] };
    this.report('unknown-keyword', word, `\`${brief(word.text)}\` is no keyword: did you mean \`${meant}\`?`, fix);
    return keywords.get(meant);
  }

  private retagInnerWords(from: number, keyword: Keyword): void {
    if (keyword.inner.size === 0) return;
    if (keyword.kind === 'data') {
      this.joinDataWords(from, keyword);
      return;
    }
    for (let i = from; ; i++) {
      const token = this.tokens[i];
      if (token === undefined || token.tokenType === t.LineBreak) return;
      if (token.tokenType !== t.WordToken || (i === from && keyword.nameFirst)) continue;
      const type = keyword.inner.get(token.image);
      if (type !== undefined) t.retag(token, type);
    }
  }

  /**
   * A path or a column may begin with a digit or be called `date`: here every run without a blank is one word, and
   * which one is a keyword its place says.
   */
  private joinDataWords(from: number, keyword: Keyword): void {
    for (let i = from; ; i++) {
      const token = this.tokens[i];
      if (token === undefined || token.tokenType === t.LineBreak || token.tokenType === t.Prose) return;
      if (token.tokenType === t.Quoted || token.tokenType === t.Comment || token.tokenType === t.TightProse) continue;
      let next = this.tokens[i + 1];
      while (next !== undefined && next.startOffset === token.startOffset + token.image.length && isPartOfWord(next)) {
        token.image += next.image;
        this.tokens.splice(i + 1, 1);
        next = this.tokens[i + 1];
      }
      const type = (i - from) % 2 === 1 ? keyword.inner.get(token.image) : undefined;
      t.retag(token, type ?? t.WordToken);
    }
  }

  /**
   * `owner: @ana`, the habit from YAML: where arguments are missing, what follows the colon is read as them.
   * @param i the index of the colon's token
   */
  private takeArgumentsAfterColon(keyword: Word, colon: IToken, i: number): void {
    const after = colon.image.slice(1);
    const written = `${keyword.text} ${after.trim()}`;
    const rest = t.tokenize(after);
    for (const word of rest) word.startOffset += colon.startOffset + 1;
    this.tokens.splice(i, 1, ...rest);
    const blanks = after.length - after.trimStart().length;
    const fix = {
      title: `Write \`${brief(written)}\``,
      edits: [{ start: colon.startOffset, end: colon.startOffset + 1 + blanks, text: ' ' }],
    };
    this.report(
      'yaml-colon',
      { start: colon.startOffset, end: colon.startOffset + 1 },
      `No colon here: \`${brief(written)}\`. What follows a colon is text`,
      fix,
    );
  }

  private takeComment(token: IToken, column: number, trailing: boolean): void {
    const comment = { ...spanOf(token), text: token.image, line: this.line, column, trailing };
    this.comments.push(comment);
    if (trailing) return;
    const heading = /^#+\s*(objective|key[ -]?result|kr|kpi|initiative)\s*[\d.]*\s*[:–—-]\s*(\S.*?)\s*#*$/i.exec(
      token.image,
    );
    if (heading === null) return;
    const word = (heading[1] as string).toLowerCase();
    const text = `${word.startsWith('k') && word !== 'kpi' ? 'kr' : word}: ${heading[2]}`;
    const fix = { title: `Write \`${brief(text)}\``, edits: [{ start: comment.start, end: comment.end, text }] };
    this.report(
      'markdown-heading',
      comment,
      `A line that begins with \`#\` is a comment: write \`${brief(text)}\``,
      fix,
    );
  }

  private takeDescription(token: IToken, column: number): void {
    const keyword = { start: token.startOffset, end: token.startOffset + 1, text: '>' };
    const node = emptyNode('description', { start: token.startOffset, line: this.line, column, keyword });
    const blank = token.image.charCodeAt(1) === 32 || token.image.charCodeAt(1) === 9 ? 2 : 1;
    const text = token.image.slice(blank).trimEnd();
    node.prose = { start: node.start + blank, end: node.start + blank + text.length, text };
    node.end = node.prose.end;
    this.nest(node);
  }

  private takeProse(node: Statement, token: IToken): void {
    const prose = proseOf(token);
    if (node.kind === 'description' || node.prose !== undefined) return;
    node.prose = prose;
    if (token.tokenType !== t.TightProse) return;
    const colon = token.startOffset;
    const fix = { title: 'Add a blank after the colon', edits: [{ start: colon + 1, end: colon + 1, text: ' ' }] };
    this.report(
      'yaml-colon',
      { start: colon, end: colon + 1 },
      'A blank follows the colon, so that it can be told from one inside a word',
      fix,
    );
  }

  private report(code: ProblemCode, at: Span, message: string, fix?: Fix): void {
    const problem = { code, start: at.start, end: at.end, message };
    this.problems.push(fix === undefined ? problem : { ...problem, fix });
  }

  private reportMismatch({ expected, actual }: Mismatch, keyword: Keyword, next: number): void {
    const missing = isEnd(actual);
    const before = this.tokens[next - 1] as IToken;
    if (missing) {
      // The last thing that is there is where the reader has to go on.
      this.report('syntax', spanOf(before), `\`${keyword.keyword}\` needs ${expected}: \`${keyword.example}\``);
      return;
    }
    this.reportUnexpected(
      actual,
      next,
      keyword,
      `\`${keyword.keyword}\` needs ${expected} here: \`${keyword.example}\``,
      'syntax',
    );
  }

  private reportLeftover(token: IToken, at: number, keyword: Keyword): void {
    const example = keyword.example === keyword.keyword ? '' : `: \`${keyword.example}\``;
    const text = keyword.prose !== 'none' ? `. If it is text, put a colon before it` : '';
    this.reportUnexpected(
      token,
      at,
      keyword,
      `\`${brief(token.image)}\` does not belong here${example}${text}`,
      'unknown-argument',
    );
  }

  private reportUnexpected(token: IToken, at: number, keyword: Keyword, message: string, code: ProblemCode): void {
    const date = isoFor(this.runAt(token.startOffset));
    if (date !== undefined) {
      const span = { start: token.startOffset, end: token.startOffset + this.runAt(token.startOffset).length };
      this.report('date-invalid', span, `Dates are written year-month-day: \`${date}\``, {
        title: `Write \`${date}\``,
        edits: [{ ...span, text: date }],
      });
      return;
    }
    // A misspelled inner word is often taken for part of the unit before it, so that one is looked at too.
    for (let i = at; i >= Math.max(0, at - 1); i--) {
      const word = this.tokens[i] as IToken;
      if (word.tokenType !== t.WordToken || keywords.has(word.image)) continue;
      const meant = nearest(word.image, keyword.inner.keys());
      if (meant === undefined) continue;
      const span = spanOf(word);
      this.report('unknown-argument', span, `\`${brief(word.image)}\`: did you mean \`${meant}\`?`, {
        title: `Write \`${meant}\``,
        edits: [{ ...span, text: meant }],
      });
      return;
    }
    this.report(code, spanOf(token), message);
  }

  /** The characters from an offset to the next blank. */
  private runAt(offset: number): string {
    return /^[^\s:]{1,20}/.exec(this.text.slice(offset, offset + 20))?.[0] ?? '';
  }
}

function proseOf(token: IToken): Prose {
  const after = token.image.slice(1);
  const text = after.trim();
  const start = token.startOffset + 1 + (text === '' ? 0 : after.length - after.trimStart().length);
  return { start, end: start + text.length, text };
}

function isEnd(token: IToken): boolean {
  const type = token.tokenType;
  return (
    type === t.LineBreak || type === t.Prose || type === t.TightProse || type === t.Comment || token.startOffset < 0
  );
}

function isPartOfWord(token: IToken): boolean {
  const type = token.tokenType;
  return (
    type !== t.LineBreak &&
    type !== t.Prose &&
    type !== t.TightProse &&
    type !== t.Comma &&
    type !== t.Comment &&
    type !== t.Quoted
  );
}

/** At most 40 characters of what somebody wrote, for a message. */
function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
