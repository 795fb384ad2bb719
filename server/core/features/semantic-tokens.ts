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
import type { FeatureContext } from './context.ts';
import { entryOf, keyResultAt } from './cursor.ts';
import { isDropped } from './dropped.ts';
import { bitsOf, type TokenModifier, tokenTypes } from './semantic-tokens/legend.ts';
import { statementTokens, type Token } from './semantic-tokens/statement.ts';

/** In the protocol's five numbers a token: lines and characters count from the token before. */
export type TokenData = number[];

/** Of one block, four numbers a token: the line in the block, the character, the length, the type with its modifiers. */
type BlockTokens = readonly number[];
const numbers = 4;
/** Types fit in here, modifiers are above. */
const typeBits = 8;

const ofRows = new WeakMap<Row, Memo<BlockTokens>>();

/** The tokens of a file, or of the lines that a range touches; none for a file that the workspace does not have. */
export function semanticTokens({ workspace }: FeatureContext, uri: string, range?: Range): TokenData {
  const file = workspace.file(uri);
  const data: TokenData = [];
  if (file === undefined) return data;
  const { document, content } = file;
  const [first, last] = range === undefined ? [0, Number.POSITIVE_INFINITY] : [range.start.line, range.end.line];
  const from = range === undefined ? 0 : document.at(range.start).block;
  let lineBefore = 0;
  let characterBefore = 0;
  for (let i = from; i < content.length && document.lineOf(i) <= last; i++) {
    const tokens = tokensOf(workspace, content[i] as Row);
    const top = document.lineOf(i);
    for (let at = 0; at < tokens.length; at += numbers) {
      const line = top + (tokens[at] as number);
      if (line < first || line > last) continue;
      const character = tokens[at + 1] as number;
      const kind = tokens[at + 3] as number;
      const isSameLine = line === lineBefore;
      data.push(
        line - lineBefore,
        isSameLine ? character - characterBefore : character,
        tokens[at + 2] as number,
        kind & ((1 << typeBits) - 1),
        kind >> typeBits,
      );
      lineBefore = line;
      characterBefore = character;
    }
  }
  return data;
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
  const tokens: number[] = [];
  for (const statement of tree.statements) {
    const start = lineStarts[statement.line] as number;
    for (const token of statementTokens(statement, text, tree.syntax)) {
      const bits = bitsOf([...token.modifiers, ...standing(workspace, row, statement, token)]);
      tokens.push(
        statement.line,
        token.start - start,
        token.end - token.start,
        tokenTypes.indexOf(token.type) | (bits << typeBits),
      );
    }
  }
  return tokens;
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
