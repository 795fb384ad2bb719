/** The past of a file through VS Code's own git extension, as a server asks for it that cannot run git. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { extensions, Uri } from 'vscode';
import { repositoryOf } from '../../../client/features/revisions/git.ts';
import { versionsSince } from '../../../client/features/revisions/versions.ts';

describe('the git extension', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-git-')));
  const file = join(folder, 'a.okr');
  const targets = [50, 45, 40];
  const textOf = (target: number | undefined) =>
    `cycle 2026-Q4
objective love: Love
  kr nps: NPS
    from 32 to ${target}
`;

  before(async () => {
    const run = (date: string, ...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...args], {
        cwd: folder,
        env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      });
    run('', 'init', '--quiet');
    for (const [i, target] of targets.entries()) {
      writeFileSync(file, textOf(target));
      run('', 'add', '.');
      run(`2026-1${i}-05T12:00:00`, 'commit', '--quiet', '-m', `To ${target}\n\nWhy`);
    }
    const extension = extensions.getExtension('vscode.git');
    assert.ok(extension, 'this VS Code has its git extension');
    const git = (await extension.activate()) as {
      getAPI(version: 1): { openRepository(uri: Uri): Promise<unknown> };
    };
    await git.getAPI(1).openRepository(Uri.file(folder));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has the versions of a file since a day, and the one before them', async () => {
    const repository = await repositoryOf(Uri.file(file));
    assert.ok(repository);
    const versions = await versionsSince(repository, file, '2026-11-20');
    assert.deepEqual(
      versions.map(({ day, author, subject, text }) => ({ day, author, subject, text })),
      [
        { day: '2026-12-05', author: 'Ana', subject: 'To 40', text: textOf(40) },
        { day: '2026-11-05', author: 'Ana', subject: 'To 45', text: textOf(45) },
      ],
    );
  });
});
