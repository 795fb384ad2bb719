/** New lines for a fix, in the place and with the indentation that a person would give them. */
import type { Block } from '../../../grammar/document.ts';
import type { Span, Statement } from '../../../grammar/tree.ts';
import type { Entry } from '../model/entry.ts';
import { type Place, statementOf } from './rule.ts';

/** The indentation of what stands under `node`, as the file has it. */
export function bodyIndentation(block: Block, node: Statement): string {
  const child = node.body[0];
  if (child !== undefined) return indentationOf(block, child);
  const own = indentationOf(block, node);
  return own + (own.includes('\t') ? '\t' : '  ');
}

export function indentationOf(block: Block, node: Statement): string {
  const start = block.lineStarts[node.line] ?? 0;
  return block.text.slice(start, node.start);
}

/** The end of a statement's own line, before its line break. */
export function lineEndOf(block: Block, node: Statement): number {
  const next = block.lineStarts[node.line + 1] ?? block.text.length;
  const line = block.text.slice(node.start, next);
  return node.start + line.replace(/[\r\n]+$/, '').length;
}

export function lineBreakOf(block: Block): string {
  return /\r\n?|\n/.exec(block.text)?.[0] ?? '\n';
}

/** An insertion of lines right under a statement's own line. */
export function insertUnder(block: Block, node: Statement, lines: readonly string[]): { span: Span; text: string } {
  const at = lineEndOf(block, node);
  const indentation = bodyIndentation(block, node);
  const text = lines.map(line => `${lineBreakOf(block)}${indentation}${line}`).join('');
  return { span: { start: at, end: at }, text };
}

/** A line below all that a statement at the top says, and one below that. */
export function insertAtEnd(block: Block, node: Statement, line: string, under: string): { span: Span; text: string } {
  const at = endOf(block);
  const start = lineBreakOf(block) + bodyIndentation(block, node);
  const step = start.includes('\t') ? '\t' : '  ';
  return { span: { start: at, end: at }, text: `${start}${line}${start}${step}${under}` };
}

/** The end of what a block says; the comments after it are the next one's. */
export function endOf(block: Block): number {
  const last = block.tree.statements.at(-1);
  return last === undefined ? block.text.trimEnd().length : lineEndOf(block, last);
}

/** Right above an element, and above the comments that stand directly over it: they are about it. */
export function placeAbove(entry: Entry): Place {
  const { file, block } = entry;
  const { start } = statementOf(entry);
  const before = file.content[file.indexOf(block) - 1]?.block;
  if (start > 0 || before === undefined) return { file, block, span: { start, end: start } };
  const comments = /(?:^|(?:\r\n?|\n))((?:[ \t]*#[^\r\n]*(?:\r\n?|\n))+)$/.exec(before.text)?.[1] ?? '';
  if (comments === '') return { file, block, span: { start, end: start } };
  const at = before.text.length - comments.length;
  return { file, block: before, span: { start: at, end: at } };
}
