/** New files on a disk: all of them or none, and never over one that is there. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { ExistsError, writeNewFiles } from '../../server/disk/write-new.ts';
import { folderWith } from './okr.ts';

describe('new files', () => {
  it('are written with the folders that they need, and nothing beside them', () => {
    const folder = folderWith({});
    writeNewFiles([
      { path: join(folder, 'a/b/one.okr'), text: 'one\r\n' },
      { path: join(folder, 'a/two.okr'), text: '\ufefftwo' },
    ]);
    assert.equal(readFileSync(join(folder, 'a/b/one.okr'), 'utf8'), 'one\r\n');
    assert.equal(readFileSync(join(folder, 'a/two.okr'), 'utf8'), '\ufefftwo');
    assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), [
      'a',
      'a/b',
      'a/b/one.okr',
      'a/two.okr',
      'okr.json',
    ]);
  });

  it('are none where one is there already, or comes twice', () => {
    const folder = folderWith({ 'two.okr': 'mine' });
    const files = ['a/one.okr', 'two.okr'].map(path => ({ path: join(folder, path), text: 'new' }));
    assert.throws(() => writeNewFiles(files), ExistsError);
    const twice = ['a/one.okr', 'a/one.okr'].map(path => ({ path: join(folder, path), text: 'new' }));
    assert.throws(() => writeNewFiles(twice), ExistsError);
    assert.equal(readFileSync(join(folder, 'two.okr'), 'utf8'), 'mine');
    assert.deepEqual(readdirSync(folder).sort(), ['okr.json', 'two.okr']);
  });

  it('are none where the disk refuses one of them, which is in a place that is a file', () => {
    const folder = folderWith({ file: '' });
    const files = ['new/one.okr', 'file/two.okr'].map(path => ({ path: join(folder, path), text: 'new' }));
    assert.throws(() => writeNewFiles(files), /ENOTDIR|EEXIST/);
    assert.ok(!existsSync(join(folder, 'new')));
  });

  it('are none where the disk refuses one of them, as it does a name that is too long', () => {
    const folder = folderWith({});
    const files = ['one.okr', `${'long-'.repeat(60)}.okr`].map(path => ({ path: join(folder, path), text: 'new' }));
    assert.throws(() => writeNewFiles(files), /ENAMETOOLONG/);
    assert.deepEqual(readdirSync(folder), ['okr.json']);
  });
});
