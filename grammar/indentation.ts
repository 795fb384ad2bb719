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

interface Count {
  readonly tabs: number;
  readonly spaces: number;
  readonly neither: number;
}
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
    const styles = indentationsOf(block).map(({ style }) => style);
    const of = (style: Indentation['style']) => styles.filter(each => each === style).length;
    count = { tabs: of('tabs'), spaces: of('spaces'), neither: of('neither') };
    counted.set(block, count);
  }
  return count;
}

function indentationsOf(block: Block): Indentation[] {
  const { text, lineStarts } = block;
  const found: Indentation[] = [];
  for (const [line, lineStart] of lineStarts.entries()) {
    const start = text.startsWith('\ufeff', lineStart) && lineStart === 0 ? 1 : lineStart;
    let end = start;
    while (isBlank(text.charCodeAt(end))) end++;
    if (end === start || end === text.length || isLineBreak(text.charCodeAt(end))) continue;
    const blanks = text.slice(start, end);
    const style = /^ +$/.test(blanks) ? 'spaces' : /^\t+$/.test(blanks) ? 'tabs' : 'neither';
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
