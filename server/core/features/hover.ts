/** What is under the cursor, explained: how it stands if it stands somehow, what it means if it is a word of the language. */
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Position } from '../../../grammar/document.ts';
import { keywordOfKind } from '../../../grammar/keywords.ts';
import type { Span, Statement } from '../../../grammar/tree.ts';
import type { Goal, KpiEntry, ObjectiveEntry, TeamEntry } from '../model/entry.ts';
import { fromEntry } from '../model/resolve.ts';
import { targetOf } from '../rules/references.ts';
import type { FeatureContext } from './context.ts';
import { type Cursor, cursorAt, entryOf, headingAt, keyResultAt } from './cursor.ts';
import { dataCard, tagCard } from './hover/asides.ts';
import { dayCard } from './hover/day.ts';
import { cycleCard, teamCard } from './hover/groups.ts';
import { shareCard, statusCard, weightCard } from './hover/judgement.ts';
import { innerWordCard, keywordCard, ruleCard } from './hover/keyword.ts';
import { lineCard, readingCard } from './hover/kpi-value.ts';
import { personCard } from './hover/person.ts';
import { targetCard } from './hover/target.ts';
import { valueCard } from './hover/value.ts';
import { blocks } from './markdown.ts';
import { isHeading, type Part, partAt } from './parts.ts';

/** A text in Markdown, and the part of the file that it is about. */
interface Found {
  readonly text: string | undefined;
  readonly span: Span;
}

export function hover(context: FeatureContext, uri: string, position: Position): Hover | null {
  const cursor = cursorAt(context.workspace, uri, position);
  if (cursor === undefined) return null;
  const found = silence(cursor) ?? statement(context, cursor);
  if (found?.text === undefined || found.text === '') return null;
  const range = cursor.file.rangeOf(cursor.row.block, found.span);
  return { contents: { kind: MarkupKind.Markdown, value: found.text }, range };
}

/** `# okr-ignore RULE`, up to the rule. */
function silence({ comment, offset }: Cursor): Found | undefined {
  if (comment === undefined || comment.trailing) return undefined;
  const written = /^#\s*okr-ignore\s+([a-z-]+)/.exec(comment.text);
  const end = comment.start + (written?.[0].length ?? 0);
  if (written === null || offset < comment.start || offset > end) return undefined;
  return { text: ruleCard(written[1] as string), span: { start: comment.start, end } };
}

function statement(context: FeatureContext, cursor: Cursor): Found | undefined {
  const { statement: node, offset } = cursor;
  if (node === undefined || offset < node.start || offset > node.end) return undefined;
  const part = partAt(node, offset);
  if (isHeading(node)) {
    const text = headingCard(context, cursor, node);
    if (part?.is === 'keyword') return { text: blocks(text, text && '---', keywordText(node)), span: part };
    if (text !== undefined) return { text, span: afterKeyword(cursor, node) };
  }
  if (part === undefined) return innerWord(cursor, node) ?? aboutData(context, cursor, node);
  return { text: partCard(context, cursor, node, part), span: part };
}

function keywordText({ kind }: Statement): string | undefined {
  const keyword = keywordOfKind.get(kind);
  return keyword && keywordCard(keyword);
}

/** What a heading says after its keyword and the colon; where that is nothing yet, all of it. */
function afterKeyword({ row }: Cursor, { keyword, start, end }: Statement): Span {
  const said = row.block.text.slice(keyword.end, end).replace(/^\s*:?\s*/, '');
  return { start: said === '' ? start : end - said.length, end };
}

/** The card of an element, anywhere on its heading. */
function headingCard(context: FeatureContext, { row }: Cursor, node: Statement): string | undefined {
  if (node.kind === 'kr') {
    const keyResult = keyResultAt(row, node);
    return keyResult && targetCard(context, keyResult);
  }
  const entry = entryOf(row, node);
  switch (entry?.element.type) {
    case 'objective':
    case 'kpi':
    case 'initiative':
      return targetCard(context, entry as ObjectiveEntry | KpiEntry);
    case 'team':
      return teamCard(context, (entry as TeamEntry).element.name, entry.cycle);
    case 'cycle':
      return cycleCard(context, context.workspace.cycles.of(entry.element.id), entry.team);
    case 'person':
      return personCard(context, entry.element.handle);
    default:
      return undefined;
  }
}

function partCard(context: FeatureContext, cursor: Cursor, node: Statement, part: Part): string | undefined {
  const { workspace } = context;
  const entry = entryOf(cursor.row, node);
  switch (part.is) {
    case 'keyword':
      return keywordText(node);
    case 'team':
      return teamCard(context, part.name.text, entry?.cycle);
    case 'cycle':
      return cycleCard(context, workspace.cycles.of(part.cycle.text), entry?.team);
    case 'person':
      return personCard(context, part.person.handle);
    case 'reference': {
      const target = entry && targetOf(workspace, node, part.reference, fromEntry(entry));
      return target && targetCard(context, target as Goal);
    }
    case 'date':
      return dayCard(context, part.date.day, headingAt(cursor.file, cursor.row, node), node);
    case 'value':
      return numberCard(context, cursor, node, part);
    case 'share':
      return shareCard(context, part, node, goalOf(cursor, node));
    case 'status':
      return statusCard(context, part.status, goalOf(cursor, node));
    case 'bound':
      return innerWordCard(part.line.bound);
    case 'tag':
      return tagCard(context, part.name.text);
    case 'path':
      return dataCard(context, cursor, node);
    case 'title':
    case 'own name':
      return undefined;
  }
}

function numberCard(
  context: FeatureContext,
  { row }: Cursor,
  node: Statement,
  part: Extract<Part, { is: 'value' }>,
): string | undefined {
  const entry = entryOf(row, node);
  const keyResult = keyResultAt(row, node);
  const number = part.value.number;
  if (part.role === 'weight') {
    if (number === null || keyResult === undefined) return undefined;
    const { measure } = keyResult.keyResult;
    return node.kind === 'milestone' && measure?.kind === 'milestones'
      ? weightCard(
          number,
          measure.steps.map(({ weight }) => weight),
          'key result',
        )
      : weightCard(
          number,
          keyResult.objective.element.keyResults.map(({ weight }) => weight),
          'objective',
        );
  }
  if (keyResult !== undefined) return valueCard(context, part, node, keyResult);
  if (entry?.element.type !== 'kpi') return undefined;
  const kpi = entry as KpiEntry;
  if (node.kind === 'healthy' || node.kind === 'critical') return lineCard(context, node, kpi);
  return node.kind === 'reading' && node.date !== undefined
    ? readingCard(context, part.value, node.date.day, kpi)
    : undefined;
}

/** The key result or objective that a fact is about. */
function goalOf({ row }: Cursor, node: Statement): Goal | undefined {
  const keyResult = keyResultAt(row, node);
  if (keyResult !== undefined) return keyResult;
  const entry = entryOf(row, node);
  return entry?.element.type === 'objective' ? (entry as ObjectiveEntry) : undefined;
}

/** A column or a value of a data file: what the line as a whole comes to. */
function aboutData(context: FeatureContext, cursor: Cursor, node: Statement): Found | undefined {
  return node.kind === 'data' ? { text: dataCard(context, cursor, node), span: node } : undefined;
}

/** A word such as `confidence` or `by`, between the keyword and the prose. */
function innerWord({ row, offset }: Cursor, node: Statement): Found | undefined {
  if (node.prose !== undefined && offset >= node.prose.start) return undefined;
  const { text } = row.block;
  let start = offset;
  while (start > node.keyword.end && /[\w-]/.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < node.end && /[\w-]/.test(text.charAt(end))) end++;
  const word = text.slice(start, end);
  if (keywordOfKind.get(node.kind)?.inner.has(word) !== true) return undefined;
  return { text: innerWordCard(word), span: { start, end } };
}
