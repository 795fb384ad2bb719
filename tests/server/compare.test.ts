/** *OKR: Compare with…* over the protocol, by a real server process: from git, or from the editor's own. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import type { CompareAnswer, RevisionChoice, RevisionWanted } from '../../server/core/requests/compare.ts';
import { commit, git, skipWithoutGit } from '../repository.ts';
import type { Client, ClientOptions } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

async function start(options: ClientOptions, prepare?: (connection: ProtocolConnection) => void): Promise<Client> {
  return startClient({ today: '2026-11-21', ...options }, prepare);
}
stopClientsAfterEach();
removeFoldersAfterEach();

const text = (value: number) => `cycle 2026-Q4

objective love: Customers love us
  owner @ana
  kr nps: Our score
    from 30 to 50 points
    checkin 2026-11-06 ${value} points
`;

function repository() {
  const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': text(34) });
  git(folder.path, ['init', '--quiet']);
  commit(folder.path, '2026-10-05', 'What we go for');
  git(folder.path, ['tag', 'v1'], '2026-10-05');
  commit(folder.path, '2026-11-10', 'Check in', { 'a.okr': text(38) });
  return folder;
}

const choices = (client: Client, uri: string) =>
  client.connection.sendRequest<RevisionChoice[]>('okr/revisionChoices', { uri });
const compare = async (client: Client, uri: string, wanted: RevisionWanted) =>
  (await client.connection.sendRequest<CompareAnswer>('okr/compare', { uri, wanted })).text;

describe('a comparison over the protocol', function () {
  skipWithoutGit(this);

  it('offers days, branches, tags and commits', async () => {
    const folder = repository();
    const client = await start({ folders: [folder.uri] });
    const found = await choices(client, folder.uriOf('a.okr'));
    assert.deepEqual(
      found.map(({ group, label }) => `${group}: ${label}`),
      [
        'days: A week ago',
        'days: Start of 2026-Q4',
        'branches: main',
        'tags: v1',
        'commits: Check in',
        'commits: What we go for',
      ],
    );
    assert.deepEqual(found[0]?.wanted, { day: '2026-11-14' });
  });

  it('tells what differs from a revision, with what is not saved yet', async () => {
    const folder = repository();
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    await client.open(uri, text(44));
    const tag = await compare(client, uri, { revision: 'refs/tags/v1' });
    assert.match(tag, /^### What changes in the OKRs\n/);
    assert.match(tag, /\| Our score +\| 0\.20\s→\s0\.70 \|/);
    assert.match(tag, /<sub>v1 \([0-9a-f]{8}, 5 Oct\) → now\./);
    assert.match(await compare(client, uri, { revision: 'HEAD' }), /\| Our score +\| 0\.40\s→\s0\.70 \|/);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.match(await compare(client, uri, { revision: 'HEAD' }), /Nothing\./);
  });

  it('tells what differs from a day', async () => {
    const folder = repository();
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    assert.match(await compare(client, uri, { day: '2026-11-09' }), /0\.20\s→\s0\.40/);
    await assert.rejects(compare(client, uri, { day: '2026-10-01' }), /There was no commit yet on 2026-10-01\./);
  });

  it('says in a sentence what cannot be', async () => {
    const folder = repository();
    const client = await start({ folders: [folder.uri] });
    await assert.rejects(
      compare(client, folder.uriOf('a.okr'), { revision: 'mian' }),
      /There is no revision `mian`: did you mean `main`\?/,
    );
    const bare = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': text(34) });
    const other = await start({ folders: [bare.uri] });
    await assert.rejects(choices(other, bare.uriOf('a.okr')), /is in no git repository\./);
  });

  it('goes by days where only the editor can reach the files, and its own git knows them', async () => {
    const base = 'memfs://host/w';
    const uri = `${base}/a.okr`;
    const client = await start({ folders: [base] }, connection => {
      connection.onRequest('okr/fs/find', () => [uri]);
      connection.onRequest('okr/fs/read', () => ({ base64: Buffer.from(text(44)).toString('base64') }));
      connection.onRequest('okr/revisions', () => [
        { id: 'b'.repeat(40), day: '2026-11-10', author: 'Ana', subject: 'Check in', text: text(38) },
        { id: 'a'.repeat(40), day: '2026-10-05', author: 'Ana', subject: 'What we go for', text: text(34) },
      ]);
    });
    assert.deepEqual(
      (await choices(client, uri)).map(({ group }) => group),
      ['days', 'days'],
    );
    assert.match(await compare(client, uri, { day: '2026-11-09' }), /0\.20\s→\s0\.70/);
    assert.match(await compare(client, uri, { day: '2026-11-14' }), /0\.40\s→\s0\.70/);
  });

  it('says so where there is no history, as in the browser', async () => {
    const uri = 'memfs://host/w/a.okr';
    const client = await start({ folders: ['memfs://host/w'] }, connection => {
      connection.onRequest('okr/fs/find', () => [uri]);
      connection.onRequest('okr/fs/read', () => ({ base64: Buffer.from(text(44)).toString('base64') }));
      connection.onRequest('okr/revisions', () => null);
    });
    await assert.rejects(choices(client, uri), /the editor knows no history of these files/);
  });
});
