/** The file after a new element went in, for each mark of each fixture in `new-element/`, with its places to fill in. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Refusal } from '../../../server/core/edits/insertion.ts';
import { type NewElement, newFile, newKeyResult, newObjective } from '../../../server/core/edits/new-element.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { eachFixture, equalsGolden, fixture } from '../features/fixture.ts';

describe('A new element', () => {
  eachFixture('../edits/new-element', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const answers = marks.map(({ uri, position, line }) => {
        const file = context.workspace.file(uri);
        assert.ok(file);
        const make = text.includes('# what objective') ? newObjective : newKeyResult;
        return `── ${line.trim()}\n${answer(file.document.text, () => make(context.workspace, file, position.line))}\n`;
      });
      equalsGolden(`../edits/new-element/${name}.golden.txt`, answers.join('\n'));
    });
  });

  it('begins a new file with the quarter that it is, or the cycle that runs in the workspace', () => {
    const workspace = new Workspace('file:///workspace', 20_778);
    assert.match(newFile(workspace).snippet, /^cycle 2026-Q4\n\nobjective /);
    workspace.setFile('file:///workspace/a.okr', 'cycle advent\n  from 2026-11-01 to 2026-12-24\nobjective a', false);
    assert.match(newFile(workspace).snippet, /^cycle advent\n\nobjective /);
  });
});

/** The lines that are new, with two before and after them. */
function answer(text: string, make: () => NewElement): string {
  let made: NewElement;
  try {
    made = make();
  } catch (error) {
    if (error instanceof Refusal) return `refused: ${error.message}`;
    throw error;
  }
  const lines = text.split('\n');
  const at = made.position.line;
  const added = `${made.before}${made.snippet}${made.after}`;
  assert.equal(made.position.character, lines[at]?.length);
  return [
    ...lines.slice(Math.max(0, at - 1), at + 1).map(line => `  ${line}`),
    ...added
      .split('\n')
      .slice(1)
      .map(line => `+ ${line}`),
    ...lines.slice(at + 1, at + 3).map(line => `  ${line}`),
  ]
    .map(line => line.trimEnd())
    .join('\n');
}
