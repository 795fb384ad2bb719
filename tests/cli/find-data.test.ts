/** Data files below a folder, for a list to choose from. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, it } from 'mocha';
import { findDataFiles } from '../../server/disk/find-data.ts';
import { folderWith, removeFoldersAfterEach } from '../server/folder.ts';

removeFoldersAfterEach();

describe('Data files', () => {
  it('are tables and lists, in our own folders, through no link', async () => {
    const { path } = folderWith({
      'okr.json': '{}',
      'a.okr': '',
      'values.json': '[]',
      'metrics/uptime.csv': '',
      'metrics/deep/UPTIME.TSV': '',
      'metrics/readme.md': '',
      '.git/theirs.csv': '',
      'node_modules/theirs.csv': '',
    });
    symlinkSync(path, join(path, 'again'));
    symlinkSync(join(path, 'values.json'), join(path, 'link.json'));
    const found = await findDataFiles(path);
    assert.deepEqual(
      found.map(each => relative(path, each).split(sep).join('/')),
      ['values.json', 'metrics/uptime.csv', 'metrics/deep/UPTIME.TSV'],
    );
  });
  it('are none where there is no such folder', async () => {
    assert.deepEqual(await findDataFiles(join(folderWith({}).path, 'nothing')), []);
  });
});
