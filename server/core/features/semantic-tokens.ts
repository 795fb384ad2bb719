/**
 * Semantic tokens: the colours of the TextMate grammar for editors that have none, and for all what only the workspace
 * knows: what was dropped, and what is taken from elsewhere. A block keeps its tokens until it, or what they say of
 * others, has changed.
 */
import type { Range } from 'vscode-languageserver-types';
import type { Statement } from '../../../grammar/tree.ts';
import { Memo } from '../model/cells.ts';
import type { Goal } from '../model/entry.ts';
import type { Row } from '../model/file.ts';
import { fromEntry } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { targetOf } from '../rules/references.ts';
import { isDropped } from '../standing/dropped.ts';
import type { FeatureContext } from './context.ts';
import { entryOf, keyResultAt } from './cursor.ts';
import { bitsOf, type TokenModifier, tokenTypes } from './semantic-tokens/legend.ts';
import { statementTokens, type Token } from './semantic-tokens/statement.ts';

/** In the protocol's five numbers a token: lines and characters count from the token before. */
export type TokenData = number[];

const numbers = 5;

/** Of one block, as the protocol wants them; the first token counts from the block's beginning. */
interface BlockTokens {
  readonly data: readonly number[];
  /** Of the last token, counted from the block's first. */
  readonly lastLine: number;
}

const ofRows = new WeakMap<Row, Memo<BlockTokens>>();

/** The tokens of a file, or of the lines that a range touches; none for a file that the workspace does not have. */
export function semanticTokens({ workspace }: FeatureContext, uri: string, range?: Range): TokenData {
  const file = workspace.file(uri);
  if (file === undefined) return [];
  const { document, content } = file;
  const first = range === undefined ? 0 : document.at(range.start).block;
  const end = range === undefined ? content.length : document.at(range.end).block + 1;
  const blocks = content.slice(first, end).map(row => tokensOf(workspace, row));
  // All at once: a list that grows by five numbers a token takes most of the time of an answer.
  const data = new Array<number>(blocks.reduce((sum, block) => sum + block.data.length, 0));
  let at = 0;
  let lineBefore = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.data.length === 0) continue;
    const top = document.lineOf(first + i);
    const start = at;
    for (let j = 0; j < block.data.length; j++) data[at++] = block.data[j] as number;
    (data[start] as number) += top - lineBefore;
    lineBefore = top + block.lastLine;
  }
  return range === undefined ? data : inLines(data, range);
}

/** Of some tokens those in the lines of a range. */
function inLines(data: TokenData, { start, end }: Range): TokenData {
  let line = 0;
  let from = data.length;
  let to = data.length;
  let firstLine = 0;
  for (let at = 0; at < data.length; at += numbers) {
    line += data[at] as number;
    if (line >= start.line && at < from) [from, firstLine] = [at, line];
    if (line > end.line) {
      to = at;
      break;
    }
  }
  const found = data.slice(from, to);
  if (found.length > 0) found[0] = firstLine;
  return found;
}

function tokensOf(workspace: Workspace, row: Row): BlockTokens {
  let memo = ofRows.get(row);
  if (memo === undefined) {
    memo = new Memo(() => read(workspace, row));
    ofRows.set(row, memo);
  }
  return memo.get();
}

function read(workspace: Workspace, row: Row): BlockTokens {
  const { text, lineStarts, tree } = row.block;
  const data: number[] = [];
  let lineBefore = 0;
  let characterBefore = 0;
  for (const statement of tree.statements) {
    const { line } = statement;
    for (const token of statementTokens(statement, text, tree.syntax)) {
      const character = token.start - (lineStarts[line] as number);
      data.push(
        line - lineBefore,
        line === lineBefore ? character - characterBefore : character,
        token.end - token.start,
        tokenTypes.indexOf(token.type),
        bitsOf([...token.modifiers, ...standing(workspace, row, statement, token)]),
      );
      lineBefore = line;
      characterBefore = character;
    }
  }
  return { data, lastLine: lineBefore };
}

/** What the workspace knows of the element that a token names. */
function standing(workspace: Workspace, row: Row, statement: Statement, { names, start }: Token): TokenModifier[] {
  if (names === undefined) return [];
  const entry = entryOf(row, statement);
  if (entry === undefined) return [];
  if (names !== 'itself') {
    const target = targetOf(workspace, statement, names, fromEntry(entry));
    if (target === undefined) return [];
    // Of `love.nps` the first half is the objective.
    const isFirstHalf = names.kr !== undefined && start === names.name.start && 'keyResult' in target;
    return isDropped(workspace, isFirstHalf ? target.objective : target) ? ['deprecated'] : [];
  }
  const keyResult = statement.kind === 'kr' ? keyResultAt(row, statement) : undefined;
  if (statement.kind === 'kr' && keyResult === undefined) return [];
  const itself: Goal | typeof entry = keyResult ?? entry;
  const modifiers: TokenModifier[] = isDropped(workspace, itself) ? ['deprecated'] : [];
  const { element } = entry;
  const isTaken =
    keyResult === undefined
      ? element.type === 'kpi' && (element.follows !== undefined || element.data !== undefined)
      : keyResult.keyResult.follows !== undefined;
  if (isTaken) modifiers.push('readonly');
  return modifiers;
}
