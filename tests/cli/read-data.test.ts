/** Data files on the disk, which come in pieces. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Decoder } from '../../server/disk/decode-pieces.ts';
import { readData } from '../../server/disk/read-data.ts';
import { folderWith, removeFoldersAfterEach } from '../server/folder.ts';

function textOf(path: string, folder: string): string {
  const file = readData(path, folder);
  return 'unreadable' in file ? file.unreadable : [...file.pieces].join('');
}

describe('A data file on the disk', () => {
  removeFoldersAfterEach();

  it('is its text, wherever it was cut', () => {
    // Characters of two, three and four bytes: some of them stand at the end of a piece.
    const text = `\uFEFF${'aé顧😀\n'.repeat(20_000)}`;
    const folder = folderWith({ 'a.csv': text, 'empty.csv': '' });
    assert.equal(textOf(join(folder.path, 'a.csv'), folder.path), text);
    assert.equal(textOf(join(folder.path, 'empty.csv'), folder.path), '');
  });

  it('says in which line it is no UTF-8', () => {
    const lines = Buffer.from('some text\n'.repeat(9_000));
    const folder = folderWith({
      'a.csv': Buffer.concat([lines, Buffer.from([0x61, 0xff, 0x0a]), lines]),
      'b.csv': Buffer.concat([lines, Buffer.from('€').subarray(0, 2)]),
    });
    for (const name of ['a.csv', 'b.csv'])
      assert.throws(
        () => textOf(join(folder.path, name), folder.path),
        /^Error: this file is not UTF-8 \(the first byte that is not stands on line 9001\): save it as UTF-8$/,
      );
  });

  it('has another stamp when it is another one', () => {
    const folder = folderWith({ 'a.csv': 'a' });
    const path = join(folder.path, 'a.csv');
    const stamp = () => {
      const file = readData(path, folder.path);
      return 'stamp' in file ? file.stamp : undefined;
    };
    const first = stamp();
    assert.equal(stamp(), first);
    utimesSync(path, new Date(0), new Date(1000));
    const second = stamp();
    assert.notEqual(second, first);
    truncateSync(path, 0);
    utimesSync(path, new Date(0), new Date(1000));
    assert.notEqual(stamp(), second);
  });

  it('is none: a folder, nothing, a pipe, a link that leads out', function () {
    if (process.platform === 'win32') this.skip();
    const outside = folderWith({ 'a.csv': 'secret' });
    const folder = folderWith({ 'folder.csv/a.csv': '' });
    const said = (name: string) => textOf(join(folder.path, name), folder.path);
    execFileSync('mkfifo', [join(folder.path, 'pipe.csv')]);
    symlinkSync(join(outside.path, 'a.csv'), join(folder.path, 'link.csv'));
    symlinkSync('itself.csv', join(folder.path, 'itself.csv'));
    assert.deepEqual(['folder.csv', 'none.csv', 'pipe.csv', 'link.csv', 'itself.csv'].map(said), [
      'it is a folder, so name a file in it',
      'there is no such file',
      'this is no ordinary file',
      'a link leads out of the workspace, and only files inside it are read',
      'this is a link that leads back to itself',
    ]);
  });
});

describe('Bytes in pieces', () => {
  it('are the same text, or wrong on the same line, as in one', () => {
    const bytes = fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom('a', '\n', 'é', '顧', '😀').map(text => [...Buffer.from(text)]) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }).map(byte => [byte]) },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 9 }), (written, length) => {
        const all = Uint8Array.from(written.flat());
        assert.equal(decoded(all, length), decoded(all, all.length + 1));
      }),
      { numRuns: 3000, examples: [[[[225], [128]], 1]] },
    );
  });
});

function decoded(bytes: Uint8Array, length: number): string {
  const decoder = new Decoder();
  try {
    let text = '';
    for (let at = 0; at < bytes.length; at += length) text += decoder.decode(bytes.subarray(at, at + length));
    return text + decoder.end();
  } catch (error) {
    return (error as Error).message;
  }
}
