/** Each keyword has its sentence, and no sentence is left of one that is gone. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keywords } from '../../../grammar/keywords.ts';
import { keywordSummaries } from '../../../server/core/features/keyword-summaries.ts';

describe('What a keyword says', () => {
  it('is told of all keywords, and of nothing else', () => {
    assert.deepEqual(Object.keys(keywordSummaries).sort(), [...keywords.keys()].sort());
  });

  it('is a sentence', () => {
    for (const summary of Object.values(keywordSummaries)) assert.match(summary, /^[A-Z][^\n]{5,}\.$/);
  });
});
