/** What a text is coloured by, for each fixture in `semantic-tokens/`, and what holds for every text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { difference } from '../../../server/core/features/semantic-tokens/difference.ts';
import { tokenModifiers, tokenTypes } from '../../../server/core/features/semantic-tokens/legend.ts';
import { semanticTokens } from '../../../server/core/features/semantic-tokens.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture } from './fixture.ts';

const uri = 'file:///workspace/main.okr';

interface Read {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** `number+date` */
  readonly kind: string;
}

/** The tokens as a client reads them. */
function decode(data: readonly number[]): Read[] {
  assert.equal(data.length % 5, 0);
  const read: Read[] = [];
  let line = 0;
  let start = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines, characters, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number];
    start = lines > 0 ? characters : start + characters;
    line += lines;
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    read.push({ line, start, end: start + length, kind: [tokenTypes[type], ...modifiers].join('+') });
  }
  return read;
}

describe('Semantic tokens', () => {
  eachFixture('semantic-tokens', (name, text) => {
    it(name, () => {
      const { context } = fixture(text);
      const tokens = decode(semanticTokens(context, uri));
      const lines = context.workspace.file(uri)?.document.text.split('\n') ?? [];
      const shown = lines.map((line, number) => {
        const own = tokens.filter(token => token.line === number);
        return [line, ...own.map(({ start, end, kind }) => `    ${line.slice(start, end)}  ${kind}`)].join('\n');
      });
      equalsGolden(`semantic-tokens/${name}.golden.txt`, shown.join('\n'));
    });
  });

  it('are in order, beside each other and in their lines, whatever stands in a file', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const { context } = fixture('');
        const { document } = context.workspace.setFile(uri, text, true);
        let before: Read | undefined;
        for (const token of decode(semanticTokens(context, uri))) {
          assert.ok(token.end > token.start && token.end <= document.lineText(token.line).length);
          assert.match(document.lineText(token.line).slice(token.start, token.end), /^\S(?:.*\S)?$/su);
          if (before?.line === token.line) assert.ok(before.end <= token.start);
          else assert.ok((before?.line ?? -1) < token.line);
          before = token;
        }
      }),
    );
  });

  it('of a range are those of the whole that are in its lines', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (text, first, more) => {
        const { context } = fixture('');
        context.workspace.setFile(uri, text, true);
        const last = first + more;
        const range = { start: { line: first, character: 3 }, end: { line: last, character: 0 } };
        assert.deepEqual(
          decode(semanticTokens(context, uri, range)),
          decode(semanticTokens(context, uri)).filter(({ line }) => line >= first && line <= last),
        );
      }),
    );
  });

  it('after an edit are those of the text as it is now', () => {
    const line = fc.nat({ max: 40 });
    const edit = fc.record({ line, lines: fc.nat({ max: 3 }), character: fc.nat({ max: 30 }), text: anyDocument });
    fc.assert(
      fc.property(anyDocument, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        const { context } = fixture('');
        const { workspace } = context;
        workspace.setFile(uri, text, true);
        for (const { line, lines, character, text } of edits) {
          const before = semanticTokens(context, uri);
          workspace.editFile(uri, { start: { line, character }, end: { line: line + lines, character } }, text);
          const now = semanticTokens(context, uri);
          // A client that has the tokens from before gets to these by what is different.
          const edits = difference(before, now);
          for (const { start, deleteCount, data = [] } of edits) before.splice(start, deleteCount, ...data);
          assert.deepEqual(before, now);
        }
        const edited = semanticTokens(context, uri);
        const fresh = fixture('').context;
        fresh.workspace.setFile(uri, workspace.file(uri)?.document.text ?? '', true);
        assert.deepEqual(edited, semanticTokens(fresh, uri));
      }),
    );
  });

  it('say of an edit only what it changes', () => {
    const { context } = fixture('team a\n\nteam b\n\nteam c\n');
    const before = semanticTokens(context, uri);
    const at = { line: 2, character: 6 };
    context.workspace.editFile(uri, { start: at, end: at }, 'b');
    const [edit, ...more] = difference(before, semanticTokens(context, uri));
    assert.deepEqual([edit, more], [{ start: 17, deleteCount: 1, data: [2] }, []]);
    assert.deepEqual(difference(before, [...before]), []);
  });

  it('tell when what they refer to is dropped in another file', () => {
    const { context } = fixture(
      'cycle 2026-Q4\nobjective a: A\n  supports b\n--- b.okr\ncycle 2026-Q4\nobjective b: B\n',
    );
    const reference = () =>
      decode(semanticTokens(context, uri)).find(({ line, start }) => line === 2 && start > 2)?.kind;
    assert.equal(reference(), 'function');
    const end = { line: 2, character: 0 };
    context.workspace.editFile('file:///workspace/b.okr', { start: end, end }, '  dropped 2026-11-01\n');
    assert.equal(reference(), 'function+deprecated');
  });

  it('of a file that is not there are none', () => {
    assert.deepEqual(semanticTokens(fixture('').context, 'file:///workspace/other.okr'), []);
  });
});
