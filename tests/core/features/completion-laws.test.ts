/** What holds for every completion, wherever it is asked for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  type CompletionItem,
  CompletionItemKind,
  type InsertReplaceEdit,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-types';
import { normalUri } from '../../../server/core/data/uris.ts';
import { plainAsker } from '../../../server/core/features/completion/asker.ts';
import { complete, type ItemData, resolveCompletion } from '../../../server/core/features/completion.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { signatureHelp } from '../../../server/core/features/signature-help.ts';
import { Standings } from '../../../server/core/standing/standings.ts';
import { anyDocument } from '../../properties/documents.ts';
import { accept, problemsOf } from './accepted.ts';
import { eachFixture, fixture, type Marked } from './fixture.ts';

const acme = readFileSync(new URL('../../fixtures/acme.okr', import.meta.url), 'utf8');

describe('Every completion', () => {
  eachFixture('completion', (name, text) => {
    it(`replaces a range of its own line, around the cursor: ${name}`, async () => {
      const { context, marks } = fixture(text);
      for (const { uri, position } of marks) {
        for (const { textEdit } of (await complete(context, uri, position)).items) {
          const { start, end } = (textEdit as TextEdit).range;
          assert.deepEqual([start.line, end.line], [position.line, position.line]);
          assert.ok(start.character <= position.character && position.character <= end.character);
        }
      }
    });

    it(`has documentation for what can be looked at: ${name}`, async () => {
      const { context, marks } = fixture(text);
      for (const { uri, position } of marks) {
        for (const item of (await complete(context, uri, position)).items) {
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
      it(`leads to what it says: ${mark.line.trim()} (${index + 1})`, async () => {
        const { context } = fixture(text);
        for (const item of (await complete(context, mark.uri, mark.position)).items) {
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

  eachFixture('completion', (name, text) => {
    it(`taken, makes a line that reads as well as before, or wants only what comes next: ${name}`, async () => {
      const { context, marks, data } = fixture(text);
      for (const { uri, position } of marks) {
        const before = context.workspace.file(uri)?.document.text ?? '';
        const wrong = problemsOf(before, position.line, 1).length;
        const { items } = await complete(context, uri, position, { ...plainAsker, data });
        for (const item of items) {
          const { text: after, written, line } = accept(before, item);
          // `owner ` wants a person now; whoever takes it is about to say who.
          const wants = item.kind === CompletionItemKind.Keyword || written.endsWith(' ') ? 1 : 0;
          const problems = problemsOf(after, line, written.split('\n').length);
          const messages = problems.map(({ message }) => message).join('; ');
          assert.ok(problems.length <= wrong + wants, `${item.label}, line ${line + 1}: ${messages}`);
        }
      }
    });

    it(`writes nothing to fill in where an editor knows no snippets: ${name}`, async () => {
      const { context, marks } = fixture(text);
      const abilities = { snippets: false, insertReplace: false, commitCharacters: false, labelDetails: false };
      for (const { uri, position } of marks) {
        for (const item of (await complete(context, uri, position, { ...plainAsker, abilities })).items) {
          assert.equal(item.insertTextFormat, undefined);
          assert.doesNotMatch((item.textEdit as TextEdit).newText, /\$\{?\d[:|}]|\n/, item.label);
          assert.deepEqual([item.labelDetails, item.commitCharacters], [undefined, undefined]);
        }
      }
    });

    it(`can insert as well as replace: ${name}`, async () => {
      const { context, marks } = fixture(text);
      const abilities = { ...plainAsker.abilities, insertReplace: true };
      for (const { uri, position } of marks) {
        for (const { textEdit } of (await complete(context, uri, position, { ...plainAsker, abilities })).items) {
          const { insert, replace } = textEdit as InsertReplaceEdit;
          assert.deepEqual(insert.end, position);
          assert.deepEqual(insert.start, replace.start);
          assert.ok(replace.end.character >= position.character);
        }
      }
    });

    it(`is taken by a character only where that goes on: ${name}`, async () => {
      const { context, marks } = fixture(text);
      const takers = [CompletionItemKind.Reference, CompletionItemKind.Variable, CompletionItemKind.Text];
      for (const { uri, position } of marks)
        for (const { commitCharacters, kind } of (await complete(context, uri, position)).items)
          assert.ok(commitCharacters === undefined || takers.includes(kind as (typeof takers)[number]));
    });
  });

  it('offers data files by paths that lead to them', async () => {
    const { context, marks, data } = fixture(readFileSync(new URL('completion/data.okr', import.meta.url), 'utf8'));
    const { uri, position } = marks[0] as Marked;
    const { items } = await complete(context, uri, position, { ...plainAsker, data });
    const found = items.map(({ label }) => context.workspace.data.locate(uri, label));
    const listed = (await data.list()).filter(each => !/package\.json$/.test(each));
    assert.deepEqual(new Set(found.map(place => 'uri' in place && place.uri)), new Set(listed.map(normalUri)));
  });

  it('is never offered in prose or in a comment', async () => {
    const { context } = fixture(acme);
    const uri = 'file:///workspace/main.okr';
    for (const [line, text] of acme.split('\n').entries()) {
      const from = /(?<=^\s*)[#>]|(?<=\s)#(?=\s)|:(?=\s)/.exec(text)?.index;
      if (from === undefined || text.includes('okr-ignore')) continue;
      for (let character = from + 1; character <= text.length; character++) {
        assert.deepEqual((await complete(context, uri, { line, character })).items, [], `${text} at ${character}`);
        assert.equal(signatureHelp(context, uri, { line, character }), undefined);
      }
    }
  });

  it('is an answer in what is no document at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), async (text, share) => {
        const { workspace } = fixture('').context;
        const uri = 'file:///workspace/any.okr';
        const { document } = workspace.setFile(uri, text, true);
        const line = Math.floor(share * (document.lineCount - 1));
        const character = Math.round(share * document.lineText(line).length);
        const context = { workspace, standings: new Standings(workspace) };
        for (const { textEdit } of (await complete(context, uri, { line, character })).items) {
          const { start, end } = (textEdit as TextEdit).range;
          assert.ok(start.character <= character && character <= end.character);
        }
        signatureHelp(context, uri, { line, character });
      }),
      { numRuns: 400 },
    );
  }).timeout(60_000);

  it('is an answer at every place of a file, whatever is missing there', async () => {
    const lines = acme.split('\n');
    for (const [line, text] of lines.entries()) {
      for (let character = 0; character <= text.length; character++) {
        const cut = [...lines.slice(0, line), text.slice(0, character), ...lines.slice(line + 1)].join('\n');
        const { context } = fixture(cut);
        const uri = 'file:///workspace/main.okr';
        await complete(context, uri, { line, character });
        hover(context, uri, { line, character });
        hover(context, uri, { line, character: Math.max(0, character - 1) });
      }
    }
  }).timeout(60_000);

  it('is bounded in a workspace of thousands, and finds what is written', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `objective goal${i}: Goal ${i}\n  kr first: First\n`).join('');
    const { context, marks } = fixture(
      `team t\ncycle 2026-Q4\n${many}objective here\n  supports <|>\n  supports goal2718.<|>\n  supports gaol2718<|>\n`,
    );
    let pauses = 0;
    const pause = async () => {
      pauses++;
    };
    const ask = ({ uri, position }: Marked) => complete(context, uri, position, { ...plainAsker, pause });
    const [all, one, slip] = await Promise.all(marks.map(ask));
    assert.ok(pauses > 100, `Others had their turn ${pauses} times`);
    assert.deepEqual([all?.items.length, all?.isIncomplete], [200, true]);
    assert.equal(slip?.items[0]?.label, 'goal2718');
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
