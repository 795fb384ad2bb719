/** Files that are not as they should be: each gets a clear message in the right place, and the rest keeps working. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { folderWith, okr } from './okr.ts';

const good =
  'team growth: Growth\ncycle 2026-Q4\n\nobjective love: Loved\n  owner @ana\n  kr clients: Clients\n    to 4\n    checkin 2026-11-21 2\n  kr nps: Our score\n    to 5\n    checkin 2026-11-21 2\n';
const heads = (stdout: string) => stdout.split('\n').filter(line => /^\S+:\d+:\d+ /.test(line));
const posix = process.platform !== 'win32';

describe('okr check, given bad input', () => {
  it('a file that is not UTF-8', async () => {
    const latin1 = Buffer.from('objective caf\xe9: Caf\xe9\n', 'latin1');
    const cwd = folderWith({ 'a.okr': latin1, 'b.okr': good });
    const { code, stdout } = await okr('check', { cwd });
    assert.equal(code, 1);
    assert.deepEqual(heads(stdout), [
      'a.okr:1:1  error  This file is not UTF-8 (the first byte that is not stands on line 1): save it as UTF-8  file-encoding',
    ]);
    assert.match((await okr('show love', { cwd })).stdout, /Our score/);
  });

  it('a file in UTF-16, as an editor or a spreadsheet may save it', async () => {
    const utf16 = Buffer.from(`\uFEFF${good}`, 'utf16le');
    const cwd = folderWith({ 'a.okr': utf16, 'b.okr': Buffer.from(utf16).swap16(), 'c.okr': good });
    assert.deepEqual(heads((await okr('check', { cwd })).stdout), [
      'a.okr:1:1  error  This file is UTF-16, and only UTF-8 is read: save it as UTF-8 (in VS Code: Save with Encoding)  file-encoding',
      'b.okr:1:1  error  This file is UTF-16, and only UTF-8 is read: save it as UTF-8 (in VS Code: Save with Encoding)  file-encoding',
    ]);
  });

  it('a file of 50 MB', async () => {
    const cwd = folderWith({ 'a.okr': '', 'b.okr': good });
    truncateSync(join(cwd, 'a.okr'), 50 * 1024 * 1024);
    const { code, stdout } = await okr('check', { cwd });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^a\.okr:1:1 {2}error {2}This file has 50 MB, and files of more than 20 MB are not read: split it {2}file-unreadable\n/,
    );
    assert.equal(heads(stdout).length, 1);
  });

  it('an okr.json with a mistake', async () => {
    const cwd = folderWith({
      'okr.json': '{\n  "root": true,\n  "rules": { "objective-to-many": "off" }\n}\n',
      'sub/okr.json': '{ "rules": }\n',
      'a.okr': good,
    });
    const { code, stdout } = await okr('check', { cwd });
    assert.equal(code, 1);
    assert.deepEqual(heads(stdout), [
      'okr.json:3:14  error  There is no rule `objective-to-many`: did you mean `objective-too-many`?  settings-invalid',
      'sub/okr.json:1:12  error  A value belongs here  settings-invalid',
    ]);
    assert.match(stdout, /\n {2}3 │ {3}"rules": \{ "objective-to-many": "off" \}\n {4}│ {14}\^+\n/);
  });

  it('a folder where the settings should be', async () => {
    const cwd = folderWith({ 'sub/okr.json/x.okr': '', 'a.okr': good });
    const { code, stderr } = await okr('check', { cwd });
    assert.equal(code, 0);
    assert.equal(
      stderr,
      'warning: `sub/okr.json` is a folder, and settings are a file of this name: it sets nothing\n',
    );
  });

  it('an okr.json that is not UTF-8', async () => {
    const cwd = folderWith({ 'sub/okr.json': Buffer.from('{ "root": "\xe9" }', 'latin1'), 'a.okr': good });
    assert.match((await okr('check', { cwd })).stdout, /^sub\/okr\.json:1:1 {2}error {2}This file is not UTF-8/);
  });

  it('data paths that leave the workspace, are not there, are a folder, or are no table', async () => {
    const kpi = (name: string, path: string) => `kpi ${name}: ${name}\n  data ${path} column v\n  healthy at least 1\n`;
    const cwd = folderWith({
      'a.okr': `team growth: Growth\n${kpi('out', '../secret.csv')}${kpi('missing', 'none.csv')}${kpi('bytes', 'bytes.csv')}${kpi('folder', 'sub')}${kpi('fine', 'fine.csv')}`,
      'bytes.csv': new Uint8Array([0xff, 0xfe, 0x0a]),
      'sub/uptime.csv': 'date,v\n2026-11-01,3\n',
      'fine.csv': 'date,v\n2026-11-01,3\n',
    });
    const { code, stdout } = await okr('check', { cwd });
    assert.equal(code, 1);
    const said = heads(stdout);
    assert.equal(said.length, 4, stdout);
    assert.match(
      said[0] ?? '',
      /^a\.okr:3:\d+ .*`\.\.\/secret\.csv` leads out of the workspace.* {2}data-outside-workspace$/,
    );
    assert.match(
      said[1] ?? '',
      /^a\.okr:6:\d+ .*`none\.csv` cannot be read: there is no such file {2}data-unreadable$/,
    );
    assert.match(
      said[2] ?? '',
      /^a\.okr:9:\d+ .*`bytes\.csv` cannot be read: this file is UTF-16, and only UTF-8 is read: save it as UTF-8 \(in VS Code: Save with Encoding\) {2}data-unreadable$/,
    );
    assert.match(
      said[3] ?? '',
      /^a\.okr:12:\d+ .*`sub` cannot be read: it is a folder, so name a file in it {2}data-unreadable$/,
    );
    assert.match((await okr('show fine', { cwd })).stdout, /^ {2}3 {2}✓ healthy/m);
  });

  it('what could not be read is said beside every answer that lacks it', async () => {
    const cwd = folderWith({
      'okr.json': '{ "root": true, "fiscalYearStart": 13 }\n',
      'a.okr': Buffer.from('objective caf\xe9: Caf\xe9\n', 'latin1'),
      'b.okr': `${good}  kr up: Up\n    from 1 to 2\n    data none.csv column v\n`,
    });
    for (const command of ['show', 'show love.up', 'report', 'report --format json', 'agenda']) {
      const { code, stderr } = await okr(command, { cwd });
      assert.equal(code, 0);
      assert.deepEqual(stderr.trimEnd().split('\n'), [
        'warning: `a.okr`: This file is not UTF-8 (the first byte that is not stands on line 1): save it as UTF-8',
        'warning: `b.okr:14`: `none.csv` cannot be read: there is no such file',
        'warning: `okr.json:1`: `13` is no month: write 1 to 12, or a name such as `"october"`',
      ]);
    }
  });

  it('many of them are not all told', async () => {
    const bad = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(name => [`bad${name}.okr`, new Uint8Array([0xff])]));
    const { stderr } = await okr('show', { cwd: folderWith({ ...bad, 'z.okr': good }) });
    assert.equal(stderr.trimEnd().split('\n').length, 6);
    assert.match(stderr, /warning: 2 more of these: `okr check` tells them all\n$/);
  });

  it('a workspace without a single objective', async () => {
    const cwd = folderWith({ 'a.okr': '' });
    assert.equal((await okr('check', { cwd })).code, 0);
    assert.equal((await okr('show', { cwd })).code, 0);
  });

  if (!posix) return;

  it('links that lead in a circle, nowhere, or out of the workspace', async () => {
    const outside = folderWith({ 'secret.okr': 'objectve secret\n', 'secret.csv': 'date,v\n2026-11-01,3\n' });
    const cwd = folderWith({ 'a.okr': `${good}\nkpi leak: Leak\n  data leak.csv column v\n  healthy at least 1\n` });
    mkdirSync(join(cwd, 'sub'));
    symlinkSync('..', join(cwd, 'sub', 'up'));
    symlinkSync('self.okr', join(cwd, 'self.okr'));
    symlinkSync('nowhere.okr', join(cwd, 'gone.okr'));
    symlinkSync('a.okr', join(cwd, 'twice.okr'));
    symlinkSync(join(outside, 'secret.okr'), join(cwd, 'out.okr'));
    symlinkSync(outside, join(cwd, 'shared'));
    symlinkSync(join(outside, 'secret.csv'), join(cwd, 'leak.csv'));
    const { code, stdout, stderr } = await okr('check', { cwd });
    assert.equal(code, 1);
    assert.deepEqual(heads(stdout).length, 1, stdout);
    assert.match(stdout, /`leak\.csv` cannot be read: a link leads out of the workspace/);
    assert.deepEqual(stderr.trim().split('\n'), [
      'warning: `gone.okr` is a link that leads nowhere',
      'warning: `out.okr` is a link that leads out of the workspace: it is not followed',
      'warning: `self.okr` is a link that leads back to itself',
      'warning: `shared` is a link that leads out of the workspace: it is not followed',
      'warning: `sub/up` is a link to a folder that it stands in: it is not followed',
    ]);
    const itself = await okr('check self.okr', { cwd });
    assert.deepEqual([itself.code, itself.stderr], [2, 'error: `self.okr` is a link that leads back to itself\n']);
  });

  it('a pipe in the place of a file', async function () {
    const cwd = folderWith({ 'a.okr': `${good}\nkpi pipe: Pipe\n  data pipe.csv column v\n  healthy at least 1\n` });
    if (spawnSync('mkfifo', [join(cwd, 'pipe.csv')]).status !== 0) return this.skip();
    const { stdout } = await okr('check', { cwd });
    assert.match(stdout, /`pipe\.csv` cannot be read: this is no ordinary file/);
  });

  it('a folder and a file that may not be read', async () => {
    const cwd = folderWith({ 'a.okr': good });
    closeTo(cwd);
    chmodSync(cwd, 0o755);
    const { code, stdout, stderr } = await asAnybody(() => okr('check', { cwd }));
    chmodSync(join(cwd, 'closed'), 0o755);
    unreadable(code, stdout, stderr);
  });
});

/** Nothing is closed to root: what it would see is tried as somebody else, with all that it needs loaded before. */
async function asAnybody<T>(check: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return check();
  await check();
  const nobody = 65_534;
  process.seteuid?.(nobody);
  try {
    return await check();
  } finally {
    process.seteuid?.(0);
  }
}

function closeTo(cwd: string): void {
  mkdirSync(join(cwd, 'closed'));
  writeFileSync(join(cwd, 'closed', 'b.okr'), good);
  writeFileSync(join(cwd, 'c.okr'), good);
  chmodSync(join(cwd, 'closed'), 0);
  chmodSync(join(cwd, 'c.okr'), 0);
}

function unreadable(code: number, stdout: string, stderr: string): void {
  assert.equal(code, 1);
  assert.deepEqual(heads(stdout), [
    'c.okr:1:1  error  This file may not be read: its permissions do not allow it  file-unreadable',
  ]);
  assert.equal(stderr, 'warning: The folder `closed` cannot be read: its permissions do not allow it\n');
}
