/**
 * What of mine waits for a check-in or a reading, in the order in which it is asked for: for each fixture in `due/`,
 * whose second line says who I am.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkInSubjects, dueInFile, mostWantedFirst } from '../../../server/core/edits/check-in-subjects.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import { eachFixture, equalsGolden, fixture } from '../features/fixture.ts';

async function dueIn(text: string, me = /^# me (\S+)/m.exec(text)?.[1] ?? '') {
  const { context } = fixture(text);
  return mostWantedFirst(await checkInSubjects(context, { of: 'due', me }, noPause));
}

describe('What is due', () => {
  eachFixture('../edits/due', (name, text) => {
    it(name, async () => {
      const lines = (await dueIn(text)).map(({ kind, ref, title, stale, silentDays }) =>
        [
          stale ? 'stale' : 'due  ',
          `${silentDays ?? 'never read'}`.padStart(3),
          ref ?? title,
          kind === 'kpi' ? '(KPI)' : '',
        ]
          .join(' ')
          .trimEnd(),
      );
      equalsGolden(`../edits/due/${name}.golden.txt`, `${lines.join('\n')}\n`);
    });
  });

  it('is of one file what is due in it of all, whether it is listed or counted', async () => {
    const goals = 'cycle 2026-Q4\nobjective NAME: Love\n  owner @li\n  kr a: A\n    to 5\n  kr b: B\n    to 5\n';
    const kpi = 'kpi NAME-uptime: Uptime\n  owner @li\n  every week\n';
    const text = ['one', 'two'].map(name => `--- ${name}.okr\n${(goals + kpi).replaceAll('NAME', name)}`).join('');
    const { context } = fixture(text);
    const all = await checkInSubjects(context, { of: 'due', me: '@li' }, noPause);
    assert.equal(all.length, 6);
    for (const file of context.workspace.files.values()) {
      const own = await checkInSubjects(context, { of: 'due', me: '@li' }, noPause, file);
      assert.deepEqual(
        own,
        all.filter(({ place }) => place.uri === file.uri),
      );
      assert.equal(dueInFile(context, file, '@li').length, 3);
    }
  });

  it('is nothing where nobody knows who I am, and tells elements apart while lines move', async () => {
    const text = 'cycle 2026-Q4\n\nobjective love: Love\n  owner @li\n  kr: A\n    to 5\n  kr: B\n    to 5\n';
    assert.deepEqual(await dueIn(text, ''), []);
    const ids = (await dueIn(text, '@li')).map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
    assert.deepEqual(
      (await dueIn(`\n# A word\n${text}`, '@li')).map(({ id }) => id),
      ids,
    );
  });

  it('is asked for a value where one would say something', async () => {
    const text =
      'cycle 2026-Q4\n\nobjective love: Love\n  owner @li\n  kr a: A\n    to 5\n  kr b: B\n  kr c: C\n    milestone: D\n';
    const asked = (await dueIn(text, '@li')).map(({ title, takesValue }) => [title, takesValue]);
    assert.deepEqual(asked, [
      ['A', true],
      ['B', false],
      ['C', false],
    ]);
  });
});
