/** Folders that come, go and move, and documents that nobody could have written: each is met, and the rest goes on. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { DocumentSymbol, FileEvent, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import type { Client } from './client.ts';
import { type Folder, folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

const goal = (name: string) => `objective ${name}: Love ${name}\n`;

/** Where the objectives are that a search finds, in the order of their files. */
async function found({ connection }: Client, { uri }: Folder): Promise<string[]> {
  const symbols = await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'Love' });
  return symbols.map(({ location }) => location.uri.slice(uri.length + 1)).sort();
}
async function inDocument({ connection }: Client, uri: string): Promise<string[]> {
  const symbols = await connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  return symbols.map(({ name }) => name);
}
const foldersChange = ({ connection }: Client, added: readonly string[], removed: readonly string[]) =>
  connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: added.map(uri => ({ uri, name: uri })), removed: removed.map(uri => ({ uri, name: uri })) },
  });
const watched = ({ connection }: Client, ...changes: FileEvent[]) =>
  connection.sendNotification('workspace/didChangeWatchedFiles', { changes });

describe('a folder', () => {
  it('that is moved takes its files along, where a client speaks of the folder alone', async () => {
    const folder = folderWith({ 'a.okr': goal('a'), 'team/b.okr': goal('b'), 'team/deep/c.okr': goal('c') });
    const client = await startClient({ folders: [folder.uri] });
    assert.deepEqual(await found(client, folder), ['a.okr', 'team/b.okr', 'team/deep/c.okr']);
    renameSync(join(folder.path, 'team'), join(folder.path, 'crew'));
    await watched(client, { uri: folder.uriOf('team'), type: 3 }, { uri: folder.uriOf('crew'), type: 1 });
    assert.deepEqual(await found(client, folder), ['a.okr', 'crew/b.okr', 'crew/deep/c.okr']);
  });

  it('that is moved or deleted in the editor takes its files along', async () => {
    const folder = folderWith({ 'a.okr': goal('a'), 'team/b.okr': goal('b') });
    const fileOperations = { didRename: true, didDelete: true };
    const client = await startClient({ folders: [folder.uri], capabilities: { workspace: { fileOperations } } });
    const offered = client.initialized.capabilities.workspace?.fileOperations;
    assert.deepEqual(Object.keys(offered ?? {}).sort(), ['didDelete', 'didRename']);
    renameSync(join(folder.path, 'team'), join(folder.path, 'crew'));
    const files = [{ oldUri: folder.uriOf('team'), newUri: folder.uriOf('crew') }];
    await client.connection.sendNotification('workspace/didRenameFiles', { files });
    assert.deepEqual(await found(client, folder), ['a.okr', 'crew/b.okr']);
    rmSync(join(folder.path, 'crew'), { recursive: true });
    await client.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: folder.uriOf('crew') }] });
    assert.deepEqual(await found(client, folder), ['a.okr']);
  });

  it('of data that is moved is looked for anew', async () => {
    const folder = folderWith({
      'a.okr': 'objective a: A\n  kr b: B\n    from 1 to 5 points\n    data metrics/n.csv column v\n',
      'metrics/n.csv': 'date,v\n2026-11-01,4\n',
    });
    const client = await startClient({ folders: [folder.uri] });
    const codes = async () => (await client.pull(folder.uriOf('a.okr'))).map(({ code }) => code);
    assert.ok(!(await codes()).includes('data-unreadable'));
    mkdirSync(join(folder.path, 'old'));
    renameSync(join(folder.path, 'metrics'), join(folder.path, 'old/metrics'));
    await watched(client, { uri: folder.uriOf('metrics'), type: 3 });
    while (!(await codes()).includes('data-unreadable'));
  });

  it('that is taken out of the editor is forgotten, and a document of it that is open is not', async () => {
    const folder = folderWith({ 'a/a.okr': goal('a'), 'b/b.okr': goal('b'), 'b/c.okr': goal('c') });
    const client = await startClient({ folders: [folder.uriOf('a'), folder.uriOf('b')] });
    await client.open(folder.uriOf('b/b.okr'), goal('b'));
    await client.change(folder.uriOf('b/b.okr'), { text: goal('other') });
    await foldersChange(client, [], [folder.uriOf('b')]);
    assert.deepEqual(await inDocument(client, folder.uriOf('b/b.okr')), ['other: Love other']);
    assert.deepEqual(await found(client, folder), ['a/a.okr', 'b/b.okr']);
  });

  it('in another one that is taken out stays, as it is in the other', async () => {
    const folder = folderWith({ 'a.okr': `${goal('a')}  supports c\n`, 'in/b.okr': goal('b'), 'in/c.okr': goal('c') });
    const client = await startClient({ folders: [folder.uri, folder.uriOf('in')] });
    assert.deepEqual(await found(client, folder), ['a.okr', 'in/b.okr', 'in/c.okr']);
    await foldersChange(client, [], [folder.uriOf('in')]);
    assert.deepEqual(await found(client, folder), ['a.okr', 'in/b.okr', 'in/c.okr']);
    const codes = (await client.pull(folder.uriOf('a.okr'))).map(({ code }) => code);
    assert.ok(!codes.includes('reference-unresolved'), `${codes}`);
  });

  it('in another one stays when the other is taken out', async () => {
    const folder = folderWith({ 'a.okr': goal('a'), 'in/b.okr': goal('b') });
    const client = await startClient({ folders: [folder.uri, folder.uriOf('in')] });
    await foldersChange(client, [], [folder.uri]);
    assert.deepEqual(await found(client, folder), ['in/b.okr']);
  });
});

describe('a document that is open and too large to be one that a person wrote', () => {
  it('says so, as one on the disk does, and nobody waits for it', async () => {
    const client = await startClient();
    await client.open('file:///w/big.okr', goal('a').repeat(1_300_000));
    await client.open('file:///w/a.okr', goal('a'));
    assert.deepEqual(
      (await client.pull('file:///w/big.okr')).map(({ message }) => message),
      ['This file has 25 MB, and files of more than 20 MB are not read: split it'],
    );
    assert.deepEqual(await inDocument(client, 'file:///w/a.okr'), ['a: Love a']);
    await client.change('file:///w/big.okr', { text: goal('b') });
    assert.deepEqual(await inDocument(client, 'file:///w/big.okr'), ['b: Love b']);
  });
});
