/** Data files through a real server: read, watched, refused, and large ones that nobody waits for. */
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import type { Hover } from 'vscode-languageserver-protocol';
import type { PreviewContent } from '../../server/core/requests/preview.ts';
import { Client, type ClientOptions } from './client.ts';
import { type Folder, folderWith, removeFoldersAfterEach } from './folder.ts';

const okr = (line: string) =>
  `team t\ncycle 2026-Q4\nobjective o: O\n  owner @ana\n  kr k: Revenue in Europe\n    to 100 orders\n    ${line}\n`;
const at = { line: 4, character: 8 };

const clients: Client[] = [];
async function start(options: ClientOptions, prepare?: Parameters<typeof Client.start>[1]): Promise<Client> {
  const client = await Client.start(options, prepare);
  clients.push(client);
  return client;
}

async function hover(client: Client, uri: string, position = at): Promise<string> {
  const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  return (found?.contents as { value: string } | undefined)?.value ?? '';
}
const previewOf = async (client: Client, uri: string): Promise<string> =>
  JSON.stringify(
    await client.connection.sendRequest<PreviewContent>('okr/preview', { uri, scope: 'file', cycle: null, asOf: null }),
  );
/** Asks until the answer is this one: a file is read while others have their turn. */
async function until(ask: () => Promise<string>, pattern: RegExp): Promise<string> {
  for (;;) {
    const answer = await ask();
    if (pattern.test(answer)) return answer;
  }
}
const tell = (client: Client, folder: Folder, changes: Readonly<Record<string, 1 | 2 | 3>>) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: Object.entries(changes).map(([name, type]) => ({ uri: folder.uriOf(name), type })),
  });

describe('data files over the protocol', function () {
  this.timeout(60_000);
  removeFoldersAfterEach();
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
  });

  const kinds: [name: string, write: (...values: number[]) => string][] = [
    [
      'orders.csv',
      (...values) => `date|region|n\n${values.map(n => `2026-11-20|EU|${n}\n2026-11-20|US|7\n`).join('')}`,
    ],
    ['orders.tsv', (...values) => `date\tregion\tn\r\n${values.map(n => `2026-11-20\tEU\t${n}\r\n`).join('')}`],
    ['orders.json', (...n) => JSON.stringify({ rows: n.map(n => ({ date: '2026-11-20', region: 'EU', n })) })],
    ['orders.jsonl', (...n) => n.map(n => JSON.stringify({ date: '2026-11-20', region: 'EU', n })).join('\n')],
  ];
  for (const [name, write] of kinds) {
    it(`${name} moves score, hover and preview when a job rewrites it, also when it goes and comes back`, async () => {
      const folder = folderWith({ 'okr.json': '{ "root": true }', [name]: write(20, 5) });
      const client = await start({ folders: [folder.uri] });
      const uri = folder.uriOf('a.okr');
      await client.open(uri, okr(`data ${name} column n where region = EU sum`));
      await until(() => hover(client, uri), /25 orders/);
      assert.match(await previewOf(client, uri), /25 orders/);

      folder.write(name, write(20, 5, 30));
      await tell(client, folder, { [name]: 2 });
      await until(() => hover(client, uri), /55 orders/);
      assert.match(await until(() => previewOf(client, uri), /55 orders/), /0\.55/);

      const elsewhere = `old-${name}`;
      renameSync(join(folder.path, name), join(folder.path, elsewhere));
      await tell(client, folder, { [name]: 3, [elsewhere]: 1 });
      await until(async () => JSON.stringify(await client.pull(uri)), /cannot be read: there is no such file/);

      await client.change(uri, { text: okr(`data ${elsewhere} column n where region = EU sum`) });
      await until(() => hover(client, uri), /55 orders/);
      assert.doesNotMatch(JSON.stringify(await client.pull(uri)), /data-unreadable/);

      await client.change(uri, { text: okr(`data ${name} column n where region = EU sum`) });
      folder.write(name, write(60));
      await tell(client, folder, { [name]: 1 });
      await until(() => hover(client, uri), /60 orders/);
      assert.doesNotMatch(JSON.stringify(await client.pull(uri)), /data-unreadable/);
    });
  }

  it('a link that leads out of the workspace is refused, one that stays inside is followed', async function () {
    if (process.platform === 'win32') this.skip();
    const outside = folderWith({ 'secret.csv': 'date,n\n2026-11-20,99\n' });
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'metrics/in.csv': 'date,n\n2026-11-20,42\n' });
    symlinkSync(join(outside.path, 'secret.csv'), join(folder.path, 'out.csv'));
    symlinkSync(outside.path, join(folder.path, 'far'));
    symlinkSync(join(folder.path, 'metrics'), join(folder.path, 'near'));
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    for (const path of ['out.csv', 'far/secret.csv']) {
      await client.open(uri, okr(`data ${path} column n`));
      const said = await until(async () => JSON.stringify(await client.pull(uri)), /data-unreadable/);
      assert.match(
        said,
        /`[a-z/.]+` cannot be read: a link leads out of the workspace, and only files inside it are read/,
      );
      assert.doesNotMatch(await hover(client, uri), /99/);
    }
    await client.open(uri, okr('data near/in.csv column n'));
    await until(() => hover(client, uri), /42 orders/);
  });

  it('nobody waits for a large one, and what it said holds while it is read again', async () => {
    const row = '2026-11-20T08:00:00Z,EU,1,a note that makes the file larger\n';
    const many = 400_000;
    const folder = folderWith({
      'okr.json': '{ "root": true }',
      'large.csv': `date,region,n,note\n${row.repeat(many)}`,
    });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    await client.open(uri, okr('data large.csv column n sum').replace('100 orders', '1M orders'));
    const path = { line: 6, character: 10 };
    assert.equal(await hover(client, uri, path), 'This file has not been read yet');
    await until(() => hover(client, uri, path), /400,000 orders/);

    folder.write('large.csv', `date,region,n,note\n${row.repeat(many + 1)}`);
    await tell(client, folder, { 'large.csv': 2 });
    assert.match(await hover(client, uri, path), /400,000 orders/);
    await until(() => hover(client, uri, path), /400,001 orders/);
  });

  it('a value that is nowhere is told once the file is read, and not before', async () => {
    const turns = new EventEmitter();
    const asked = once(turns, 'asked');
    const mayBeRead = once(turns, 'may be read');
    const client = await start({ folders: ['memfs:/w'] }, connection => {
      connection.onRequest('okr/fs/find', () => []);
      connection.onRequest('okr/fs/read', async ({ uri }: { uri: string }) => {
        if (!uri.endsWith('.csv')) return null;
        turns.emit('asked');
        await mayBeRead;
        return { base64: Buffer.from('date,region,n\n2026-11-20,EU,36\n').toString('base64') };
      });
    });
    const uri = 'memfs:/w/a.okr';
    await client.open(uri, okr('data orders.csv column n where region = XX'));
    const pull = async () => JSON.stringify(await client.pull(uri));
    await pull();
    await asked;
    assert.doesNotMatch(await pull(), /data-unreadable/);
    turns.emit('may be read');
    assert.match(await until(pull, /data-unreadable/), /no row where `region` is `XX`: it has `EU`/);
  });

  it('through the editor are read as far as it goes', async () => {
    const texts: Record<string, string> = { 'orders.jsonl': '{"date": "2026-11-20", "n": 36}\n' };
    const client = await start({ folders: ['memfs:/w'] }, connection => {
      connection.onRequest('okr/fs/find', () => []);
      connection.onRequest('okr/fs/read', ({ uri }: { uri: string }): object | null => {
        const name = uri.slice(uri.lastIndexOf('/') + 1);
        if (name === 'huge.csv')
          return { unreadable: 'This file has 80 MB, and in this editor at most 20 MB are read' };
        const text = texts[name];
        return text === undefined ? null : { base64: Buffer.from(text).toString('base64') };
      });
    });
    const uri = 'memfs:/w/a.okr';
    await client.open(uri, okr('data orders.jsonl column n'));
    await until(() => hover(client, uri), /36 orders/);
    texts['orders.jsonl'] = '{"date": "2026-11-20", "n": 37}\n';
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'memfs:/w/orders.jsonl', type: 2 }],
    });
    await until(() => hover(client, uri), /37 orders/);
    await client.open(uri, okr('data huge.csv column n'));
    const said = await until(async () => JSON.stringify(await client.pull(uri)), /data-unreadable/);
    assert.match(said, /`huge\.csv` cannot be read: this file has 80 MB, and in this editor at most 20 MB are read/);
  });
});
