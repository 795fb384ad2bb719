/**
 * What is said beside the text, where it stands: how a goal stands, how much of a cycle has passed, what a check-in
 * changed. What has no value yet has no hint either; the rules ask for it.
 */
import type { InlayHint, MarkupContent, Range } from 'vscode-languageserver-types';
import type { Position } from '../../../grammar/document.ts';
import type { CheckIn, Statement } from '../../../grammar/tree.ts';
import type { KeyResult } from '../model/elements.ts';
import type { KeyResultEntry, ObjectiveEntry } from '../model/entry.ts';
import type { OkrFile, Row } from '../model/file.ts';
import { type DatedValue, valuesOf } from '../scores/series.ts';
import { isCurrency } from '../scores/value-text.ts';
import type { FeatureContext } from './context.ts';
import { entryOf, keyResultAt } from './cursor.ts';
import { hover } from './hover.ts';
import { scoreInShort } from './naming.ts';
import { isHeading } from './parts.ts';
import { change, timeGone, unitOf } from './words.ts';

/** Which hints are wanted. */
export interface WantedHints {
  /** Of objectives and key results: score and pace. */
  readonly score: boolean;
  /** Of the cycles that today is in. */
  readonly timePassed: boolean;
  readonly checkInChange: boolean;
}

/** For the tooltip, which is worked out when somebody points at the hint: what a hover says there. */
interface HintData {
  readonly uri: string;
  readonly at: Position;
}

/** The hints of the lines that a range touches. */
export function inlayHints(context: FeatureContext, uri: string, range: Range, wanted: WantedHints): InlayHint[] {
  const file = context.workspace.file(uri);
  if (file === undefined) return [];
  const { document, content } = file;
  const hints: InlayHint[] = [];
  const values = new Map<KeyResult, readonly DatedValue[]>();
  for (let i = document.at(range.start).block; i < content.length && document.lineOf(i) <= range.end.line; i++) {
    const row = content[i] as Row;
    for (const statement of row.block.tree.statements) {
      const line = document.lineOf(i) + statement.line;
      if (line < range.start.line) continue;
      if (line > range.end.line) break;
      const hint =
        statement.kind === 'checkin'
          ? wanted.checkInChange && changeHint(context, file, row, statement, values)
          : headingHint(context, file, row, statement, wanted);
      if (hint) hints.push(hint);
    }
  }
  return hints;
}

export function resolveInlayHint(context: FeatureContext, hint: InlayHint): InlayHint {
  const { uri, at } = hint.data as HintData;
  const text = hover(context, uri, at)?.contents as MarkupContent | undefined;
  return text === undefined ? hint : { ...hint, tooltip: text };
}

/** At the end of a heading's line, behind a comment, too. */
function headingHint(
  context: FeatureContext,
  file: OkrFile,
  row: Row,
  statement: Statement,
  wanted: WantedHints,
): InlayHint | undefined {
  const label = wantedLabel(context, row, statement, wanted);
  if (label === undefined) return undefined;
  const { start, end } = file.rangeOf(row.block, statement);
  const character = file.document.lineText(start.line).trimEnd().length;
  return hintAt(file, { line: start.line, character }, label, end);
}

function wantedLabel(
  context: FeatureContext,
  row: Row,
  statement: Statement,
  { score, timePassed }: WantedHints,
): string | undefined {
  if (!isHeading(statement)) return undefined;
  switch (statement.kind) {
    case 'cycle':
      return timePassed ? timeLabel(context, statement.cycle?.text) : undefined;
    case 'kr': {
      const keyResult = score ? keyResultAt(row, statement) : undefined;
      return keyResult && scoreInShort(context, keyResult);
    }
    case 'objective': {
      const entry = score ? entryOf(row, statement) : undefined;
      return entry?.facts.peek().type === 'objective' ? scoreInShort(context, entry as ObjectiveEntry) : undefined;
    }
    default:
      return undefined;
  }
}

/** `56% gone, 40 days left`; undefined for a cycle that today is not in. */
function timeLabel({ workspace }: FeatureContext, id: string | undefined): string | undefined {
  return id === undefined ? undefined : timeGone(workspace.cycles.of(id).period, workspace.today.get());
}

/** `+5`, right after the value: what has changed since the value before, whoever gave that. */
function changeHint(
  context: FeatureContext,
  file: OkrFile,
  row: Row,
  checkin: CheckIn,
  known: Map<KeyResult, readonly DatedValue[]>,
): InlayHint | undefined {
  const { value, date } = checkin;
  const entry = keyResultAt(row, checkin);
  if (entry === undefined || typeof value?.number !== 'number' || date === undefined) return undefined;
  // What follows another key result takes its check-ins from there; what lies ahead counts from that day on.
  if (entry.keyResult.follows !== undefined || date.day > context.workspace.today.get()) return undefined;
  const values = known.get(entry.keyResult) ?? valuesOfKeyResult(context, entry);
  known.set(entry.keyResult, values);
  const before = values.findLast(({ day }) => day < date.day);
  if (before === undefined) return undefined;
  const unit = unitOf(entry.keyResult.measure);
  // The unit stands right before it; only a change of percentages is in points.
  const label = change(value.number - before.value, unit === '%' || isCurrency(unit) ? unit : '');
  const { start, end } = file.rangeOf(row.block, value);
  return hintAt(file, end, label, start);
}

function valuesOfKeyResult({ standings }: FeatureContext, entry: KeyResultEntry): readonly DatedValue[] {
  return valuesOf(standings.keyResult(entry)?.history ?? []);
}

function hintAt(file: OkrFile, position: Position, label: string, at: Position): InlayHint {
  const data: HintData = { uri: file.uri, at };
  return { position, label, paddingLeft: true, data };
}
