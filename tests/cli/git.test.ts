/** What `okr check` says of targets that were lowered in place, from real repositories. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { fromIso, toIso } from '../../server/core/calendar/day.ts';
import { readVersions } from '../../server/disk/git/read-versions.ts';
import { commit, git, skipWithoutGit } from '../repository.ts';
import { folderWith, okr } from './okr.ts';

const text = (measure: string, title = 'Our score') => `cycle 2026-Q4

objective love: Customers love us
  owner @ana
  kr nps: ${title}
    ${measure}
    checkin 2026-11-14 41 points
  kr tickets: Cut recurring tickets
    from 420 to 294
    checkin 2026-11-14 371
`;
const agreed = text('from 32 to 50 points');
const lowered = text('from 32 to 44 points');
const first = fromIso('2026-10-01') as number;

function repository(files: Readonly<Record<string, string>> = { 'a.okr': agreed }): string {
  const folder = folderWith(files);
  git(folder, ['init', '--quiet']);
  commit(folder, '2026-09-25', 'What we are going for');
  return folder;
}

/** What the rule says, without its advice. */
async function said(cwd: string, args = ''): Promise<string[]> {
  const { stdout, stderr } = await okr(`check --format json ${args}`, { cwd });
  assert.equal(stderr, '');
  const found = JSON.parse(stdout) as { rule: string; message: string }[];
  return found
    .filter(({ rule }) => rule === 'goalpost-moved')
    .map(({ message }) => message.replace(/: put it back.*/, ''));
}

async function versionsOf(top: string, name: string): Promise<(readonly [day: string | undefined, text: string])[]> {
  for await (const [, versions] of readVersions(top, [join(top, name)], first))
    return versions.map(({ revision, text }) => [revision && toIso(revision.day), text]);
  return [];
}

describe('okr check in a git repository', function () {
  skipWithoutGit(this);

  it('says of a lowered target from what, when and in which commit', async () => {
    const cwd = repository();
    commit(cwd, '2026-10-20', 'Check in', { 'a.okr': `${agreed}# Checked\n` });
    const id = commit(cwd, '2026-11-03', 'Be realistic', { 'a.okr': lowered });
    commit(cwd, '2026-11-10', 'Check in again', { 'a.okr': `${lowered}# Checked\n` });
    assert.deepEqual(await said(cwd), [
      `This target began as \`50 points\`; commit ${id.slice(0, 8)} (“Be realistic”) made it \`44 points\` on 3 Nov`,
    ]);
    const { code, stdout } = await okr('check', { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /a\.okr:6:16/);
    assert.deepEqual(await said(cwd, '--today 2026-10-30'), [], 'nobody had lowered it yet');
  });

  it('says so before it is committed', async () => {
    const cwd = repository();
    assert.deepEqual(await said(cwd), []);
    writeFileSync(join(cwd, 'a.okr'), lowered);
    assert.deepEqual(await said(cwd), ['This target began as `50 points` in git, and its cycle is under way']);
  });

  it('has nothing to say once the change is written down, and --fix leaves it to the writer', async () => {
    const cwd = repository();
    commit(cwd, '2026-11-03', 'Be realistic', { 'a.okr': lowered });
    const { stderr } = await okr('check --fix', { cwd });
    assert.equal(stderr, '');
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), lowered);
    writeFileSync(join(cwd, 'a.okr'), text('from 32 to 50 points\n    target 2026-11-03 44 points: A narrower scale'));
    assert.deepEqual(await said(cwd), []);
  });

  it('runs no git where the rule is off, or no cycle runs', async function () {
    if (process.platform === 'win32') this.skip();
    const settings = '{ "root": true, "rules": { "goalpost-moved": "off" } }';
    const bin = folderWith({ git: '#!/bin/sh\ntouch "$0.ran"\n' });
    chmodSync(join(bin, 'git'), 0o755);
    const on = repository();
    const off = repository({ 'a.okr': agreed, 'okr.json': settings });
    const path = process.env['PATH'];
    try {
      process.env['PATH'] = `${bin}:${path}`;
      await said(off);
      await said(on, '--today 2026-10-05');
      await said(on, '--today 2027-01-10');
      assert.ok(!existsSync(join(bin, 'git.ran')));
      await said(on);
      assert.ok(existsSync(join(bin, 'git.ran')));
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('follows a file that was renamed, and another that took its name', async () => {
    const cwd = repository({ 'a.okr': agreed, 'b.okr': text('from 32 to 70 points').replace('love', 'calm') });
    mkdirSync(join(cwd, 'teams'));
    renameSync(join(cwd, 'a.okr'), join(cwd, 'teams/growth.okr'));
    commit(cwd, '2026-10-10', 'Move');
    renameSync(join(cwd, 'b.okr'), join(cwd, 'a.okr'));
    commit(cwd, '2026-10-11', 'Move the other');
    commit(cwd, '2026-11-03', 'Be realistic', { 'teams/growth.okr': lowered });
    assert.equal((await said(cwd)).length, 1);
    assert.deepEqual(await versionsOf(cwd, 'teams/growth.okr'), [
      ['2026-11-03', lowered],
      ['2026-10-10', agreed],
      [undefined, agreed],
    ]);
    assert.equal((await versionsOf(cwd, 'a.okr'))[0]?.[0], '2026-10-11');
  });

  it('counts what came by a merge from the day of the merge', async () => {
    const cwd = repository();
    git(cwd, ['checkout', '--quiet', '-b', 'side']);
    commit(cwd, '2026-10-20', 'Be realistic', { 'a.okr': lowered });
    git(cwd, ['checkout', '--quiet', 'main']);
    commit(cwd, '2026-10-25', 'Another file', { 'b.okr': '# Later\n' });
    git(cwd, ['merge', '--quiet', '--no-ff', '--message', 'Merge', 'side'], '2026-11-05');
    const [message = ''] = await said(cwd);
    assert.match(message, /\(“Merge”\) made it `44 points` on 5 Nov$/);
  });

  it('knows a workspace below the top, names in other scripts, and line breaks of all kinds', async () => {
    const cwd = repository({
      'ziele/größe ü.okr': agreed.replaceAll('\n', '\r\n'),
      'ziele/okr.json': '{ "root": true }',
    });
    commit(cwd, '2026-11-03', 'Be realistic', { 'ziele/größe ü.okr': lowered.replaceAll('\n', '\r\n') });
    assert.equal((await said(join(cwd, 'ziele'))).length, 1);
    assert.equal((await said(cwd)).length, 1);
  });

  it('is silent without a repository, without a commit, for what git does not know, and in a bare one', async () => {
    assert.deepEqual(await said(folderWith({ 'a.okr': lowered })), []);
    const empty = folderWith({ 'a.okr': lowered });
    git(empty, ['init', '--quiet']);
    assert.deepEqual(await said(empty), []);
    const cwd = repository();
    writeFileSync(join(cwd, 'b.okr'), lowered.replace('love', 'calm'));
    assert.deepEqual(await said(cwd), []);
    const bare = folderWith({ 'a.okr': lowered });
    git(bare, ['init', '--quiet', '--bare', '.git']);
    assert.deepEqual(await said(bare), []);
    const broken = folderWith({ 'a.okr': lowered, '.git': 'gitdir: /nowhere/at/all\n' });
    assert.deepEqual(await said(broken), []);
  });

  it('says of a shallow clone only what it has', async () => {
    const origin = repository();
    commit(origin, '2026-11-03', 'Be realistic', { 'a.okr': lowered });
    const cwd = folderWith({});
    git(cwd, ['clone', '--quiet', '--depth', '1', pathToFileURL(origin).href, 'clone']);
    assert.ok(existsSync(join(cwd, 'clone/.git/shallow')));
    assert.deepEqual(await said(join(cwd, 'clone')), []);
    assert.deepEqual(await versionsOf(join(cwd, 'clone'), 'a.okr'), [['2026-11-03', lowered]]);
  });

  it('is silent where there is no git', async () => {
    const cwd = repository();
    commit(cwd, '2026-11-03', 'Be realistic', { 'a.okr': lowered });
    const path = process.env['PATH'];
    try {
      process.env['PATH'] = cwd;
      assert.deepEqual(await said(cwd), []);
    } finally {
      process.env['PATH'] = path;
    }
    assert.equal((await said(cwd)).length, 1);
  });

  it('runs nothing that a repository, its settings or a hook around us say', async () => {
    const cwd = repository();
    commit(cwd, '2026-11-03', '$(touch ran) `touch ran` \u202e\u001b[31m; touch ran', { 'a.okr': lowered });
    const ran = join(cwd, 'ran');
    for (const [name, value] of [
      ['core.fsmonitor', `touch ${ran}`],
      ['core.pager', `touch ${ran}`],
      ['pager.log', `touch ${ran}`],
      ['diff.external', `touch ${ran}`],
      ['diff.okr.textconv', `touch ${ran}`],
      ['log.showSignature', 'true'],
      ['gpg.program', `touch ${ran}`],
      ['log.showRoot', 'false'],
      ['diff.relative', 'true'],
      ['color.ui', 'always'],
      ['diff.renames', 'false'],
      ['alias.log', `!touch ${ran}`],
    ] as const)
      git(cwd, ['config', name, value]);
    writeFileSync(join(cwd, '.gitattributes'), '*.okr diff=okr\n');
    process.env['GIT_DIR'] = '/nowhere';
    try {
      const [message = ''] = await said(cwd);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      assert.doesNotMatch(message, /[\u0000-\u001f\u202e]/);
      assert.match(message, /made it `44 points`/);
    } finally {
      delete process.env['GIT_DIR'];
    }
    assert.ok(!existsSync(ran));
  });

  it('reads no more of a file than it has to, and none that is too large', async () => {
    const cwd = repository();
    for (let day = 10; day < 20; day++) commit(cwd, `2026-10-${day}`, 'Check in', { 'a.okr': `${agreed}# ${day}\n` });
    commit(cwd, '2026-10-20', 'A mistake', { 'a.okr': `# ${'x'.repeat(1_100_000)}\n${agreed}` });
    commit(cwd, '2026-10-21', 'Put right', { 'a.okr': agreed });
    const versions = await versionsOf(cwd, 'a.okr');
    assert.deepEqual(
      versions.map(([day]) => day),
      ['2026-10-21', ...Array.from({ length: 10 }, (_, i) => `2026-10-${19 - i}`), undefined],
    );
    rmSync(join(cwd, 'a.okr'));
    commit(cwd, '2026-10-22', 'Gone');
    commit(cwd, '2026-10-23', 'Back', { 'a.okr': lowered });
    assert.deepEqual(await versionsOf(cwd, 'a.okr'), [['2026-10-23', lowered]]);
  });
});
