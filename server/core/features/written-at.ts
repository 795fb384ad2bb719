/** Where an element is written, whoever looks for it from elsewhere: in a file that is closed, its tree is let go again. */
import type { Range } from 'vscode-languageserver-types';
import type { Statement } from '../../../grammar/tree.ts';
import type { Entry } from '../model/entry.ts';
import { headingSpan, keyResultNode, statementOf } from '../rules/rule.ts';
import { extentOf } from './extent.ts';
import type { Target } from './naming.ts';

export interface WrittenAt {
  readonly uri: string;
  /** The whole element. */
  readonly range: Range;
  /** Its title, else its name, else its keyword. */
  readonly selectionRange: Range;
}

export function writtenAt(target: Target | Entry): WrittenAt {
  const { file, block } = entryOf(target);
  return inTree(target, node => ({
    uri: file.uri,
    range: file.rangeOf(block, extentOf(block, node)),
    selectionRange: file.rangeOf(block, headingSpan(node)),
  }));
}

/** Reads the statement of an element. What is read must not hold on to it. */
export function inTree<R>(target: Target | Entry, read: (node: Statement) => R): R {
  const { file, block } = entryOf(target);
  try {
    return read(nodeOf(target));
  } finally {
    if (!file.isOpen) block.release();
  }
}

function nodeOf(target: Target | Entry): Statement {
  if (!('keyResult' in target)) return statementOf(target);
  const { objective, keyResult } = target;
  return keyResultNode(objective, keyResult);
}

function entryOf(target: Target | Entry): Entry {
  return 'keyResult' in target ? target.objective : target;
}
