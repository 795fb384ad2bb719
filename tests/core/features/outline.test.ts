/** What the outline of a file says, for each fixture in `outline/`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import { flatOutline, outline } from '../../../server/core/features/outline.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture } from './fixture.ts';
import { isIn } from './ranges.ts';

const kinds = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));
function symbolsOf(text: string): DocumentSymbol[] {
  const { context } = fixture(text);
  return outline(context, context.workspace.file('file:///workspace/main.okr') as OkrFile);
}

describe('The outline', () => {
  eachFixture('outline', (name, text) => {
    it(name, () =>
      equalsGolden(
        `outline/${name}.golden.txt`,
        symbolsOf(text)
          .map(each => drawn(each))
          .join(''),
      ),
    );
  });

  it('is flat for clients that know no other: each names what holds it', () => {
    const flat = flatOutline('file:///w/a.okr', symbolsOf('team growth\nobjective love: Love\n  kr nps: Raise it\n'));
    assert.deepEqual(
      flat.map(({ name, containerName }) => [name, containerName]),
      [
        ['growth', undefined],
        ['Love', 'growth'],
        ['nps: Raise it', 'Love'],
      ],
    );
    assert.deepEqual(flat[2]?.location, {
      uri: 'file:///w/a.okr',
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 18 } },
    });
  });

  it('nests whatever a document says: names in elements, elements in each other, none over its neighbour', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const { context } = fixture('');
        checkNesting(outline(context, context.workspace.setFile('file:///workspace/any.okr', text, true)));
      }),
      { numRuns: 500 },
    );
  });
});

function checkNesting(symbols: readonly DocumentSymbol[], within?: Range): void {
  for (const [i, { name, range, selectionRange, children = [] }] of symbols.entries()) {
    assert.notEqual(name.trim(), '');
    assert.ok(isIn(selectionRange, range));
    assert.ok(within === undefined || isIn(range, within));
    const next = symbols[i + 1];
    if (next !== undefined) assert.ok(range.end.line < next.range.start.line);
    checkNesting(children, range);
  }
}

/** `Class love: Customers love us · 0.56 ✓ on track [9-38 at 9:16]`, counted from 1 as editors do. */
function drawn({ name, detail, kind, tags, range, selectionRange, children = [] }: DocumentSymbol, depth = 0): string {
  const lines = `${range.start.line + 1}-${range.end.line + 1}`;
  const { start } = selectionRange;
  const text = `${kinds.get(kind)} ${name}${detail === undefined ? '' : ` · ${detail}`}${tags ? ' (deprecated)' : ''}`;
  const own = `${'  '.repeat(depth)}${text} [${lines} at ${start.line + 1}:${start.character + 1}]\n`;
  return own + children.map(child => drawn(child, depth + 1)).join('');
}
