import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { folderWith, okr } from './okr.ts';

const misspelled =
  'cycle 2026-Q4\n\nobjectve love: Customers love us\n  owner: @ana\n  kr nps: Our score\n    from 3 to 5\n';
const right =
  'cycle 2026-Q4\n\nobjective love: Customers love us\n  owner @ana\n  kr nps: Our score\n    from 3 to 5\n';

describe('okr check --fix', () => {
  it('applies what is the one right answer, and reports what is left', async () => {
    const cwd = folderWith({ 'a.okr': misspelled });
    const { code, stdout, stderr } = await okr('check --fix', { cwd });
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), right);
    assert.doesNotMatch(stdout, /unknown-keyword|yaml-colon/);
    assert.equal(stderr, '2 problems fixed in 1 file\n');
    assert.equal(code, 0);
  });

  it('changes nothing when it runs again', async () => {
    const cwd = folderWith({ 'a.okr': misspelled });
    await okr('check --fix', { cwd });
    const before = statSync(join(cwd, 'a.okr'));
    const { stderr } = await okr('check --fix', { cwd });
    const now = statSync(join(cwd, 'a.okr'));
    assert.equal(stderr, '');
    assert.deepEqual([now.ino, now.mtimeMs], [before.ino, before.mtimeMs]);
  });

  it('leaves alone what no PATH selects', async () => {
    const cwd = folderWith({ 'a.okr': misspelled, 'b.okr': misspelled.replace('love', 'calm') });
    await okr('check --fix b.okr', { cwd });
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), misspelled);
    assert.match(readFileSync(join(cwd, 'b.okr'), 'utf8'), /^objective calm/m);
  });

  it('keeps the byte-order mark, the line breaks and the mode of a file, and leaves no draft behind', async () => {
    const cwd = folderWith({ 'a.okr': `\ufeff${misspelled.replaceAll('\n', '\r\n')}` });
    chmodSync(join(cwd, 'a.okr'), 0o640);
    await okr('check --fix', { cwd });
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), `\ufeff${right.replaceAll('\n', '\r\n')}`);
    if (process.platform !== 'win32') assert.equal(statSync(join(cwd, 'a.okr')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(cwd).sort(), ['a.okr', 'okr.json']);
  });

  it('says of a protected file that it cannot be written', async () => {
    const cwd = folderWith({ 'a.okr': misspelled });
    chmodSync(join(cwd, 'a.okr'), 0o444);
    const { code, stderr } = await okr('check --fix', { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^error: `a\.okr` cannot be written: /);
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), misspelled);
  });
});
