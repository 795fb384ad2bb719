/** A git repository made for one test, with commits of fixed days by nobody in particular. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const identity = { name: 'Ana', email: 'ana@example.com' };

export const hasGit = spawnSync('git', ['--version']).status === 0;

/** To be called in a suite that needs git: in CI there has to be one. */
export function skipWithoutGit(suite: Mocha.Suite): void {
  suite.beforeAll(function () {
    if (hasGit) return;
    if (process.env['CI'] !== undefined) throw new Error('There is no git');
    console.warn('There is no git: what needs it is skipped');
    this.skip();
  });
}

/** Runs git in a folder, with nobody's settings. @returns what it prints */
export function git(folder: string, args: readonly string[], day = '2026-10-01'): string {
  const date = `${day}T12:00:00+0000`;
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'init.defaultBranch=main', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: join(folder, 'nobody'),
      GIT_AUTHOR_NAME: identity.name,
      GIT_AUTHOR_EMAIL: identity.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: identity.name,
      GIT_COMMITTER_EMAIL: identity.email,
      GIT_COMMITTER_DATE: date,
    },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Writes files, and commits all that is in the folder. @returns the commit's id */
export function commit(
  folder: string,
  day: string,
  subject: string,
  files: Readonly<Record<string, string>> = {},
): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--allow-empty', '--message', subject], day);
  return git(folder, ['rev-parse', 'HEAD']);
}
