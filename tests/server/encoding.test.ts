/** A file that is not UTF-8 and is open in the editor, which shows something for every byte. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { Client } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});
removeFoldersAfterEach();

const text =
  'cycle 2026-Q4\n\nobjective groß: Groß\n  ownr @li\n  kr a: A\n    to 3\n    checkin 2026-11-20 2\n  kr b: B\n    to 4\n    checkin 2026-11-20 3\n';

describe('a file that is not UTF-8 and is open', () => {
  it('has this one message, whatever the editor shows, until it is saved as UTF-8', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': Buffer.from(text, 'latin1') });
    const started = await Client.start({ folders: [folder.uri] });
    client = started;
    const uri = folder.uriOf('a.okr');
    const found = async () => (await started.pull(uri)).map(({ code, range }) => [code, range.start.line]);
    const save = async (content: string | Uint8Array) => {
      folder.write('a.okr', content);
      await started.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    };
    assert.deepEqual(await found(), [['file-encoding', 0]]);
    await started.open(uri, text.replaceAll('ß', '\ufffd'));
    assert.deepEqual(await found(), [['file-encoding', 0]]);
    await started.change(uri, { text });
    assert.deepEqual(await found(), [['file-encoding', 0]]);
    await save(text);
    assert.deepEqual(await found(), [['unknown-keyword', 3]]);
    await save(Buffer.from(text, 'latin1'));
    assert.deepEqual(await found(), [['file-encoding', 0]]);
  });

  it('is what is on the disk again once it is closed', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': text });
    const started = await Client.start({ folders: [folder.uri] });
    client = started;
    const uri = folder.uriOf('a.okr');
    await started.open(uri, text);
    folder.write('a.okr', Buffer.from(text, 'latin1'));
    await started.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    let codes = (await started.pull(uri)).map(({ code }) => code);
    while (!codes.includes('file-encoding')) codes = (await started.pull(uri)).map(({ code }) => code);
    assert.deepEqual(codes, ['file-encoding']);
  });
});
