import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { revisionEntries } from '../../client/features/compare/choices.ts';
import type { RevisionChoice } from '../../server/core/requests/compare.ts';

const choice = (group: RevisionChoice['group'], label: string): RevisionChoice => ({
  group,
  label,
  description: '14 Nov',
  wanted: { revision: label },
});

describe('the list of revisions to compare with', () => {
  it('has a heading for each group', () => {
    const entries = revisionEntries([
      choice('days', 'A week ago'),
      choice('branches', 'main'),
      choice('branches', 'topic'),
    ]);
    assert.deepEqual(
      entries.map(({ label, choice }) => [label, choice !== undefined]),
      [
        ['As it was', false],
        ['A week ago', true],
        ['Branches', false],
        ['main', true],
        ['topic', true],
      ],
    );
  });

  it('draws no icon that a commit message asks for', () => {
    assert.equal(revisionEntries([choice('commits', 'Use $(flame)')])[1]?.label, 'Use $ (flame)');
  });
});
