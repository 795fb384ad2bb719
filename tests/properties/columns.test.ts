/** Columns of a line in other units, measured against what Node and the language itself count. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Columns } from '../../server/lsp/positions/columns.ts';

/** How long a text is in each encoding. Node writes half of a surrogate pair as U+FFFD, which has three bytes too. */
const lengths = {
  'utf-8': (text: string) => Buffer.byteLength(text, 'utf8'),
  'utf-16': (text: string) => text.length,
  'utf-32': (text: string) => [...text].length,
};
const encodings = ['utf-8', 'utf-16', 'utf-32'] as const;

/** Emoji with and without joiners, CJK in and out of the basic plane, combining marks, halves of pairs, plain text. */
const piece = fc.constantFrom(
  'a',
  ' ',
  'é',
  'e\u0301',
  'ß',
  '顧客',
  '𠮷',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  '\ud83d',
  '\ude00',
  '\ufeff',
);
const line = fc
  .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map(all => all.join(''));
const encoding = fc.constantFrom(...encodings);

/** The offset of each code point, and of the end. */
function boundaries(text: string): number[] {
  const found = [0];
  for (const codePoint of text) found.push((found.at(-1) as number) + codePoint.length);
  return found;
}

describe('columns in other units', () => {
  it('are as many as the encoding has before them', () => {
    fc.assert(
      fc.property(line, encoding, (text, encoding) => {
        for (const boundary of boundaries(text))
          assert.equal(new Columns(text, encoding).outward(boundary), lengths[encoding](text.slice(0, boundary)));
      }),
    );
  });

  it('and back are what they were, in whichever order they are asked', () => {
    fc.assert(
      fc.property(line, encoding, fc.array(fc.nat(), { maxLength: 8 }), (text, encoding, picks) => {
        const columns = new Columns(text, encoding);
        const all = boundaries(text);
        for (const boundary of [...picks.map(pick => all[pick % all.length] as number), ...all])
          assert.equal(columns.inward(columns.outward(boundary)), boundary);
      }),
    );
  });

  it('inside a code point are moved back to its start', () => {
    fc.assert(
      fc.property(line, encoding, fc.nat({ max: 60 }), (text, encoding, column) => {
        const inner = new Columns(text, encoding).inward(column);
        const starts = boundaries(text);
        const expected = starts.findLast(start => lengths[encoding](text.slice(0, start)) <= column) as number;
        const isInText = column <= lengths[encoding](text);
        assert.equal(inner, isInText ? expected : text.length + column - lengths[encoding](text));
      }),
    );
    assert.equal(new Columns('a😀b', 'utf-8').inward(3), 1);
    assert.equal(new Columns('a😀b', 'utf-8').outward(2), 1);
    assert.equal(new Columns('a😀b', 'utf-32').outward(2), 1);
  });

  it('beyond the end of the line stay as far beyond it', () => {
    assert.equal(new Columns('😀', 'utf-8').inward(2 ** 31 - 1), 2 ** 31 - 1 - 2);
    assert.equal(new Columns('😀', 'utf-8').outward(5), 7);
    assert.equal(new Columns('', 'utf-32').inward(5), 5);
  });

  it('of an unpaired surrogate are three bytes', () => {
    assert.equal(new Columns('\ud83d\ud83d', 'utf-8').outward(2), 6);
    assert.equal(new Columns('\ude00', 'utf-8').outward(1), 3);
  });
});
