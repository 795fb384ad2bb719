import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { findFiles, workspaceRoot } from '../../server/disk/find.ts';
import { loadWorkspaces } from '../../server/disk/load-workspaces.ts';
import { writeText } from '../../server/disk/write.ts';
import { folderWith } from './okr.ts';

const posix = process.platform !== 'win32';

describe('a file that is written', () => {
  it('is the new text, and no draft is left', () => {
    const folder = folderWith({ 'a.okr': 'old' });
    writeText(join(folder, 'a.okr'), 'new\r\nlines');
    writeText(join(folder, 'b.okr'), '\ufeffmark');
    assert.equal(readFileSync(join(folder, 'a.okr'), 'utf8'), 'new\r\nlines');
    assert.deepEqual([...readFileSync(join(folder, 'b.okr'))].slice(0, 3), [0xef, 0xbb, 0xbf]);
    assert.deepEqual(readdirSync(folder).sort(), ['a.okr', 'b.okr', 'okr.json']);
  });

  it('keeps what was there where it cannot be written', () => {
    const folder = folderWith({ 'a.okr': 'old' });
    assert.throws(() => writeText(join(folder, 'none', 'a.okr'), 'new'));
    chmodSync(join(folder, 'a.okr'), 0o444);
    assert.throws(() => writeText(join(folder, 'a.okr'), 'new'), /permissions/);
    mkdirSync(join(folder, 'c.okr'));
    assert.throws(() => writeText(join(folder, 'c.okr'), 'new'));
    assert.equal(readFileSync(join(folder, 'a.okr'), 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder).sort(), ['a.okr', 'c.okr', 'okr.json']);
  });

  if (!posix) return;

  it('keeps its mode', () => {
    const folder = folderWith({ 'a.okr': 'old' });
    chmodSync(join(folder, 'a.okr'), 0o604);
    writeText(join(folder, 'a.okr'), 'new');
    assert.equal(statSync(join(folder, 'a.okr')).mode & 0o777, 0o604);
  });

  it('stays where a link leads', () => {
    const folder = folderWith({ 'real/a.okr': 'old' });
    symlinkSync('real/a.okr', join(folder, 'link.okr'));
    writeText(join(folder, 'link.okr'), 'new');
    assert.equal(readlinkSync(join(folder, 'link.okr')), 'real/a.okr');
    assert.equal(readFileSync(join(folder, 'real/a.okr'), 'utf8'), 'new');
    assert.deepEqual(readdirSync(join(folder, 'real')), ['a.okr']);
  });
});

describe('the files of a folder', () => {
  it('are found in the order of their paths, without what others wrote or a tool built', () => {
    const folder = folderWith({
      'b.okr': '',
      'a/z.okr': '',
      'a/Y.OKR': '',
      'a/notes.md': '',
      'a/okr.json': '{}',
      'node_modules/x/x.okr': '',
      '.cache/x.okr': '',
      'dist/x.okr': '',
    });
    const { okr, settings, problems } = findFiles(folder);
    const names = (paths: string[]) => paths.map(path => path.slice(folder.length + 1).replaceAll('\\', '/'));
    assert.deepEqual(names(okr), ['b.okr', 'a/Y.OKR', 'a/z.okr']);
    assert.deepEqual(names(settings), ['okr.json', 'a/okr.json']);
    assert.deepEqual(problems, []);
  });
});

describe('the workspace of a folder', () => {
  it('begins at the nearest root, else at the repository, else here', () => {
    const folder = folderWith({
      'okr.json': '{}',
      '.git/HEAD': '',
      'a/okr.json': '{ "root": true }',
      'a/b/okr.json': '{ "root": false }',
      'a/b/x.okr': '',
      'c/d/x.okr': '',
    });
    assert.equal(workspaceRoot(join(folder, 'a', 'b')), join(folder, 'a'));
    assert.equal(workspaceRoot(join(folder, 'c', 'd')), folder);
    const alone = folderWith({ 'okr.json': '{}', 'c/x.okr': '' });
    assert.equal(workspaceRoot(join(alone, 'c')), join(alone, 'c'));
  });

  it('holds the files that no other root is nearer to', () => {
    const folder = folderWith({ 'a.okr': '', 'in/b.okr': '', 'other/okr.json': '{ "root": true }', 'other/c.okr': '' });
    const names = (place: string, isFolder = true) =>
      loadWorkspaces([{ path: join(folder, place), isFolder }], 0).workspaces.map(({ paths }) =>
        [...paths.values()].map(path => path.slice(folder.length + 1).replaceAll('\\', '/')),
      );
    const outer = ['a.okr', 'in/b.okr', 'okr.json'];
    const inner = ['other/c.okr', 'other/okr.json'];
    assert.deepEqual(names('in'), [outer]);
    assert.deepEqual(names('in/b.okr', false), [outer]);
    assert.deepEqual(names('other'), [inner]);
    assert.deepEqual(names(''), [outer, inner]);
  });
});
