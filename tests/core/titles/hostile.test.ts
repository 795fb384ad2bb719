import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { textOf } from '../../../server/core/titles/measure-text.ts';
import { deadlineIn, readTitle } from '../../../server/core/titles/reader.ts';
import { isSpecific } from '../../../server/core/titles/specific.ts';

const MEGABYTE = 1_000_000;
const LONGEST = ['9', 'a ', '1,'];

const MANY = 100_000;
const HOSTILE = [
  '9',
  'a ',
  '1,',
  '1.',
  '1 ',
  "1'000",
  '(',
  '((1)',
  '-',
  '- ',
  '+1',
  '<',
  'at least ',
  'from 1 to ',
  'from ',
  'by ',
  'a hundred ',
  'one hundred and ',
  'no ',
  'twice a week ',
  'an average of ',
  'phase 1, ',
  'P0',
  'P0-',
  'x1y',
  '1/',
  '1:',
  '1-',
  'Q4 ',
  'in 2 months ',
  'Name 2 and ',
  '`',
  '@a',
  'http://',
  'half of ',
  '1 in 2 ',
  '$',
  '1%',
  '100 000 ',
  'year over ',
  '🚀',
  'e\u0301',
  '1 and 2 and ',
  '10 more ',
];

/** Far above what a linear reader needs, far below what a quadratic one takes. */
const SECONDS = 15;

describe('hostile titles', () => {
  const readAll = (piece: string, length: number) => {
    const title = piece.repeat(Math.floor(length / piece.length));
    assert.ok(['none', 'absolute', 'relative', 'compound'].includes(readTitle(title).reads));
    deadlineIn(title);
  };
  for (const piece of LONGEST) {
    it(`a megabyte of ${JSON.stringify(piece)} is read in linear time`, function () {
      this.timeout(SECONDS * 1000);
      readAll(piece, MEGABYTE);
    });
  }
  for (const piece of HOSTILE) {
    it(`${JSON.stringify(piece)} over and over is read in linear time`, function () {
      this.timeout(SECONDS * 1000);
      readAll(piece, MANY);
    });
  }

  const word = fc.constantFrom(
    ...'increase reduce keep from to by at least most under over between and or 25% 3x $1.2M 10 twelve half of in 3 months Q4 2026 P0 ( ) , ; → – - + no zero twice a week per day'.split(
      ' ',
    ),
  );
  const title = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 15 }).map(words => words.join(' ')),
  );

  it('whatever is written is read, with spans inside the title and as many measures as the reading says', () => {
    fc.assert(
      fc.property(title, text => {
        const { reads, measures } = readTitle(text);
        assert.equal(measures.length === 0, reads === 'none');
        assert.equal(measures.length > 1, reads === 'compound');
        for (const measure of measures) {
          assert.ok(
            0 <= measure.span.start && measure.span.start < measure.span.end && measure.span.end <= text.length,
          );
          assert.ok(measure.numbers.every(Number.isFinite));
          assert.match(textOf(measure), /^(?:to|from|keep (?:at least|at most|above|below|between)) \S/u);
          assert.doesNotMatch(textOf(measure), /[\n#,:]\s|undefined|NaN/u);
        }
        isSpecific(text);
        const deadline = deadlineIn(text);
        if (deadline) assert.ok(deadline.span.start < deadline.span.end && deadline.span.end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
