/** Finds the lines that are indented with tabs in a file of spaces, or the other way round. */
import type { Block, Document } from './document.ts';
import { layOut } from './layout.ts';
import { type Edit, type Problem, problem } from './problems.ts';

interface Indentation {
  readonly line: number;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  readonly style: 'tabs' | 'spaces' | 'both';
  readonly column: number;
}

/** What is known of a block, as long as it is there: only new ones are looked at after an edit. */
const known = new WeakMap<Block, readonly Indentation[]>();

/**
 * A warning for each block in which the indentation is not that of most lines of the document, at the first such line;
 * its fix mends the block.
 */
export function mixedIndentation(document: Document): { readonly block: number; readonly problem: Problem }[] {
  let tabs = 0;
  let spaces = 0;
  let mixed = false;
  for (const block of document.blocks) {
    for (const { style } of indentationsOf(block)) {
      if (style === 'tabs') tabs++;
      else if (style === 'spaces') spaces++;
      else mixed = true;
    }
  }
  if (!mixed && (tabs === 0 || spaces === 0)) return [];
  const style = tabs > spaces ? 'tabs' : 'spaces';
  return document.blocks.flatMap((block, index) => {
    const first = indentationsOf(block).find(line => line.style !== style);
    if (first === undefined) return [];
    const here = first.style === 'both' ? 'tabs and spaces' : first.style;
    const message = `This file is indented with ${style}, and here with ${here}: use only one of them`;
    const fix = { title: `Indent with ${style}`, edits: style === 'tabs' ? withTabs(block) : withSpaces(block) };
    return [{ block: index, problem: problem('mixed-indentation', first, message, fix) }];
  });
}

function indentationsOf(block: Block): readonly Indentation[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const { text, lineStarts } = block;
  const found: Indentation[] = [];
  for (const [line, start] of lineStarts.entries()) {
    let end = start;
    let column = 0;
    let tabs = 0;
    for (let code = text.charCodeAt(end); code === 32 || code === 9; code = text.charCodeAt(++end)) {
      if (code === 9) tabs++;
      column += code === 9 ? 4 - (column % 4) : 1;
    }
    const isBlank = end === text.length || text[end] === '\n' || text[end] === '\r';
    if (end === start || isBlank) continue;
    found.push({ line, start, end, style: tabs === 0 ? 'spaces' : tabs === end - start ? 'tabs' : 'both', column });
  }
  known.set(block, found);
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
