/** What a search finds, for the queries (`# ?`) of each fixture in `search/`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import { locate, search, toSymbol } from '../../../server/core/features/search.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture } from './fixture.ts';

const kinds = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

async function found(context: FeatureContext, query: string): Promise<WorkspaceSymbol[]> {
  return (await search(context, query, noPause)).map(each => toSymbol(context, each));
}

describe('The search', () => {
  eachFixture('search', (name, text) => {
    it(name, async () => {
      const { context } = fixture(text);
      const queries = [...text.matchAll(/^# \? (.*)$/gm)].map(([, query]) => query as string);
      const answers: string[] = [];
      for (const query of queries) {
        const lines = (await found(context, query)).map(symbol => `  ${inWords(symbol)}\n`);
        answers.push(`${query === '' ? '(nothing)' : query}\n${lines.join('') || '  –\n'}`);
      }
      equalsGolden(`search/${name}.golden.txt`, answers.join('\n'));
    });
  });

  it('finds the place when it is asked for, though the file has changed since', async () => {
    const { context } = fixture('cycle 2026-Q4\nobjective love: Love\n  kr nps: Raise it\n');
    const uri = 'file:///workspace/main.okr';
    const [symbol] = await found(context, 'love.nps');
    const top = { line: 0, character: 0 };
    context.workspace.editFile(uri, { start: top, end: top }, 'team growth\nobjective other\n  kr nps: Another\n\n');
    const sent = JSON.parse(JSON.stringify(symbol)) as WorkspaceSymbol;
    assert.deepEqual(locate(context, sent).location, {
      uri,
      range: { start: { line: 6, character: 10 }, end: { line: 6, character: 18 } },
    });
    context.workspace.removeFile(uri);
    assert.deepEqual(locate(context, sent), sent);
  });

  it('finds a place in the document for all it lists, whatever that and the query say', async () => {
    const query = fc.oneof(fc.constantFrom('', 'love', 'l', 'kr raise', 'lvoe', '@an', '/', '.'), fc.string());
    await fc.assert(
      fc.asyncProperty(anyDocument, query, async (text, query) => {
        const { context } = fixture('');
        const { document } = context.workspace.setFile('file:///workspace/any.okr', text, false);
        for (const symbol of await found(context, query)) {
          const { location } = locate(context, JSON.parse(JSON.stringify(symbol)) as WorkspaceSymbol);
          assert.ok('range' in location && location.range.end.line < document.lineCount);
          assert.notEqual(symbol.name.trim(), '');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets go of the trees of closed files', async () => {
    const { context } = fixture('');
    const file = context.workspace.setFile('file:///workspace/closed.okr', 'team growth\nobjective love\n', false);
    const [symbol] = await found(context, 'love');
    assert.deepEqual((locate(context, symbol as WorkspaceSymbol).location as { range: unknown }).range, {
      start: { line: 1, character: 10 },
      end: { line: 1, character: 14 },
    });
    // A tree that is kept would be the same one.
    const [, block] = file.document.blocks;
    const tree = block?.tree;
    locate(context, symbol as WorkspaceSymbol);
    assert.notEqual(block?.tree, tree);
  });

  it('stops when the answer is no longer wanted, and lets others have their turn', async () => {
    const { context } = fixture(Array.from({ length: 1000 }, (_, i) => `objective o${i}: Goal\n`).join(''));
    let turns = 0;
    await search(context, 'o9', async () => void turns++);
    assert.ok(turns >= 10);
    await assert.rejects(
      search(context, 'o9', () => Promise.reject(new Error('not wanted'))),
      /not wanted/,
    );
  });
});

function inWords({ name, kind, tags, containerName }: WorkspaceSymbol): string {
  return `${kinds.get(kind)} ${name}${tags ? ' (deprecated)' : ''}${containerName === undefined ? '' : ` – ${containerName}`}`;
}
