/** Makes one key result of each thing that a title asks for. */
import type { KeyResult as KeyResultNode, Statement } from '../../../grammar/tree.ts';
import type { Entry } from '../model/entry.ts';
import { splitTitle } from '../titles/split-title.ts';
import { bodyIndentation, indentationOf, lineBreakOf, lineEndOf } from './lines.ts';
import { type PlacedEdit, placeOf, type Remedy } from './rule.ts';
import { statementsIn } from './statements.ts';

/** What each of them has as its own, as the one had it. */
const shared: ReadonlySet<Statement['kind']> = new Set(['owner', 'with', 'due']);
const measures: ReadonlySet<Statement['kind']> = new Set(['from', 'to', 'keep', 'milestone', 'follows', 'kpi', 'data']);

/**
 * The name, the facts and a measure that is there already stay with the part that they are about.
 * undefined for a title that asks for one thing.
 */
export function splitting(entry: Entry, node: KeyResultNode): Remedy | undefined {
  const parts = node.prose === undefined ? undefined : splitTitle(node.prose.text);
  if (parts === undefined || node.prose === undefined) return undefined;
  const { block } = entry;
  const { start, end } = node.prose;
  const lineBreak = lineBreakOf(block);
  const own = indentationOf(block, node);
  const body = bodyIndentation(block, node);
  const written = (each: Statement) => block.text.slice(each.start, lineEndOf(block, each));
  const measure = node.body.find(({ kind }) => measures.has(kind));
  const kept =
    measure === undefined
      ? 0
      : partWith(
          written(measure),
          parts.map(part => part.measure),
        );
  const gap = isAiry(entry, node) ? lineBreak : '';
  const whole = (i: number) =>
    [
      `${own}kr: ${parts[i]?.text}`,
      ...(parts[i]?.measure === undefined ? [] : [`${body}${parts[i].measure}`]),
      ...node.body.filter(({ kind }) => shared.has(kind)).map(each => body + written(each)),
    ].join(lineBreak);
  const before = parts.slice(0, kept).map((_, i) => `${whole(i)}${lineBreak}${gap}`);
  const after = parts.slice(kept + 1).map((_, i) => `${lineBreak}${gap}${whole(kept + 1 + i)}`);
  const edits: PlacedEdit[] = [{ place: placeOf(entry, { start, end }), text: parts[kept]?.text as string }];
  const lineStart = block.lineStarts[node.line] as number;
  const lineEnd = lineEndOf(block, node);
  let last: Statement = node;
  for (const each of statementsIn(node)) last = each;
  const bottom = lineEndOf(block, last);
  const added =
    measure === undefined && parts[kept]?.measure !== undefined ? `${lineBreak}${body}${parts[kept].measure}` : '';
  if (before.length > 0)
    edits.unshift({ place: placeOf(entry, { start: lineStart, end: lineStart }), text: before.join('') });
  if (bottom === lineEnd)
    edits.push({ place: placeOf(entry, { start: bottom, end: bottom }), text: added + after.join('') });
  else {
    if (added !== '') edits.push({ place: placeOf(entry, { start: lineEnd, end: lineEnd }), text: added });
    if (after.length > 0) edits.push({ place: placeOf(entry, { start: bottom, end: bottom }), text: after.join('') });
  }
  return { title: `Split it into ${parts.length} key results`, edits, isPreferred: false };
}

/** Which part a measure is about: the one with most of its numbers. */
function partWith(measure: string, parts: readonly (string | undefined)[]): number {
  const numbers = (text: string): readonly string[] => text.match(/\d[\d.,]*/g) ?? [];
  const own = numbers(measure);
  const shares = parts.map(part => numbers(part ?? '').filter(number => own.includes(number)).length);
  return Math.max(0, shares.indexOf(Math.max(...shares)));
}

/** Whether key results stand apart here. */
function isAiry({ block }: Entry, node: KeyResultNode): boolean {
  const siblings = node.parent?.body.filter(({ kind }) => kind === 'kr') ?? [];
  return siblings.some(
    ({ line }) => block.text.slice(block.lineStarts[line - 1], block.lineStarts[line]).trim() === '',
  );
}
