/** The line that a measure in a title becomes. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { measureLine } from '../../../server/core/titles/measure-line.ts';
import { readTitle } from '../../../server/core/titles/reader.ts';

describe('The line of a measure in a title', () => {
  for (const [title, line] of [
    ['Publish 12 customer stories', 'to 12 customer stories'],
    ['Raise retention to 95%', 'from ? to 95%'],
    ['All managers trained: 100% of managers complete the course', 'to 100%'],
    ['Increase revenue to $1.2M', 'to $1.2M'],
    ['Increase revenue by 20% to $1.2M', 'from ? to $1.2M'],
    ['Increase sign-ups by 200 a week, to 900', 'from ? to 900'],
    ['Publish 12 stories written by 3 customers to win others', 'to 12 stories'],
    ['Increase revenue from $1M to $1.2M', 'from $1M to $1.2M'],
  ] as const) {
    it(`of “${title}” is \`${line}\``, () => {
      const [first] = readTitle(title).measures;
      assert.equal(first && measureLine(title, first), line);
    });
  }
});
