import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { keepSame } from '../../../server/core/views/keep-same.ts';

/** As it comes over a wire, where there is no −0. */
const sent = fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)));

describe('What says the same as before', () => {
  it('is the very one from before, and what is new says what it should', () => {
    fc.assert(
      fc.property(sent, sent, (before, after) => {
        assert.deepEqual(keepSame(before, after), after);
        assert.equal(keepSame(before, JSON.parse(JSON.stringify(before))), before);
      }),
    );
  });

  it('is kept beside what has changed', () => {
    const before = { list: [{ a: 1 }, { a: 2 }], other: { b: [] } };
    const kept = keepSame(before, { list: [{ a: 1 }, { a: 3 }, { a: 4 }], other: { b: [] } });
    assert.deepEqual(kept, { list: [{ a: 1 }, { a: 3 }, { a: 4 }], other: { b: [] } });
    assert.equal(kept.list[0], before.list[0]);
    assert.equal(kept.other, before.other);
    assert.notEqual(kept.list[1], before.list[1]);
  });

  it('is not what lacks something, or has more', () => {
    assert.deepEqual(keepSame({ a: 1, b: undefined }, { a: 1 }), { a: 1 });
    assert.deepEqual(keepSame([1, 2], [1]), [1]);
    assert.deepEqual(keepSame([], {}), {});
  });
});
