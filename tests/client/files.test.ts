import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { documentSchemes } from '../../client/documents.ts';
import { base64 } from '../../client/features/files/base64.ts';
import { type Entry, walk } from '../../client/features/files/walk.ts';

describe('base64', () => {
  for (const size of [0, 1, 2, 3, 0x8000 - 1, 0x8000, 0x8000 * 3 + 1]) {
    it(`of ${size} bytes is what Node makes of them`, () => {
      const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 256);
      assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'));
    });
  }
});

describe('finding files folder by folder', () => {
  /** `folder/`, `link@` or a file; what is missing cannot be read. */
  const tree: Record<string, string[]> = {
    '': ['okr.json', 'company.okr', 'notes.md', 'teams/', 'node_modules/', 'dist/', '.git/', 'again@', 'locked/'],
    '/teams': ['growth.okr', 'OPS.OKR', 'old.okr.bak', 'deep/'],
    '/teams/deep': ['deep.okr'],
    '/node_modules': ['theirs.okr'],
    '/dist': ['built.okr'],
    '/.git': ['head.okr'],
    '/again': ['circle.okr'],
  };
  const entry = (name: string): Entry =>
    name.endsWith('/')
      ? { name: name.slice(0, -1), kind: 'folder' }
      : name.endsWith('@')
        ? { name: name.slice(0, -1), kind: 'link' }
        : { name, kind: 'file' };

  async function found(limits = { folders: 100, files: 100 }, isWanted?: (name: string) => boolean) {
    const unreadable: string[] = [];
    const result = await walk(
      '',
      async folder => {
        const names = tree[folder];
        if (names === undefined) throw new Error('no permission');
        return names.map(entry);
      },
      (folder, name) => `${folder}/${name}`,
      limits,
      folder => unreadable.push(folder),
      isWanted,
    );
    return { ...result, unreadable };
  }

  it('takes our files, follows no link, and goes round a folder that cannot be read', async () => {
    assert.deepEqual(await found(), {
      files: ['/okr.json', '/company.okr', '/teams/growth.okr', '/teams/OPS.OKR', '/teams/deep/deep.okr'],
      complete: true,
      unreadable: ['/locked'],
    });
  });
  it('takes what is wanted, where that is something else', async () => {
    const { files } = await found(undefined, name => name.endsWith('.md') || name.endsWith('.bak'));
    assert.deepEqual(files, ['/notes.md', '/teams/old.okr.bak']);
  });
  it('ends at the limit of files, and says so', async () => {
    const { files, complete } = await found({ folders: 100, files: 3 });
    assert.deepEqual(files, ['/okr.json', '/company.okr', '/teams/growth.okr']);
    assert.equal(complete, false);
  });
  it('ends at the limit of folders, and says so', async () => {
    const { files, complete } = await found({ folders: 1, files: 100 });
    assert.deepEqual(files, ['/okr.json', '/company.okr']);
    assert.equal(complete, false);
  });
  it('reads a few folders at a time', async () => {
    let reading = 0;
    let most = 0;
    const names = Array.from({ length: 100 }, (_, at): Entry => ({ name: `${at}`, kind: 'folder' }));
    await walk(
      '',
      async folder => {
        most = Math.max(most, ++reading);
        await new Promise(resolve => setImmediate(resolve));
        reading -= 1;
        return folder === '' ? names : [];
      },
      (folder, name) => `${folder}/${name}`,
      { folders: 1000, files: 1000 },
      () => assert.fail('every folder can be read'),
    );
    assert.equal(most, 16);
  });
});

describe('the documents of the language server', () => {
  const folder = (scheme: string) => ({ uri: { scheme } });

  it('are files and what is not saved yet', () => {
    assert.deepEqual(documentSchemes(undefined), ['file', 'untitled']);
    assert.deepEqual(documentSchemes([folder('file')]), ['file', 'untitled']);
  });
  it('are those of virtual folders too, each once, and never the old side of a diff', () => {
    const folders = [folder('vscode-vfs'), folder('file'), folder('vscode-vfs')];
    assert.deepEqual(documentSchemes(folders), ['file', 'untitled', 'vscode-vfs']);
  });
});
