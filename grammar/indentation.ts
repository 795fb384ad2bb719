/** Finds the lines that are indented with tabs in a file of spaces, or the other way round. */

import { isBlank, isLineBreak, widthOf } from './characters.ts';
import type { Block, Document } from './document.ts';
import { layOut } from './layout.ts';
import { type Edit, type Problem, problem } from './problems.ts';

interface Indentation {
  readonly line: number;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  /** Blanks of other kinds are neither. */
  readonly style: 'tabs' | 'spaces' | 'neither';
  readonly column: number;
}

type Count = Record<Indentation['style'], number>;
/** Of each block as long as it is there, so that after an edit only new ones are looked at. */
const counted = new WeakMap<Block, Count>();

/**
 * A warning for each block in which the indentation is not that of most lines of the document, at the first such line;
 * its fix mends the block.
 */
export function mixedIndentation(document: Document): { readonly block: number; readonly problem: Problem }[] {
  let [tabs, spaces, neither] = [0, 0, 0];
  for (const block of document.blocks) {
    const count = countOf(block);
    tabs += count.tabs;
    spaces += count.spaces;
    neither += count.neither;
  }
  if (neither === 0 && (tabs === 0 || spaces === 0)) return [];
  const style = tabs > spaces ? 'tabs' : 'spaces';
  return document.blocks.flatMap((block, index) => {
    const count = countOf(block);
    if (count.neither === 0 && (style === 'tabs' ? count.spaces : count.tabs) === 0) return [];
    const first = indentationsOf(block).find(line => line.style !== style) as Indentation;
    const message = `Most lines of this file are indented with ${style}: indent this one with ${style} too`;
    const fix = { title: `Indent with ${style}`, edits: style === 'tabs' ? withTabs(block) : withSpaces(block) };
    return [{ block: index, problem: problem('mixed-indentation', first, message, fix) }];
  });
}

function countOf(block: Block): Count {
  let count = counted.get(block);
  if (count === undefined) {
    count = { tabs: 0, spaces: 0, neither: 0 };
    for (const { style } of indentationsOf(block)) count[style]++;
    counted.set(block, count);
  }
  return count;
}

function indentationsOf(block: Block): Indentation[] {
  const { text, lineStarts } = block;
  const found: Indentation[] = [];
  for (let line = 0; line < lineStarts.length; line++) {
    const lineStart = lineStarts[line] as number;
    const start = lineStart === 0 && text.charCodeAt(0) === 0xfeff ? 1 : lineStart;
    const first = text.charCodeAt(start);
    if (!isBlank(first)) continue;
    let end = start + 1;
    let isUniform = true;
    for (let code = text.charCodeAt(end); isBlank(code); code = text.charCodeAt(++end)) isUniform &&= code === first;
    if (end === text.length || isLineBreak(text.charCodeAt(end))) continue;
    const style = isUniform && first === 32 ? 'spaces' : isUniform && first === 9 ? 'tabs' : 'neither';
    found.push({ line, start, end, style, column: widthOf(text, start, end) });
  }
  return found;
}

/** Every line stays in its column. */
function withSpaces(block: Block): Edit[] {
  return indentationsOf(block)
    .filter(({ style }) => style !== 'spaces')
    .map(({ start, end, column }) => ({ start, end, text: ' '.repeat(column) }));
}

/** No number of tabs is two columns, so the lines of the whole block get as many as they have lines to stand under. */
function withTabs(block: Block): Edit[] {
  const depths = new Map(layOut(block.tree).map(({ line, depth }) => [line, depth]));
  return indentationsOf(block)
    .map(({ line, start, end }) => ({ start, end, text: '\t'.repeat(depths.get(line) ?? 0) }))
    .filter(({ start, end, text }) => block.text.slice(start, end) !== text);
}
