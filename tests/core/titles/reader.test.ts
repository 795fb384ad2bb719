import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { everydayTitles, publishedTitles } from './labelled-titles.ts';
import { ratio, tableOf, tallyOf } from './tally.ts';

describe('the reader of titles', () => {
  describe('on published key results', () => {
    const tally = tallyOf(publishedTitles());

    it('calls unmeasurable only what is, and finds most of it', () => {
      console.log(tableOf('published', tally));
      assert.ok(ratio(tally.precision.get('none')!) >= 0.95, tally.differences.join('\n'));
      assert.ok(ratio(tally.recall.get('none')!) >= 0.9, tally.differences.join('\n'));
    });

    it('calls no title unmeasurable that names its number', () => {
      assert.deepEqual(tally.absoluteReadAsNone, []);
    });

    it('writes the measure that a careful reader would', () => {
      assert.ok(ratio(tally.measures) >= 0.85, tally.differences.join('\n'));
    });
  });

  describe('on everyday titles', () => {
    const titles = everydayTitles();
    const tally = tallyOf(titles);

    it('has many of them', () => {
      assert.ok(titles.length >= 500);
    });

    it('reads every one as labelled', () => {
      console.log(tableOf('everyday', tally));
      assert.deepEqual(tally.differences, []);
    });
  });
});
