/** What holds for every completion, wherever it is asked for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { CompletionItem, MarkupContent, TextEdit } from 'vscode-languageserver-types';
import { complete, type ItemData, resolveCompletion } from '../../../server/core/features/completion.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { eachFixture, fixture, type Marked } from './fixture.ts';

const acme = readFileSync(new URL('../../fixtures/acme.okr', import.meta.url), 'utf8');

describe('Every completion', () => {
  eachFixture('completion', (name, text) => {
    it(`replaces a range of its own line, around the cursor: ${name}`, () => {
      const { context, marks } = fixture(text);
      for (const { uri, position } of marks) {
        for (const { textEdit } of complete(context, uri, position).items) {
          const { start, end } = (textEdit as TextEdit).range;
          assert.deepEqual([start.line, end.line], [position.line, position.line]);
          assert.ok(start.character <= position.character && position.character <= end.character);
        }
      }
    });

    it(`has documentation for what can be looked at: ${name}`, () => {
      const { context, marks } = fixture(text);
      for (const { uri, position } of marks) {
        for (const item of complete(context, uri, position).items) {
          if (item.data === undefined) continue;
          const { documentation } = resolveCompletion(context, item);
          assert.notEqual((documentation as MarkupContent).value, '', item.label);
        }
      }
    });
  });

  eachFixture('completion', (name, text) => {
    if (name !== 'references') return;
    const { marks } = fixture(text);
    marks.forEach((mark, index) => {
      it(`leads to what it says: ${mark.line.trim()} (${index + 1})`, () => {
        const { context } = fixture(text);
        for (const item of complete(context, mark.uri, mark.position).items) {
          const data = item.data as ItemData | undefined;
          if (data === undefined || !('team' in data)) continue;
          // Taken, and looked at: the hover of what was written is the documentation of the item.
          const { uri, position, undo } = take(context.workspace, mark, item);
          const shown = hover(context, uri, position)?.contents as MarkupContent | undefined;
          undo();
          const { documentation } = resolveCompletion(context, item);
          assert.equal(headline(shown?.value), headline((documentation as MarkupContent).value), item.label);
        }
      });
    });
  });

  it('is an answer at every place of a file, whatever is missing there', () => {
    const lines = acme.split('\n');
    for (const [line, text] of lines.entries()) {
      for (let character = 0; character <= text.length; character++) {
        const cut = [...lines.slice(0, line), text.slice(0, character), ...lines.slice(line + 1)].join('\n');
        const { context } = fixture(cut);
        const uri = 'file:///workspace/main.okr';
        complete(context, uri, { line, character });
        hover(context, uri, { line, character });
        hover(context, uri, { line, character: Math.max(0, character - 1) });
      }
    }
  }).timeout(60_000);

  it('is bounded in a workspace of thousands, and finds what is written', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `objective goal${i}: Goal ${i}\n  kr first: First\n`).join('');
    const { context, marks } = fixture(
      `team t\ncycle 2026-Q4\n${many}objective here\n  supports <|>\n  supports goal2718.<|>\n`,
    );
    const [all, one] = marks.map(mark => complete(context, mark.uri, mark.position));
    assert.deepEqual([all?.items.length, all?.isIncomplete], [200, true]);
    assert.deepEqual([one?.items.map(({ label }) => label), one?.isIncomplete], [['goal2718.first'], false]);
  });
});

function take(workspace: ReturnType<typeof fixture>['context']['workspace'], { uri }: Marked, item: CompletionItem) {
  const { range, newText } = item.textEdit as TextEdit;
  const before = workspace.file(uri)?.document.lineText(range.start.line) ?? '';
  workspace.editFile(uri, range, newText);
  const after = {
    start: range.start,
    end: { line: range.start.line, character: range.start.character + newText.length },
  };
  return {
    uri,
    position: { line: range.start.line, character: range.start.character + 1 },
    undo: () => workspace.editFile(uri, after, before.slice(range.start.character, range.end.character)),
  };
}

function headline(text: string | undefined): string | undefined {
  return text?.split('\n')[0];
}
