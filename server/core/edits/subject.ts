/** What can be checked in on at a line: a key result, an objective, or a KPI that is read. */

import { cursorAt, entryOf, keyResultAt } from '../features/cursor.ts';
import { lastBefore } from '../model/by-line.ts';
import type { Goal, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';

export type Subject =
  | { readonly kind: 'goal'; readonly goal: Goal; readonly uri: string; readonly line: number }
  | { readonly kind: 'kpi'; readonly kpi: KpiEntry; readonly uri: string; readonly line: number };

/**
 * The innermost element that a line belongs to; a blank line is that of the element above it.
 * @param line from 0; any line of the element, and `line` of the answer is its first
 */
export function subjectAt(workspace: Workspace, uri: string, line: number): Subject | undefined {
  const cursor = cursorAt(workspace, uri, { line, character: 0 });
  if (cursor === undefined) return undefined;
  const { row, file } = cursor;
  const { statements } = row.block.tree;
  const statement = cursor.statement ?? statements[lastBefore(statements, line - file.lineOf(row.block, 0))];
  if (statement === undefined) return undefined;
  const keyResult = keyResultAt(row, statement);
  const place = (inBlock: number) => ({ uri: file.uri, line: file.lineOf(row.block, inBlock) });
  if (keyResult !== undefined) return { kind: 'goal', goal: keyResult, ...place(keyResult.keyResult.line) };
  const entry = entryOf(row, statement);
  const element = entry?.element;
  if (element?.type === 'objective') return { kind: 'goal', goal: entry as ObjectiveEntry, ...place(element.line) };
  if (element?.type === 'kpi') return { kind: 'kpi', kpi: entry as KpiEntry, ...place(element.line) };
  return undefined;
}
