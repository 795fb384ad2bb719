/** Takes whole lines out of a file, and puts others in, so that one blank line stays between what stands apart. */
import type { Block, TextRange } from '../../../../grammar/document.ts';
import type { OkrFile } from '../../model/file.ts';
import { endOf, lineBreakOf } from '../../rules/lines.ts';
import type { PlacedEdit } from '../../rules/rule.ts';

/** A replacement of a range, as edits each of which stays in its block. */
export function placed(file: OkrFile, { start, end }: TextRange, text: string): PlacedEdit[] {
  const from = file.document.at(start);
  const to = file.document.at(end);
  return between(file, from, to, text);
}

/** The offsets of a document as the places of its blocks. */
export function placedAt(file: OkrFile, start: number, end: number, text: string): PlacedEdit[] {
  return between(file, blockAt(file, start), blockAt(file, end), text);
}

interface Point {
  readonly block: number;
  readonly offset: number;
}

function between(file: OkrFile, from: Point, to: Point, text: string): PlacedEdit[] {
  const edits: PlacedEdit[] = [];
  const { blocks } = file.document;
  for (let i = from.block; i <= to.block; i++) {
    const block = blocks[i] as Block;
    const start = i === from.block ? from.offset : 0;
    const end = i === to.block ? to.offset : block.text.length;
    if (start < end || i === from.block) edits.push({ place: { file, block, span: { start, end } }, text: '' });
  }
  const [first, ...others] = edits as [PlacedEdit, ...PlacedEdit[]];
  return [{ ...first, text }, ...others];
}

function blockAt({ document }: OkrFile, offset: number): Point {
  let block = 0;
  while (block + 1 < document.blocks.length && document.offsetOf(block + 1) <= offset) block++;
  return { block, offset: offset - document.offsetOf(block) };
}

/** The end of what a block says, with the comments that are indented under it. */
export function endOfBody(block: Block): number {
  const after = block.tree.comments.filter(({ column, start }) => column > 0 && start > endOf(block));
  return after.at(-1)?.end ?? endOf(block);
}

/** New lines below a block, a blank one between. */
export function insertBelow(file: OkrFile, block: Block, lines: readonly string[]): PlacedEdit {
  const lineBreak = lineBreakOf(block);
  const at = endOfBody(block);
  return { place: { file, block, span: { start: at, end: at } }, text: lineBreak.repeat(2) + lines.join(lineBreak) };
}

/**
 * Takes lines out, and the blank ones that would be too many.
 * @param start the offset in the document where the first line begins
 * @param end where the last one ends, before its line break
 */
export function removeLines(file: OkrFile, start: number, end: number): PlacedEdit[] {
  const { text } = file.document;
  const after = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(text.slice(end))?.[0].length ?? 0;
  if (end + after < text.length && text.slice(end + after).trim() !== '') return placedAt(file, start, end + after, '');
  // Nothing comes after it: what stood above it ends the file.
  const before = text.slice(0, start);
  const kept = before.trimEnd();
  const lineBreak = /^[^\r\n]*(?:\r\n?|\n)?/.exec(before.slice(kept.length))?.[0] ?? '';
  return placedAt(file, kept.length + lineBreak.length, text.length, '');
}
