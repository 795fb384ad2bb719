import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mostSupported } from '../../../server/core/views/alignment/most-supported.ts';

const tie = (from: string, to: string, relation: 'supports' | 'needs' = 'supports') => ({
  from,
  to,
  relation,
  through: [],
});

describe('What the most leads to', () => {
  it('counts those that lead to it by others', () => {
    const ties = [tie('c', 'b'), tie('d', 'b'), tie('b', 'a'), tie('f', 'e')];
    assert.equal(mostSupported(['f', 'e', 'd', 'c', 'b', 'a'], ties), 5);
  });
  it('is the first of several, and of none', () => {
    assert.equal(mostSupported(['a', 'b'], []), 0);
    assert.equal(mostSupported([], []), 0);
  });
  it('takes a circle, and not what only needs', () => {
    assert.equal(mostSupported(['a', 'b', 'c'], [tie('b', 'c'), tie('c', 'b'), tie('b', 'a', 'needs')]), 1);
  });
});
