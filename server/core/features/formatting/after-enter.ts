/**
 * What Enter does where an editor does not do it by itself: the next check-in or reading begins with today's date, Enter
 * on one that was only begun takes it away again, and what stands under a heading is indented. An editor that has begun
 * the line already, as VS Code does by its own rules, gets only what is missing.
 */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Document } from '../../../../grammar/document.ts';
import type { Statement } from '../../../../grammar/tree.ts';
import { toIso } from '../../calendar/day.ts';
import type { Day } from '../../model/elements.ts';
import { bodyIndentation } from '../../rules/lines.ts';

/** The facts that come one after another, day by day. */
const started = /^([ \t]*)(checkin|reading)[ \t]*(\S*)[ \t]*$/;
/** As the editor's own rule for Enter has it. */
const heading = /^(?:(?:team|cycle|person|kpi|initiative)|[ \t]*(?:objective|kr))(?![^\s:])/;

/** @param position on the line that Enter began; nothing is done where the rest of a line came along */
export function afterEnter(document: Document, { line, character }: Position, today: Day): TextEdit[] {
  const text = document.lineText(line);
  if (line === 0 || text.slice(character).trim() !== '') return [];
  const above = document.lineText(line - 1);
  const begun = started.exec(above);
  const own = /^([ \t]*)(?:(checkin|reading)[ \t]*)?$/.exec(text);
  if (own === null) return [];
  const [, indentation = '', word] = own;
  const date = toIso(today);
  const isHere = (where: string) => indentation === where;

  if (begun !== null) {
    const [, where = '', keyword, day] = begun;
    // Only a line that is no more than its beginning, and that Enter went on with or left.
    if ((day !== '' && day !== date) || !isHere(where) || (word !== undefined && word !== keyword)) return [];
    const range = { start: { line: line - 1, character: where.length }, end: { line, character: text.length } };
    return [{ range, newText: '' }];
  }
  const statement = statementOn(document, line - 1);
  if (statement === undefined) return [];
  if (statement.node.kind === 'checkin' || statement.node.kind === 'reading') {
    const { node } = statement;
    const where = above.slice(0, above.length - above.trimStart().length);
    // After today's comes no other one today; what nobody can read is to be put right first.
    if (node.broken || node.date === undefined || node.date.day >= today || !isHere(where)) return [];
    if (word === undefined) return [insertion(line, text.length, `${node.kind} ${date} `)];
    return word === node.kind ? [insertion(line, text.length, `${/[ \t]$/.test(text) ? '' : ' '}${date} `)] : [];
  }
  if (word !== undefined || !heading.test(above.replace(/^\ufeff/, ''))) return [];
  const where = /^\ufeff?([ \t]*)/.exec(above)?.[1] ?? '';
  const body = bodyIndentation(statement.block, statement.node);
  // An editor that has indented the line by itself knows how wide.
  if (!isHere(where) || !body.startsWith(where)) return [];
  return [insertion(line, text.length, body.slice(where.length))];
}

function insertion(line: number, character: number, newText: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, newText };
}

function statementOn(
  document: Document,
  line: number,
): { node: Statement; block: Document['blocks'][number] } | undefined {
  const { block: index } = document.at({ line, character: 0 });
  const block = document.blocks[index];
  const node = block?.tree.statements.find(each => document.lineOf(index) + each.line === line);
  return block === undefined || node === undefined ? undefined : { node, block };
}
