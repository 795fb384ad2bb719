/** Other words in a line that stands already: the rest of it stays as it is. */
import { Block } from '../../../grammar/document.ts';
import type { Span, Statement } from '../../../grammar/tree.ts';
import type { Entry } from '../model/entry.ts';
import { type LineEdit, Refusal } from './insertion.ts';

/** In a block; an empty span is where the words go. */
export interface Change {
  readonly span: Span;
  readonly words: string;
}

/** Words behind others, a blank between them. */
export function behind({ end }: Span, words: string): Change {
  return { span: { start: end, end }, words: ` ${words}` };
}

/** Of what stands in a line, what stands last. */
export function lastOf(first: Span, ...others: readonly (Span | undefined)[]): Span {
  return others.reduce<Span>((last, each) => (each !== undefined && each.end > last.end ? each : last), first);
}

/** Takes words out, with the blanks before them. */
export function without(span: Span, { text }: Block): Change {
  const blanks = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  return { span: { start: span.start - blanks, end: span.end }, words: '' };
}

/**
 * @param changes all in the line of the statement, in its order
 * @returns the edit, and the block with it
 * @throws Refusal where the line has a mistake, or would have one
 */
export function changeLine(
  { file, block }: Entry,
  node: Statement,
  changes: readonly Change[],
): { readonly edit: LineEdit; readonly after: Block } {
  if (mistakeOn(block, node.line) !== undefined)
    throw new Refusal('There is a mistake on this line: mend it in the text first.');
  const start = changes[0]?.span.start ?? node.start;
  let [words, end] = ['', start];
  for (const { span, words: each } of changes) {
    words += block.text.slice(end, span.start) + each;
    end = span.end;
  }
  const after = new Block(block.text.slice(0, start) + words + block.text.slice(end));
  const mistake = mistakeOn(after, node.line);
  if (mistake !== undefined) throw new Refusal(`${mistake}.`);
  const edit = {
    uri: file.uri,
    range: file.rangeOf(block, { start, end }),
    text: words,
    line: file.lineOf(block, node.line),
  };
  return { edit, after };
}

function mistakeOn({ tree, lineStarts, text }: Block, line: number): string | undefined {
  const [from = 0, to = text.length] = [lineStarts[line], lineStarts[line + 1]];
  return [...tree.syntax, ...tree.structure].find(({ start }) => start >= from && start < to)?.message;
}
