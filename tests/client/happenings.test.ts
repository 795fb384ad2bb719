/** What *OKR: Drop or Pause* and its like offer, and in which words they ask. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { happenings, targetPrompt } from '../../client/features/happenings/words.ts';
import type { HappeningSubject, What } from '../../server/core/requests/happening.ts';
import type { OutlineItem } from '../../server/core/requests/outline.ts';

const nps = { kind: 'key result', status: 'on-track' } as OutlineItem;
const fitting = (item: OutlineItem) => (Object.keys(happenings) as What[]).filter(what => happenings[what].fits(item));

describe('What can happen on the way', () => {
  it('is listed for what it can happen to', () => {
    assert.deepEqual(fitting(nps), ['drop', 'target', 'hand-over', 'share', 'block']);
    assert.deepEqual(fitting({ ...nps, kind: 'objective' }), ['drop', 'hand-over', 'block']);
    assert.deepEqual(fitting({ ...nps, status: 'blocked' }), ['drop', 'target', 'hand-over', 'share', 'unblock']);
    assert.deepEqual(fitting({ ...nps, status: 'dropped' }), ['resume']);
    assert.deepEqual(fitting({ ...nps, status: 'achieved' }), []);
    assert.deepEqual(fitting({ ...nps, kind: 'kpi', status: 'watch' }), ['hand-over']);
  });

  it('is asked for in whole sentences', () => {
    for (const { whose, why } of Object.values(happenings))
      for (const question of [whose, why]) assert.match(question, /^[A-Z].*\?$/);
    assert.equal(
      targetPrompt({ target: '50 points' } as HappeningSubject),
      'Where is the target to be from today on? It is 50 points now. What it was stays written.',
    );
  });
});
