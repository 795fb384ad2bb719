/** The versions of a file from VS Code's own git, as the server asks for them. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Commit, Repository } from '../../client/features/revisions/git.ts';
import { versionsSince } from '../../client/features/revisions/versions.ts';

const made = (hash: string, day: string, message = hash): Commit => ({
  hash,
  message,
  authorName: 'Ana',
  commitDate: new Date(`${day}T12:00:00`),
});

function repository(...commits: readonly Commit[]): Repository & { readonly shown: string[] } {
  const shown: string[] = [];
  return {
    shown,
    log: async ({ maxEntries }) => commits.slice(0, maxEntries),
    async show(commit, path) {
      shown.push(commit);
      if (commit === 'gone') throw new Error('there is no such file in this commit');
      return `${path} in ${commit}`;
    },
  };
}

describe('the versions of a file', () => {
  it('are those since a day, newest first, and the one before them', async () => {
    const commits = [
      made('c', '2026-11-03'),
      made('b', '2026-10-01'),
      made('a', '2026-09-25'),
      made('z', '2026-09-01'),
    ];
    const from = repository(...commits);
    const versions = await versionsSince(from, '/w/a.okr', '2026-10-01');
    assert.deepEqual(
      versions.map(({ id, day, text }) => [id, day, text]),
      [
        ['c', '2026-11-03', '/w/a.okr in c'],
        ['b', '2026-10-01', '/w/a.okr in b'],
        ['a', '2026-09-25', '/w/a.okr in a'],
      ],
    );
    assert.deepEqual(from.shown, ['c', 'b', 'a']);
  });

  it('have the first line of what was said of them, and go round what is not there', async () => {
    const from = repository(made('c', '2026-11-03', 'Be realistic\n\nAs agreed.'), made('gone', '2026-10-05'));
    const versions = await versionsSince(from, '/w/a.okr', '2026-10-01');
    assert.deepEqual(
      versions.map(({ subject, author }) => [subject, author]),
      [['Be realistic', 'Ana']],
    );
  });

  it('are a few hundred at most', async () => {
    const many = Array.from({ length: 500 }, (_, i) => made(`${i}`, '2026-11-03'));
    assert.equal((await versionsSince(repository(...many), '/w/a.okr', '2026-10-01')).length, 200);
  });
});
