/** Where a new element goes as one snippet: the file is the same as if the breaks before it went in first. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { insertionOf } from '../../client/features/new-element/insertion.ts';
import type { NewElementAnswer } from '../../server/core/requests/new-element.ts';

const snippet = 'objective $1';
const files: readonly [name: string, text: string, line: number, before: string, after: string, becomes: string][] = [
  ['in the middle of a file', 'a\n  b\n\nc\n', 1, '\n\n', '', 'a\n  b\n\nobjective $1\n\nc\n'],
  ['where the next element stands close', 'a\n  b\nc\n', 1, '\n\n', '\n', 'a\n  b\n\nobjective $1\n\nc\n'],
  ['below the last line', 'a\n  b\n', 1, '\n\n', '', 'a\n  b\n\nobjective $1\n'],
  ['below a last line without a break', 'a\n  b', 1, '\n\n', '', 'a\n  b\n\nobjective $1'],
  ['in an empty file', '', 0, '', '\n', 'objective $1\n'],
];

describe('A new element as one snippet', () => {
  for (const [name, text, line, before, after, becomes] of files)
    it(name, () => {
      const lines = text.split('\n');
      const position = { line, character: lines[line]?.length ?? 0 };
      const answer: NewElementAnswer = { position, before, snippet, after };
      const made = insertionOf(answer, { lines: lines.length, lastLine: lines.at(-1) ?? '' });
      assert.equal(made.start.character, 0, 'an editor would indent it');
      const offset = (at: typeof made.start) =>
        lines.slice(0, at.line).reduce((sum, each) => sum + each.length + 1, 0) + at.character;
      const added = made.before + made.snippet + made.after;
      assert.equal(text.slice(0, offset(made.start)) + added + text.slice(offset(made.end)), becomes);
    });
});
