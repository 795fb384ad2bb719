/**
 * Puts what stands under each element in its usual order: properties as the reference lists them, facts by their days.
 * Comments go with the line below them, and what has no order of its own (key results, milestones) keeps the one it has.
 */
import type { Block, Document, TextRange } from '../../../../grammar/document.ts';
import type { Statement, StatementKind } from '../../../../grammar/tree.ts';

/**
 * For each element the groups in their order, as the reference and the samples have them. What is in one group has no
 * order among itself, but for facts: those are sorted by their days.
 */
const orders: Partial<Record<StatementKind, readonly string[]>> = {
  objective: [
    'team cycle',
    'owner',
    'with',
    'aspirational committed learning',
    'due weight every supports needs continues',
    'tags',
    'link',
    'description',
    'checkin grade dropped resumed',
    'reflect',
    'kr',
  ],
  kr: [
    'from to keep milestone follows',
    'kpi data',
    'owner',
    'with',
    'aspirational committed',
    'due weight every supports needs continues',
    'tags',
    'link',
    'description',
    'plan',
    'checkin target grade dropped resumed',
  ],
  kpi: ['team owner', 'every', 'follows data', 'healthy critical supports tags link', 'description', 'reading'],
  initiative: ['supports', 'needs', 'owner due planned active done dropped tags', 'link', 'description'],
  team: ['lead', 'members', 'parent', 'every', 'description', 'reflect'],
  cycle: ['from', 'every', 'description', 'reflect'],
  person: ['until', 'description'],
};

const ranks: ReadonlyMap<StatementKind, ReadonlyMap<string, number>> = new Map(
  Object.entries(orders).map(([kind, groups]) => [
    kind as StatementKind,
    new Map(groups.flatMap((group, rank) => group.split(' ').map(member => [member, rank] as const))),
  ]),
);
const dated: ReadonlySet<string> = new Set('checkin target grade dropped resumed plan reading'.split(' '));

/** What to replace for a document to be in order; nothing where it is. */
export function organizeEdits(document: Document): { readonly range: TextRange; readonly text: string }[] {
  return document.blocks.flatMap((block, index) => {
    const order = orderOf(block);
    return order === undefined ? [] : hunks(document, block, document.lineOf(index), order);
  });
}

/** The lines of a block as they are to follow each other, some blank ones left out; undefined where all is in order. */
function orderOf(block: Block): readonly number[] | undefined {
  const { statements } = block.tree;
  const lines: number[] = [];
  let isChanged = false;
  const above = new Map<Statement, number>();
  for (const [i, statement] of statements.entries()) above.set(statement, (statements[i - 1]?.line ?? -1) + 1);
  const add = (node: Statement, keepsBlanks: boolean) => {
    for (let line = above.get(node) as number; line < node.line; line++)
      if (keepsBlanks || !isBlankLine(block, line)) lines.push(line);
    lines.push(node.line);
    const body = arranged(node);
    isChanged ||= body !== node.body;
    // A property that goes elsewhere leaves its blank lines behind; key results stay apart.
    for (const [i, child] of body.entries())
      add(child, child.kind === 'kr' || body[i - 1] === node.body[node.body.indexOf(child) - 1]);
  };
  for (const statement of statements) if (statement.parent === undefined) add(statement, true);
  if (!isChanged) return undefined;
  for (let line = (statements.at(-1)?.line ?? -1) + 1; line < block.lineStarts.length; line++) lines.push(line);
  return lines;
}

function isBlankLine({ text, lineStarts }: Block, line: number): boolean {
  return text.slice(lineStarts[line], lineStarts[line + 1]).trim() === '';
}

/** The same list where nothing is to be moved, or nobody can tell where. */
function arranged({ kind, body, parent }: Statement): readonly Statement[] {
  const rankOf = ranks.get(kind);
  if (body.length < 2 || rankOf === undefined || (kind === 'kr') !== (parent !== undefined)) return body;
  // Of lines that are indented differently, one would get under another.
  const column = body[0]?.column;
  if (body.some(child => child.broken || child.column !== column || !rankOf.has(child.kind))) return body;
  const rank = (node: Statement) => rankOf.get(node.kind) as number;
  const sorted = byDay(
    body.toSorted((a, b) => rank(a) - rank(b)),
    rank,
  );
  return sorted.every((child, i) => child === body[i]) ? body : sorted;
}

/** Sorts facts of one rank by their days. One without a day is as new as its place in the list, so nothing passes it. */
function byDay(body: readonly Statement[], rank: (node: Statement) => number): Statement[] {
  const sorted: Statement[] = [];
  let run: Statement[] = [];
  const end = () => {
    sorted.push(...run.sort((a, b) => (dayOf(a) as number) - (dayOf(b) as number)));
    run = [];
  };
  for (const node of body) {
    const day = dayOf(node);
    const last = run.at(-1);
    if (day === undefined || (last !== undefined && rank(last) !== rank(node))) end();
    if (day === undefined) sorted.push(node);
    else run.push(node);
  }
  end();
  return sorted;
}

function dayOf(node: Statement): number | undefined {
  return dated.has(node.kind) && 'date' in node ? node.date?.day : undefined;
}

/** The smallest runs of lines that change places among themselves. */
function hunks(document: Document, block: Block, first: number, order: readonly number[]) {
  const kept = new Set(order);
  const edits: { range: TextRange; text: string }[] = [];
  let from = 0;
  let start = 0;
  let end = 0;
  for (let i = 0; i < order.length; i++) {
    end = Math.max(end, (order[i] as number) + 1);
    let left = i + 1 - from;
    for (let line = start; line < end; line++) if (!kept.has(line)) left++;
    if (left < end - start) continue;
    const lines = order.slice(from, i + 1);
    if (lines.length < end - start || lines.some((line, at) => line !== start + at))
      edits.push(replacement(document, block, first, start, end, lines));
    [from, start] = [i + 1, end];
  }
  return edits;
}

function replacement(
  document: Document,
  block: Block,
  first: number,
  start: number,
  end: number,
  lines: readonly number[],
): { range: TextRange; text: string } {
  const { text, lineStarts } = block;
  const { lineBreak } = document;
  const written = lines.map(line => {
    const whole = text.slice(lineStarts[line], lineStarts[line + 1]);
    return /[\r\n]$/.test(whole) ? whole : whole + lineBreak;
  });
  // The last line of a file may have no line break, and then keeps having none.
  const last = lineStarts[end] === undefined;
  const joined = written.join('');
  const stop = last ? { line: first + end - 1, character: text.length - (lineStarts[end - 1] as number) } : undefined;
  return {
    range: { start: { line: first + start, character: 0 }, end: stop ?? { line: first + end, character: 0 } },
    text: last && !/[\r\n]$/.test(text) ? joined.replace(/(?:\r\n?|\n)$/, '') : joined,
  };
}
