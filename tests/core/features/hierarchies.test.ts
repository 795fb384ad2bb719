/** How goals hang together, for each mark of each fixture in `hierarchies/`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Range } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import {
  type HierarchyItem,
  incomingCalls,
  outgoingCalls,
  prepareHierarchy,
  subtypes,
  supertypes,
} from '../../../server/core/features/hierarchy.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';
import { isIn } from './ranges.ts';

/** Items travel to the client and back. */
const sent = <T>(item: T): T => JSON.parse(JSON.stringify(item)) as T;
const keyOf = ({ data }: HierarchyItem) => JSON.stringify(data);

describe('Hierarchies', () => {
  eachFixture('hierarchies', (name, text) => {
    it(name, async () => {
      const { context, marks } = fixture(text);
      const answers: string[] = [];
      for (const mark of marks) answers.push(await answer(context, mark));
      equalsGolden(`hierarchies/${name}.golden.txt`, answers.join('\n'));
    });
  });

  it('find an element again after edits above it, and nothing where it is gone', async () => {
    const uri = 'file:///workspace/main.okr';
    const text = 'cycle 2026-Q4\nobjective a\nobjective b\n  supports a\n  kr\n  kr: Second\n    supports a\n';
    const { context } = fixture(text);
    const [a] = prepareHierarchy(context, uri, { line: 1, character: 0 }) ?? [];
    const [second] = prepareHierarchy(context, uri, { line: 5, character: 3 }) ?? [];
    assert.ok(a !== undefined && second !== undefined);
    const top = { line: 0, character: 0 };
    context.workspace.editFile(uri, { start: top, end: top }, 'team growth\nobjective z\n  kr: First\n');
    assert.deepEqual(
      (await subtypes(context, sent(a), noPause)).map(({ name, range }) => [name, range.start.line]),
      [
        ['b', 5],
        ['Second', 8],
      ],
    );
    assert.deepEqual(
      supertypes(context, sent(second)).map(({ name }) => name),
      ['b', 'a'],
    );
    context.workspace.removeFile(uri);
    assert.deepEqual(supertypes(context, sent(second)), []);
    assert.deepEqual(await incomingCalls(context, sent(a), noPause), []);
  });

  it('say the same upwards and downwards, whatever a document says', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async text => {
        const { context } = fixture('');
        const uri = 'file:///workspace/any.okr';
        const { document } = context.workspace.setFile(uri, text, false);
        const items = new Map<string, HierarchyItem>();
        for (let line = 0; line < document.lineCount; line++) {
          for (const item of prepareHierarchy(context, uri, { line, character: 0 }) ?? []) {
            assert.ok(isIn(item.selectionRange, item.range));
            items.set(keyOf(item), sent(item));
          }
        }
        const up = new Set<string>();
        const down = new Set<string>();
        for (const item of items.values()) {
          for (const above of supertypes(context, item)) up.add(`${keyOf(item)} < ${keyOf(above)}`);
          for (const below of await subtypes(context, item, noPause)) down.add(`${keyOf(below)} < ${keyOf(item)}`);
          for (const { to, fromRanges } of outgoingCalls(context, item)) {
            up.add(`${keyOf(item)} calls ${keyOf(to)}`);
            assert.ok(fromRanges.length > 0 && fromRanges.every(range => isIn(range, item.range)));
          }
          for (const { from, fromRanges } of await incomingCalls(context, item, noPause)) {
            down.add(`${keyOf(from)} calls ${keyOf(item)}`);
            assert.ok(fromRanges.length > 0 && fromRanges.every(range => isIn(range, from.range)));
          }
        }
        assert.deepEqual([...up].sort(), [...down].sort());
      }),
      { numRuns: 150 },
    );
  });

  it('are found in many steps, between which others have their turn', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `objective o${i}\n  supports top\n`).join('');
    const { context } = fixture(`cycle 2026-Q4\nobjective top\n${many}`);
    const [top] = prepareHierarchy(context, 'file:///workspace/main.okr', { line: 1, character: 0 }) ?? [];
    let turns = 0;
    const found = await subtypes(context, top as HierarchyItem, async () => void turns++);
    assert.equal(found.length, 500);
    assert.ok(turns >= 500);
  });
});

/** The line with its cursor; what it is about; what is above and below it, all the way; what it calls and is called by. */
async function answer(context: FeatureContext, { uri, line, position }: Marked): Promise<string> {
  const written = `${line.slice(0, position.character)}│${line.slice(position.character)}\n`;
  const [item] = prepareHierarchy(context, uri, position) ?? [];
  if (item === undefined) return `${written}  (nothing)\n`;
  const above = await tree(item, async each => supertypes(context, each));
  const below = await tree(item, each => subtypes(context, each, noPause));
  const out = outgoingCalls(context, sent(item)).map(({ to, fromRanges }) => call(to, context, item.uri, fromRanges));
  const into = (await incomingCalls(context, sent(item), noPause)).map(({ from, fromRanges }) =>
    call(from, context, from.uri, fromRanges),
  );
  return [
    `${written}  ${inWords(item)}\n`,
    `  above:\n${above}`,
    `  below:\n${below}`,
    `  calls:\n${out.join('')}`,
    `  called by:\n${into.join('')}`,
  ].join('');
}

async function tree(
  item: HierarchyItem,
  next: (item: HierarchyItem) => Promise<HierarchyItem[]>,
  way: readonly string[] = [],
): Promise<string> {
  let text = '';
  const further = [...way, keyOf(item)];
  for (const each of await next(sent(item))) {
    const isRound = further.includes(keyOf(each));
    text += `${'  '.repeat(way.length + 2)}${inWords(each)}${isRound ? ' ↻' : ''}\n`;
    if (!isRound) text += await tree(each, next, further);
  }
  return text;
}

function inWords({ name, detail, tags }: HierarchyItem): string {
  return `${name} (${detail})${tags === undefined ? '' : ' (deprecated)'}`;
}

function call(item: HierarchyItem, { workspace }: FeatureContext, uri: string, ranges: readonly Range[]): string {
  const places = ranges.map(({ start, end }) => {
    const text = workspace.file(uri)?.document.lineText(start.line).slice(start.character, end.character);
    return `${start.line + 1} ${text}`;
  });
  return `    ${inWords(item)} at ${places.join('; ')}\n`;
}
