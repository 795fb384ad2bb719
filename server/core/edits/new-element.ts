/** Where a new objective or key result goes, and the snippet that is filled in there. */
import type { Position } from '../../../grammar/document.ts';
import type { Statement } from '../../../grammar/tree.ts';
import { cycleOn } from '../calendar/cycle.ts';
import { cursorAt, headingAt } from '../features/cursor.ts';
import { lastBefore } from '../model/by-line.ts';
import type { OkrFile, Row } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import { defaultCycle } from '../reports/cycles.ts';
import { bodyIndentation, indentationOf } from '../rules/lines.ts';
import { Refusal } from './insertion.ts';

export interface NewElement {
  readonly position: Position;
  /** Line breaks to put in there first: an editor indents a snippet as the line that it goes to. */
  readonly before: string;
  /** In the protocol's syntax; it goes between the two. */
  readonly snippet: string;
  readonly after: string;
}

const place = (number: number, text: string) => `\${${number}:${text}}`;

/** What a whole file begins with: the cycle that runs, and an objective in it. */
export function newFile(workspace: Workspace): NewElement {
  const lines = [`cycle ${cycleNow(workspace)}`, '', ...objectiveLines('  ')];
  return { position: { line: 0, character: 0 }, before: '', snippet: lines.join('\n'), after: '\n' };
}

/**
 * A new objective: after the one that somebody is in; else at the end of what stands under the cycle that runs; under a
 * heading of it where the file has none.
 * @param line where somebody is, from 0; undefined: nowhere in particular
 */
export function newObjective(workspace: Workspace, file: OkrFile, line: number | undefined): NewElement {
  if (file.document.text.trim() === '') return newFile(workspace);
  const now = cycleNow(workspace, file.uri);
  const at = line === undefined ? undefined : file.at({ line, character: 0 }).row;
  const rows = file.content;
  const isNow = (row: Row) => {
    const { cycle } = headingAt(file, row, undefined);
    return typeof cycle === 'string' && workspace.cycles.of(cycle).key === workspace.cycles.of(now).key;
  };
  const isObjective = (row: Row) => row.block.tree.statements[0]?.kind === 'objective';
  const after =
    at !== undefined && isObjective(at) && headingAt(file, at, undefined).cycle !== undefined
      ? at
      : (rows.findLast(row => isObjective(row) && isNow(row)) ?? rows.findLast(isNow));
  const step = stepOf(file);
  if (after !== undefined) return under(file, after, objectiveLines(step));
  const last = rows.at(-1) as Row;
  return under(file, last, [`cycle ${now}`, '', ...objectiveLines(step)]);
}

/**
 * A new key result: the last of the objective that somebody is in.
 * @throws Refusal where they are in none
 */
export function newKeyResult(workspace: Workspace, file: OkrFile, line: number | undefined): NewElement {
  const cursor = line === undefined ? undefined : cursorAt(workspace, file.uri, { line, character: 0 });
  const objective = cursor && objectiveAround(cursor.row, line as number, file);
  if (cursor === undefined || objective === undefined)
    throw new Refusal('A key result belongs to an objective: put the cursor into one.');
  const { block } = cursor.row;
  const sibling = objective.body.findLast(({ kind }) => kind === 'kr');
  const indentation = sibling === undefined ? bodyIndentation(block, objective) : indentationOf(block, sibling);
  const step = indentation.slice(indentationOf(block, objective).replace('\ufeff', '').length) || '  ';
  const lines = [
    `kr ${place(1, 'name')}: ${place(2, 'How we would notice')}`,
    `${step}from ${place(3, '0')} to ${place(4, '10')}$0`,
  ];
  return under(
    file,
    cursor.row,
    lines.map(each => indentation + each),
  );
}

/** The cycle that a reader of the file means, if it runs; else the quarter of today. */
function cycleNow(workspace: Workspace, uri?: string): string {
  const today = workspace.today.get();
  const id = defaultCycle(workspace, uri);
  return id !== null && workspace.cycles.holds(workspace.cycles.of(id), today) ? id : cycleOn(today, 'quarter');
}

function objectiveLines(step: string): string[] {
  return [
    `objective ${place(1, 'name')}: ${place(2, 'What shall be true at the end')}`,
    `${step}owner @${place(3, 'somebody')}`,
    '',
    `${step}kr ${place(4, 'name')}: ${place(5, 'How we would notice')}`,
    `${step}${step}from ${place(6, '0')} to ${place(7, '10')}$0`,
  ];
}

/** Below the last statement of a block, with a blank line between; comments after it are those of what follows. */
function under(file: OkrFile, { block }: Row, lines: readonly string[]): NewElement {
  const last = block.tree.statements.at(-1);
  const line = file.lineOf(block, last?.line ?? 0);
  const position = { line, character: file.document.lineText(line).length };
  const isTight = file.document.lineText(line + 1).trim() !== '';
  return { position, before: '\n\n', snippet: lines.join('\n'), after: isTight ? '\n' : '' };
}

function objectiveAround({ block }: Row, line: number, file: OkrFile): Statement | undefined {
  const { statements } = block.tree;
  let statement: Statement | undefined = statements[lastBefore(statements, line - file.lineOf(block, 0) + 1)];
  while (statement !== undefined && statement.kind !== 'objective') statement = statement.parent;
  return statement;
}

/** By how much a file indents. */
export function stepOf(file: OkrFile): string {
  for (const { text } of file.document.blocks) {
    const step = /[\r\n]([ \t]+)(?=[^\s#>])/.exec(text)?.[1];
    if (step !== undefined) return step;
  }
  return '  ';
}
