/** Targets that were lowered in place, told by a real server process: from git, or from the editor's own. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { commit, git, skipWithoutGit } from '../repository.ts';
import type { Client, ClientOptions } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

async function start(
  options: ClientOptions,
  prepare: (connection: ProtocolConnection) => void = () => {},
): Promise<Client & { refreshed: () => Promise<void> }> {
  let refreshed = () => {};
  const client = await startClient(options, connection => {
    connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed();
      return null;
    });
    prepare(connection);
  });
  return Object.assign(client, {
    refreshed: () => new Promise<void>(resolve => (refreshed = resolve)),
  });
}
stopClientsAfterEach();
removeFoldersAfterEach();

const text = (measure: string) => `cycle 2026-Q4

objective love: Customers love us
  owner @ana
  kr nps: Our score
    ${measure}
    checkin 2026-11-14 41 points
  kr tickets: Cut recurring tickets
    from 420 to 294
    checkin 2026-11-14 371
`;
const agreed = text('from 32 to 50 points');
const lowered = text('from 32 to 44 points');
const goal = { start: { line: 5, character: 15 }, end: { line: 5, character: 24 } };

async function said(client: Client, uri: string): Promise<string[]> {
  const found = (await client.pull(uri)).filter(({ code }) => code === 'goalpost-moved');
  return found.map(({ message }) => String(message).replace(/: put it back.*/, ''));
}

/** What is said in the end, by a server that says when to ask again. */
async function told(client: Awaited<ReturnType<typeof start>>, uri: string, what = /./): Promise<string[]> {
  for (;;) {
    const next = client.refreshed();
    const found = await said(client, uri);
    if (found.some(message => what.test(message))) return found;
    await next;
  }
}

function repository(): ReturnType<typeof folderWith> {
  const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': agreed });
  git(folder.path, ['init', '--quiet']);
  commit(folder.path, '2026-09-25', 'What we are going for');
  return folder;
}

describe('the past of files over the protocol', function () {
  skipWithoutGit(this);
  const uncommitted = 'This target began as `50 points` in git, and its cycle is under way';

  it('comes after the first diagnostics, which do not wait for it', async () => {
    const folder = repository();
    const id = commit(folder.path, '2026-11-03', 'Be realistic', { 'a.okr': lowered });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    await client.open(uri, lowered);
    assert.deepEqual(await said(client, uri), []);
    assert.deepEqual(await told(client, uri), [
      `This target began as \`50 points\`; commit ${id.slice(0, 8)} (“Be realistic”) made it \`44 points\` on 3 Nov`,
    ]);
    await client.change(uri, { range: goal, text: '50 points' });
    assert.deepEqual(await said(client, uri), []);
    await client.change(uri, { range: goal, text: '45 points' });
    assert.deepEqual(await said(client, uri), [uncommitted]);
  });

  it('is looked at again when there is another commit', async () => {
    const folder = repository();
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    await client.open(uri, lowered);
    assert.deepEqual(await told(client, uri), [uncommitted]);
    const id = commit(folder.path, '2026-11-03', 'Be realistic', { 'a.okr': lowered });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('.git/logs/HEAD'), type: 2 }],
    });
    assert.match((await told(client, uri, /commit/))[0] ?? '', new RegExp(id.slice(0, 8)));
  });

  it('of a file that nobody has open counts, too, and again when that has changed', async () => {
    const folder = repository();
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    assert.deepEqual(await said(client, uri), []);
    // Nothing has changed since: there is nothing to refresh for.
    await new Promise(resolve => setTimeout(resolve, 700));
    writeFileSync(join(folder.path, 'a.okr'), lowered);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    assert.deepEqual(await told(client, uri), [uncommitted]);
  });

  it('is not looked at before the workspace is trusted', async () => {
    const folder = repository();
    const client = await start({ folders: [folder.uri], revisions: false });
    const uri = folder.uriOf('a.okr');
    await client.open(uri, lowered);
    assert.deepEqual(await said(client, uri), []);
    await new Promise(resolve => setTimeout(resolve, 700));
    assert.deepEqual(await said(client, uri), []);
    await client.connection.sendNotification('okr/revisionsChanged', { allowed: true });
    assert.deepEqual(await told(client, uri), [uncommitted]);
  });

  it('is asked of the editor where only that can reach the files', async () => {
    const base = 'memfs://host/w';
    const uri = `${base}/a.okr`;
    const asked: unknown[] = [];
    const client = await start({ folders: [base] }, connection => {
      connection.onRequest('okr/fs/find', () => [uri]);
      connection.onRequest('okr/fs/read', () => ({ base64: Buffer.from(lowered).toString('base64') }));
      connection.onRequest('okr/revisions', params => {
        asked.push(params);
        return [
          { id: 'b'.repeat(40), day: '2026-11-03', author: 'Ana', subject: 'Be realistic', text: lowered },
          { id: 'a'.repeat(40), day: '2026-09-25', author: 'Ana', subject: 'What we are going for', text: agreed },
        ];
      });
    });
    await client.open(uri, lowered);
    assert.deepEqual(await told(client, uri), [
      'This target began as `50 points`; commit bbbbbbbb (“Be realistic”) made it `44 points` on 3 Nov',
    ]);
    assert.deepEqual(asked, [{ uri, since: '2026-10-01' }]);
  });

  it('is none where an editor knows of none, and nobody hears of it', async () => {
    const uri = 'memfs://host/w/a.okr';
    const client = await start({ folders: ['memfs://host/w'] }, connection => {
      connection.onRequest('okr/fs/find', () => [uri]);
      connection.onRequest('okr/fs/read', () => ({ base64: Buffer.from(lowered).toString('base64') }));
    });
    await client.open(uri, lowered);
    await client.pull(uri);
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.deepEqual(await said(client, uri), []);
  });
});
