/** Positions are found wherever they stand in a message, and are of the document that is spoken of there. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';
import { agreedEncoding } from '../../server/lsp/positions/encoding.ts';
import { subjectOf, Translation } from '../../server/lsp/positions/translation.ts';
import { anyDocument } from '../properties/documents.ts';

/** In this file nothing is translated: a byte is a unit. */
const plain = 'file:///plain.okr';
/** Here each unit on a line is three bytes. */
const wide = 'file:///wide.okr';
const lines: Readonly<Record<string, string>> = { [plain]: 'a'.repeat(40), [wide]: '顧'.repeat(40) };

const textOf = (uri: string) => {
  const text = lines[uri];
  return text === undefined ? undefined : () => text;
};
const outward = (value: unknown, around?: string) => new Translation('outward', 'utf-8', textOf).of(value, around);
const inward = (value: unknown, around?: string) => new Translation('inward', 'utf-8', textOf).of(value, around);

/** A range on the first line. */
const range = (start: number, end: number) => ({
  start: { line: 0, character: start },
  end: { line: 0, character: end },
});

/** What is said about a document, in UTF-16 units and in bytes. */
const said: Readonly<Record<string, { readonly about?: string; readonly units: unknown; readonly bytes: unknown }>> = {
  'a range': { about: wide, units: { range: range(1, 2) }, bytes: { range: range(3, 6) } },
  'a location in another document': {
    about: plain,
    units: [
      { uri: wide, range: range(1, 2) },
      { uri: plain, range: range(1, 2) },
    ],
    bytes: [
      { uri: wide, range: range(3, 6) },
      { uri: plain, range: range(1, 2) },
    ],
  },
  'a link from one document to another': {
    about: wide,
    units: [
      {
        originSelectionRange: range(1, 2),
        targetUri: plain,
        targetRange: range(0, 9),
        targetSelectionRange: range(4, 5),
      },
    ],
    bytes: [
      {
        originSelectionRange: range(3, 6),
        targetUri: plain,
        targetRange: range(0, 9),
        targetSelectionRange: range(4, 5),
      },
    ],
  },
  'a link back': {
    about: plain,
    units: [
      {
        originSelectionRange: range(1, 2),
        targetUri: wide,
        targetRange: range(0, 9),
        targetSelectionRange: range(4, 5),
      },
    ],
    bytes: [
      {
        originSelectionRange: range(1, 2),
        targetUri: wide,
        targetRange: range(0, 27),
        targetSelectionRange: range(12, 15),
      },
    ],
  },
  'edits by document': {
    about: plain,
    units: {
      changes: { [wide]: [{ range: range(1, 2), newText: '' }], [plain]: [{ range: range(1, 2), newText: '' }] },
    },
    bytes: {
      changes: { [wide]: [{ range: range(3, 6), newText: '' }], [plain]: [{ range: range(1, 2), newText: '' }] },
    },
  },
  'changes of documents': {
    about: plain,
    units: {
      edit: {
        documentChanges: [
          { textDocument: { uri: wide, version: 3 }, edits: [{ range: range(1, 2), newText: '' }] },
          { kind: 'create', uri: plain },
        ],
      },
    },
    bytes: {
      edit: {
        documentChanges: [
          { textDocument: { uri: wide, version: 3 }, edits: [{ range: range(3, 6), newText: '' }] },
          { kind: 'create', uri: plain },
        ],
      },
    },
  },
  'diagnostics, with places elsewhere': {
    units: {
      uri: wide,
      diagnostics: [
        { range: range(1, 2), relatedInformation: [{ location: { uri: plain, range: range(1, 2) }, message: '' }] },
      ],
    },
    bytes: {
      uri: wide,
      diagnostics: [
        { range: range(3, 6), relatedInformation: [{ location: { uri: plain, range: range(1, 2) }, message: '' }] },
      ],
    },
  },
  'diagnostics of related documents': {
    about: plain,
    units: {
      kind: 'full',
      items: [{ range: range(1, 2) }],
      relatedDocuments: { [wide]: { kind: 'full', items: [{ range: range(1, 2) }] } },
    },
    bytes: {
      kind: 'full',
      items: [{ range: range(1, 2) }],
      relatedDocuments: { [wide]: { kind: 'full', items: [{ range: range(3, 6) }] } },
    },
  },
  'what is completed': {
    about: wide,
    units: {
      itemDefaults: { editRange: { insert: range(1, 2), replace: range(1, 3) } },
      items: [{ textEdit: { newText: '', range: range(1, 2) } }],
    },
    bytes: {
      itemDefaults: { editRange: { insert: range(3, 6), replace: range(3, 9) } },
      items: [{ textEdit: { newText: '', range: range(3, 6) } }],
    },
  },
  'symbols in symbols': {
    about: wide,
    units: [
      {
        name: 'a',
        range: range(0, 9),
        selectionRange: range(1, 2),
        children: [{ name: 'b', range: range(4, 9), selectionRange: range(5, 6) }],
      },
    ],
    bytes: [
      {
        name: 'a',
        range: range(0, 27),
        selectionRange: range(3, 6),
        children: [{ name: 'b', range: range(12, 27), selectionRange: range(15, 18) }],
      },
    ],
  },
  'selections in selections': {
    about: wide,
    units: [{ range: range(1, 2), parent: { range: range(0, 9) } }],
    bytes: [{ range: range(3, 6), parent: { range: range(0, 27) } }],
  },
  'who refers to it': {
    about: plain,
    units: [{ from: { uri: wide, range: range(0, 9), selectionRange: range(1, 2) }, fromRanges: [range(1, 2)] }],
    bytes: [{ from: { uri: wide, range: range(0, 27), selectionRange: range(3, 6) }, fromRanges: [range(3, 6)] }],
  },
  'what it refers to': {
    about: wide,
    units: [{ to: { uri: plain, range: range(0, 9), selectionRange: range(1, 2) }, fromRanges: [range(1, 2)] }],
    bytes: [{ to: { uri: plain, range: range(0, 9), selectionRange: range(1, 2) }, fromRanges: [range(3, 6)] }],
  },
  'folds with columns, and without': {
    about: wide,
    units: [
      { startLine: 0, startCharacter: 2, endLine: 1, endCharacter: 3 },
      { startLine: 0, endLine: 4 },
    ],
    bytes: [
      { startLine: 0, startCharacter: 6, endLine: 1, endCharacter: 9 },
      { startLine: 0, endLine: 4 },
    ],
  },
  'hints, with places elsewhere': {
    about: wide,
    units: [
      { position: { line: 0, character: 2 }, label: [{ value: 'a', location: { uri: plain, range: range(1, 2) } }] },
    ],
    bytes: [
      { position: { line: 0, character: 6 }, label: [{ value: 'a', location: { uri: plain, range: range(1, 2) } }] },
    ],
  },
  'what a command is given': {
    about: wide,
    units: {
      range: range(1, 2),
      command: {
        command: 'go',
        arguments: [
          { uri: plain, position: { line: 0, character: 4 } },
          { line: 0, character: 4 },
        ],
      },
    },
    bytes: {
      range: range(3, 6),
      command: {
        command: 'go',
        arguments: [
          { uri: plain, position: { line: 0, character: 4 } },
          { line: 0, character: 12 },
        ],
      },
    },
  },
};

describe('positions in a message', () => {
  for (const [name, { about, units, bytes }] of Object.entries(said)) {
    it(`${name}, on the way out and back in`, () => {
      assert.deepEqual(outward(units, about), bytes);
      assert.deepEqual(inward(bytes, about), units);
    });
  }

  it('semantic tokens, with their lengths, from the token before on', () => {
    const tokens = (...data: number[]) => ({ resultId: '1', data });
    const units = tokens(0, 2, 3, 0, 0, 0, 4, 1, 0, 0, 2, 1, 2, 5, 1);
    assert.deepEqual(outward(units, wide), tokens(0, 6, 9, 0, 0, 0, 12, 3, 0, 0, 2, 3, 6, 5, 1));
    assert.deepEqual(outward(units, plain), units);
  });

  it('of a document that nobody knows stay, and so does what the client only keeps for us', () => {
    const elsewhere = { uri: 'file:///data.csv', range: range(4, 5) };
    assert.deepEqual(outward(elsewhere), elsewhere);
    const item = { label: 'a', data: { at: { line: 0, character: 4 } } };
    assert.equal(outward(item, wide), item);
  });

  it('leave a message without any as it is', () => {
    const message = { contents: { kind: 'markdown', value: 'Text' }, tags: [1, 2], nothing: null };
    assert.equal(outward(message, wide), message);
  });

  it('of any document are the same when they come back', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('utf-8', 'utf-32'), fc.nat(), (text, encoding, pick) => {
        const document = new Document(text);
        const line = pick % document.lineCount;
        const linesOf = () => (of: number) => document.lineText(of);
        const positions = [{ line, character: 0 }];
        for (const codePoint of document.lineText(line))
          positions.push({ line, character: (positions.at(-1)?.character ?? 0) + codePoint.length });
        const away = new Translation('outward', encoding, linesOf).of(positions, plain);
        assert.deepEqual(new Translation('inward', encoding, linesOf).of(away, plain), positions);
      }),
    );
  });

  it('in any message break nothing', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        const message: unknown = JSON.parse(json);
        assert.equal(outward(message, wide), message);
      }),
    );
    for (const odd of [-1, 1.5, 1e9]) {
      const position = { line: odd, character: odd };
      assert.doesNotThrow(() => outward({ range: { start: position, end: position } }, wide));
    }
  });

  it('are of the document that a request names, itself, in its item, or in what we gave along', () => {
    assert.equal(subjectOf({ textDocument: { uri: wide }, position: { line: 0, character: 0 } }), wide);
    assert.equal(subjectOf({ item: { uri: wide } }), wide);
    assert.equal(subjectOf({ range: range(0, 1), data: { uri: wide } }), wide);
    assert.equal(subjectOf({ label: 'a' }), undefined);
    assert.equal(subjectOf(undefined), undefined);
  });
});

describe('the encoding of positions', () => {
  const agreed = (positionEncodings: unknown) => agreedEncoding({ general: { positionEncodings } } as never);

  it('is the first of the client’s that we speak, as it names the best first', () => {
    assert.equal(agreed(['utf-8', 'utf-16']), 'utf-8');
    assert.equal(agreed(['utf-7', 'utf-32', 'utf-8', 'utf-16']), 'utf-32');
    assert.equal(agreed(['utf-16', 'utf-8']), 'utf-16');
  });
  it('is UTF-16 where the client says nothing that we understand', () => {
    assert.equal(agreedEncoding({}), 'utf-16');
    for (const offered of [undefined, null, [], ['utf-7'], 'utf-8', [7]]) assert.equal(agreed(offered), 'utf-16');
  });
});
