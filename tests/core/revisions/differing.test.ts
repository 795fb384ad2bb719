/** What one list has and another has not. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { differing } from '../../../server/core/revisions/differing.ts';

describe('what differs between two lists', () => {
  it('is what came and what went, and what stands there twice counts twice', () => {
    assert.deepEqual(differing(['a', 'b', 'b'], ['b', 'c']), { added: ['c'], removed: ['a', 'b'] });
  });

  it('goes by what is said, not by who says it', () => {
    assert.deepEqual(differing([{ day: 1 }], [{ day: 1 }]), { added: [], removed: [] });
  });

  it('makes the one of the other, whatever the order', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(items, items, (before, after) => {
        const { added, removed } = differing(before, after);
        const now = [...before];
        for (const item of removed) now.splice(now.indexOf(item), 1);
        assert.deepEqual([...now, ...added].sort(), [...after].sort());
      }),
    );
  });
});
