import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { folderWith, okr } from './okr.ts';

const loose = 'cycle 2026-Q4\n\nobjective love:   Customers love us\n      owner @ana\n';
const neat = 'cycle 2026-Q4\n\nobjective love: Customers love us\n  owner @ana\n';

describe('okr format', () => {
  it('formats in place and names what it changed', async () => {
    const cwd = folderWith({ 'a.okr': loose, 'b.okr': neat });
    assert.deepEqual(await okr('format', { cwd }), { code: 0, stdout: 'a.okr\n', stderr: '1 file of 2 formatted\n' });
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), neat);
    assert.deepEqual(await okr('format', { cwd }), { code: 0, stdout: '', stderr: '2 files formatted already\n' });
    assert.deepEqual(readdirSync(cwd).sort(), ['a.okr', 'b.okr', 'okr.json']);
  });

  it('--check only says which', async () => {
    const cwd = folderWith({ 'a.okr': loose, 'b.okr': neat });
    const { code, stdout, stderr } = await okr('format --check', { cwd });
    assert.deepEqual([code, stdout, stderr], [1, 'a.okr\n', '1 file of 2 not formatted: run `okr format`\n']);
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), loose);
    assert.equal((await okr('format --check b.okr', { cwd })).code, 0);
  });

  it('- is standard input', async () => {
    const cwd = folderWith({});
    assert.deepEqual(await okr('format -', { cwd, stdin: loose }), { code: 0, stdout: neat, stderr: '' });
    assert.equal((await okr('format --check -', { cwd, stdin: loose })).code, 1);
    assert.equal((await okr('format - --check', { cwd, stdin: neat })).code, 0);
  });

  it('keeps the byte-order mark and the line breaks of a file', async () => {
    const crlf = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const cwd = folderWith({ 'a.okr': crlf(loose) });
    await okr('format', { cwd });
    assert.equal(readFileSync(join(cwd, 'a.okr'), 'utf8'), crlf(neat));
  });

  it('leaves alone what is no text, and formats the rest', async () => {
    const bytes = new Uint8Array([0x6f, 0xff, 0x0a]);
    const cwd = folderWith({ 'a.okr': bytes, 'b.okr': loose });
    const { code, stdout, stderr } = await okr('format', { cwd });
    assert.deepEqual([code, stdout], [2, 'b.okr\n']);
    assert.match(stderr, /^warning: `a\.okr`: This file is not UTF-8 .*line 1/);
    assert.deepEqual(new Uint8Array(readFileSync(join(cwd, 'a.okr'))), bytes);
    const input = await okr('format -', { cwd, stdin: bytes });
    assert.deepEqual([input.code, input.stdout], [2, '']);
  });
});
