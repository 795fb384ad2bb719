/** Folders that are made for new files: those that were there stay, and so does what somebody has put into a new one. */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { makeFolders, takeBackFolders } from '../../server/disk/new-folders.ts';
import { folderWith } from './okr.ts';

describe('new folders', () => {
  it('are told from those that are there, the outermost first, and go again', () => {
    const folder = folderWith({ 'growth/a.okr': '' });
    const made = makeFolders(join(folder, 'growth/2027/q1'));
    assert.deepEqual(made, [join(folder, 'growth/2027'), join(folder, 'growth/2027/q1')]);
    assert.deepEqual(makeFolders(join(folder, 'growth')), []);
    takeBackFolders(made);
    assert.ok(!existsSync(join(folder, 'growth/2027')));
    assert.ok(existsSync(join(folder, 'growth/a.okr')));
  });
  it('stay where somebody has put something into them', () => {
    const folder = folderWith({});
    const made = makeFolders(join(folder, 'a/b'));
    writeFileSync(join(folder, 'a/mine'), '');
    takeBackFolders(made);
    assert.ok(existsSync(join(folder, 'a/mine')));
    assert.ok(!existsSync(join(folder, 'a/b')));
  });
});
