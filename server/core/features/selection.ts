/**
 * What a selection grows to: word, argument, all arguments, line, what is under it, the elements around it, the block,
 * the document. Candidates are gathered in any order; the chain takes each that is larger than the one before.
 */
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Block } from '../../../grammar/document.ts';
import { keywordOfKind } from '../../../grammar/keywords.ts';
import type { Comment, Span, Statement } from '../../../grammar/tree.ts';
import { lastBefore } from '../model/by-line.ts';
import type { OkrFile, Row } from '../model/file.ts';
import { extentOf } from './extent.ts';
import { isHistory } from './folding/history.ts';
import { type Part, partsOf } from './parts.ts';
import { commentRuns, isDescription, runs } from './runs.ts';
import { lastOf, type Section, sectionsOf } from './sections.ts';

/** For each position the smallest range around it, with those around that; the largest is the document. */
export function selectionRanges(file: OkrFile, positions: readonly Position[]): SelectionRange[] {
  // The innermost first.
  const around = [...headings(file, sectionsOf(file)).reverse(), wholeOf(file)];
  return positions.map(position => {
    const { row, offset } = file.at(position);
    const at = file.document.positionOf(file.indexOf(row.block), offset);
    const steps = growing(spansAround(row, at.line - file.lineOf(row.block, 0), offset), offset).map(span =>
      file.rangeOf(row.block, span),
    );
    for (const range of around) {
      const last = steps.at(-1) ?? { start: at, end: at };
      if (contains(range, last) && !contains(last, range)) steps.push(range);
    }
    // In an empty document the position is all there is.
    const inner = steps.reduceRight<SelectionRange | undefined>(
      (parent, range) => ({ range, ...(parent && { parent }) }),
      undefined,
    );
    return inner ?? { range: { start: at, end: at } };
  });
}

/** The spans around an offset from the smallest to the largest, each strictly in the next. */
function growing(spans: readonly Span[], offset: number): Span[] {
  const around = spans
    .filter(({ start, end }) => start < end && start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const steps: Span[] = [];
  for (const span of around) {
    const last = steps.at(-1) ?? { start: offset, end: offset };
    if (span.start <= last.start && last.end <= span.end && span.end - span.start > last.end - last.start)
      steps.push(span);
  }
  return steps;
}

function contains(outer: Range, inner: Range): boolean {
  const isAfter = (a: Position, b: Position) => a.line > b.line || (a.line === b.line && a.character > b.character);
  return !isAfter(outer.start, inner.start) && !isAfter(inner.end, outer.end);
}

/** Teams and cycles with what they hold, each before those in it; their blocks as they are selected. */
function headings(file: OkrFile, sections: readonly Section[]): Range[] {
  return sections.flatMap(section => {
    if (section.holds.length === 0) return [];
    const { block } = section.row;
    const last = lastOf(section).row.block;
    const range = {
      start: file.rangeOf(block, writtenOf(block)).start,
      end: file.rangeOf(last, writtenOf(last)).end,
    };
    return [range, ...headings(file, section.holds)];
  });
}

function wholeOf({ document }: OkrFile): Range {
  const last = document.blocks.length - 1;
  const { length } = (document.blocks[last] as Block).text;
  return { start: { line: 0, character: 0 }, end: document.positionOf(last, length) };
}

/** A block without the blank lines around it. */
function writtenOf({ text }: Block): Span {
  return { start: text.search(/\S|$/), end: text.trimEnd().length };
}

// ---- in a block

function spansAround({ block }: Row, line: number, offset: number): Span[] {
  const { text, tree, lineStarts } = block;
  const statement = tree.statements[lastBefore(tree.statements, line + 1)];
  const comment = tree.comments[lastBefore(tree.comments, line + 1)];
  const written = writtenOf(block);
  const spans: Span[] = [written];
  if (offset < written.start || offset > written.end) spans.push({ start: 0, end: text.length });
  const ownComment = comment?.line === line ? comment : undefined;
  if (ownComment !== undefined) spans.push(...aroundComment(text, ownComment, commentRuns(block), offset));
  if (statement?.line === line) {
    spans.push(...onLine(text, statement, ownComment, offset));
    // In the indentation the line is the nearest thing.
    if (offset < statement.start) spans.push({ start: lineStarts[line] as number, end: statement.end });
  }
  for (let node = statement; node !== undefined; node = node.parent) {
    spans.push(extentOf(block, node));
    const { parent } = node;
    if (parent === undefined) continue;
    const together = [
      ...runs(parent.body, isHistory),
      ...runs(parent.body, isDescription),
      ...runs(
        parent.body,
        ({ kind }, before) => kind === 'milestone' && (before === undefined || before.kind === kind),
      ),
    ].find(run => run.includes(node as Statement));
    if (together !== undefined)
      spans.push({ start: together[0]!.start, end: extentOf(block, together.at(-1) as Statement).end });
  }
  return spans;
}

function aroundComment(text: string, comment: Comment, all: readonly Comment[][], offset: number): Span[] {
  if (offset < comment.start || offset > comment.end) return [];
  const run = all.find(each => each.includes(comment)) ?? [comment];
  const words = { start: comment.start + (/^#+\s*/.exec(comment.text)?.[0].length ?? 1), end: comment.end };
  return [
    ...wordsAround(text, offset, comment),
    words,
    { start: comment.start, end: comment.end },
    { start: (run[0] as Comment).start, end: (run.at(-1) as Comment).end },
  ];
}

function onLine(text: string, node: Statement, comment: Comment | undefined, offset: number): Span[] {
  const { start, end, keyword, prose } = node;
  const written = { start, end };
  const spans: Span[] = [written, { start, end: comment?.end ?? end }];
  const args = argumentsOf(text, node);
  if (prose !== undefined && offset >= prose.start && offset <= prose.end)
    return [...spans, prose, ...wordsAround(text, offset, prose)].map(({ start, end }) => ({ start, end }));
  if (offset <= keyword.end) return [...spans, { start: keyword.start, end: keyword.end }];
  if (offset < args.start || offset > args.end) return spans;
  spans.push(args, ...wordsAround(text, offset, args));
  for (const part of partsOf(node)) {
    if (part.is === 'keyword' || part.is === 'title') continue;
    const { start, end } = part;
    spans.push({ start, end }, { start: introducedAt(text, node, part), end }, ...insideOf(text, part));
  }
  if ('hold' in node && node.hold !== undefined) spans.push({ start: node.hold.start, end: node.hold.end });
  return spans;
}

/** From after the keyword to before the colon. */
function argumentsOf(text: string, { keyword, prose, end }: Statement): Span {
  const colon = prose === undefined ? end : Math.max(keyword.end, text.lastIndexOf(':', prose.start - 1));
  const written = text.slice(keyword.end, colon);
  const blanks = /^[\s:]*/.exec(written)?.[0].length ?? 0;
  return { start: keyword.end + blanks, end: keyword.end + Math.max(blanks, written.trimEnd().length) };
}

/** `confidence 7/10`, `by @kim`: an argument with the word before it. */
function introducedAt(text: string, { kind, keyword }: Statement, { start }: Span): number {
  const before = /(\S+)\s+$/.exec(text.slice(keyword.end, start));
  const word = before?.[1];
  return word !== undefined && keywordOfKind.get(kind)?.inner.has(word) === true
    ? keyword.end + (before as RegExpExecArray).index
    : start;
}

/** The names in a reference, and the number of a value. */
function insideOf(text: string, part: Part): Span[] {
  if (part.is === 'reference') {
    const { team, name, kr, cycle } = part.reference;
    const path = { start: part.start, end: (kr ?? name).end };
    return [team, name, kr, cycle, path, kr && { start: name.start, end: kr.end }]
      .filter(span => span !== undefined)
      .map(({ start, end }) => ({ start, end }));
  }
  if (part.is === 'value' && part.value.unit !== '') {
    const number = /^[-−]?\p{Sc}?\d[\d.,_]*[kKMB]?(?!\p{L})/u.exec(text.slice(part.start, part.end))?.[0];
    return number === undefined ? [] : [{ start: part.start, end: part.start + number.length }];
  }
  return [];
}

/** The letters and digits at an offset, and what stands there between blanks. */
function wordsAround(text: string, offset: number, within: Span): Span[] {
  return [/[\p{L}\p{M}\p{N}_]/u, /[^\s,]/u].map(part => {
    let start = offset;
    let end = offset;
    while (end < within.end && part.test(at(text, end))) end += at(text, end).length;
    while (start > within.start && part.test(before(text, start))) start -= before(text, start).length;
    return { start, end };
  });
}

function at(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) as number);
}
function before(text: string, offset: number): string {
  const code = text.codePointAt(offset - 2);
  return code !== undefined && code > 0xffff && offset >= 2 ? String.fromCodePoint(code) : text.charAt(offset - 1);
}
