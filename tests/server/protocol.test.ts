/** The language server as a client meets it: a real process, real messages. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';
import type { CycleChoice } from '../../server/core/requests/cycles.ts';
import type { PreviewContent } from '../../server/core/requests/preview.ts';
import type { ReportAnswer } from '../../server/core/requests/report.ts';
import { type ClientOptions, servers } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

const love = `cycle 2026-Q4

objective love: Customers love us
  owner @maria
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-11-14 41 points confidence 7/10
  kr second: Families who order a second time
    from 34% to 45%
    checkin 2026-11-14 40%
`;
/** Only its time is missing. */
const wish = 'objective a: A\n  kr b: B\n    to 3\n  kr c: C\n    to 4\n';
const pushing: ClientOptions = { capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } };
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const at = (line: number, character: number) => ({ line, character });

/** What the server pushes, in the order in which it comes. */
function pushes(options: ClientOptions) {
  const seen: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  const client = startClient(options, connection => {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      seen.push(params);
      for (const look of waiting) look();
    });
  });
  const until = (fits: (params: PublishDiagnosticsParams) => boolean) =>
    new Promise<PublishDiagnosticsParams>(resolve => {
      const look = () => {
        const found = seen.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { client, until };
}

describe('diagnostics over the protocol', () => {
  it('are pulled, with code, link, severity and related places', async () => {
    const client = await startClient();
    await client.open('file:///w/a.okr', `${love}objective love: Another of that name\n`);
    const found = await client.pull('file:///w/a.okr');
    const duplicate = found.find(({ code }) => code === 'duplicate-name');
    assert.equal(duplicate?.severity, 1);
    assert.equal(duplicate?.source, 'okr');
    assert.match(duplicate?.codeDescription?.href ?? '', /#duplicate-name$/);
    assert.equal(duplicate?.relatedInformation?.length, 1);
  });

  it('come to a client that says nothing about folders', async () => {
    const client = await startClient({ folders: null });
    await client.open('file:///w/a.okr', 'objectve love: Love us\n');
    assert.deepEqual(codes(await client.pull('file:///w/a.okr')), ['unknown-keyword', 'timeframe-missing']);
  });

  it('follow each incremental change, and say when nothing has changed', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    await client.open(uri, love);
    assert.deepEqual(codes(await client.pull(uri)), []);
    await client.change(uri, { range: { start: at(5, 0), end: at(6, 0) }, text: '' });
    const broken = await client.connection.sendRequest<{ kind: string; resultId: string; items: Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    assert.deepEqual(codes(broken.items), ['kr-unmeasurable']);
    assert.deepEqual(broken.items[0]?.range, { start: at(4, 10), end: at(4, 38) });
    const again = await client.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: broken.resultId,
    });
    assert.deepEqual(again, { kind: 'unchanged', resultId: broken.resultId });
    await client.change(uri, { range: { start: at(5, 0), end: at(5, 0) }, text: '    from 32 to 50 points\n' });
    assert.deepEqual(codes(await client.pull(uri)), []);
  });

  it('follow a related place that moves in another file', async () => {
    const client = await startClient();
    const [a, b] = ['file:///w/a.okr', 'file:///w/b.okr'];
    await client.open(a, 'cycle 2026-Q4\nobjective love: One\n');
    await client.open(b, 'cycle 2026-Q4\nobjective love: Two\n');
    const lineOfOther = async () =>
      (await client.pull(b)).find(({ code }) => code === 'duplicate-name')?.relatedInformation?.[0]?.location.range
        .start.line;
    assert.equal(await lineOfOther(), 1);
    await client.change(a, { range: { start: at(0, 0), end: at(0, 0) }, text: '# Two lines\n\n' });
    assert.equal(await lineOfOther(), 3);
  });

  it('take a reference to another file from the disk into account', async () => {
    const folder = folderWith({
      'okr.json': '{ "root": true }',
      'company.okr': 'team company\ncycle 2026\nobjective grow: Grow\n  kr k: Clients\n    to 10\n',
    });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('growth.okr');
    await client.open(
      uri,
      'team growth\ncycle 2026-Q4\nobjective a: A\n  supports company/grow.k\n  supports company/grwo.k\n',
    );
    const found = (await client.pull(uri)).filter(({ code }) => code === 'unresolved-reference');
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [4],
    );
    assert.match(String(found[0]?.message), /company\/grow\.k/);
  });

  it('are of the right workspace for what was opened before it was read', async () => {
    const folder = folderWith({
      'okr.json': '{ "root": true }',
      'company.okr': 'team company\ncycle 2026\nobjective grow: Grow\n  kr k: Clients\n    to 10\n',
    });
    const uri = folder.uriOf('growth/q4.okr');
    let answer = () => {};
    const asked = new Promise<void>(resolve => (answer = resolve));
    const client = await startClient({ folders: [folder.uri.replace('file:', 'memfs:')] }, connection => {
      connection.onRequest('okr/fs/find', async () => {
        await asked;
        return [folder.uriOf('okr.json'), folder.uriOf('company.okr')].map(each => each.replace('file:', 'memfs:'));
      });
      connection.onRequest('okr/fs/read', (params: { uri: string }) => ({
        base64: readFileSync(new URL(params.uri.replace('memfs:', 'file:'))).toString('base64'),
      }));
    });
    const text =
      'team growth\ncycle 2026-Q4\nobjective a: A\n  owner @ana\n  supports company/grow.k\n  kr b: B\n    to 3\n    checkin 2026-11-20 2\n  kr c: C\n    to 4\n    checkin 2026-11-20 2\n';
    await client.open(uri.replace('file:', 'memfs:'), text);
    answer();
    assert.deepEqual(await client.pull(uri.replace('file:', 'memfs:')), []);
  });

  it('of the whole workspace are pulled too', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': love, 'b/c.okr': 'objektive\n' });
    const client = await startClient({ folders: [folder.uri] });
    const { items } = await client.connection.sendRequest<{
      items: { uri: string; resultId: string; items: Diagnostic[] }[];
    }>('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(
      Object.fromEntries(items.map(item => [item.uri.slice(folder.uri.length + 1), codes(item.items)])),
      {
        'a.okr': [],
        'b/c.okr': ['unknown-keyword'],
        'okr.json': [],
      },
    );
    const again = await client.connection.sendRequest<{ items: { kind: string }[] }>('workspace/diagnostic', {
      previousResultIds: items.map(({ uri, resultId }) => ({ uri, value: resultId })),
    });
    assert.deepEqual(
      again.items.map(({ kind }) => kind),
      ['unchanged', 'unchanged', 'unchanged'],
    );
  });

  it('are pushed to a client that cannot pull', async () => {
    const { client, until } = pushes(pushing);
    const { connection } = await client;
    const uri = 'file:///w/a.okr';
    await (await client).open(uri, love.replace('from 32', 'form 32'));
    const first = await until(params => params.uri === uri && params.diagnostics.length > 0);
    assert.deepEqual(codes(first.diagnostics), ['unknown-keyword']);
    await (await client).change(uri, { text: love });
    await until(params => params.uri === uri && params.diagnostics.length === 0);
    assert.ok(connection);
  });

  it('follow files that change on the disk', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'company.okr': 'team company\ncycle 2026\n' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('growth.okr');
    await client.open(uri, 'team growth\ncycle 2026-Q4\nobjective a: A\n  supports company/grow\n');
    assert.ok(codes(await client.pull(uri)).includes('unresolved-reference'));
    folder.write('company.okr', 'team company\ncycle 2026\nobjective grow: Grow\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('company.okr'), type: 2 }],
    });
    assert.ok(!codes(await client.pull(uri)).includes('unresolved-reference'));
  });

  it('follow the settings, and speak of mistakes in them', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true, "rules": { "timeframe-missing": "off" } }' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    await client.open(uri, wish);
    assert.deepEqual(codes(await client.pull(uri)), []);
    const settings = folder.uriOf('okr.json');
    await client.open(settings, '{ "root": true, "rulse": {} }', 'jsonc');
    assert.deepEqual(codes(await client.pull(settings)), ['settings-invalid']);
    assert.deepEqual(codes(await client.pull(uri)), ['timeframe-missing']);
  });

  it('say of a file that is no UTF-8 where, and check the others', async () => {
    const folder = folderWith({
      'okr.json': '{ "root": true }',
      'bad.okr': Buffer.from([0x6f, 0x0a, 0xff, 0xfe]),
      'good.okr': love,
    });
    const client = await startClient({ folders: [folder.uri] });
    const [bad] = await client.pull(folder.uriOf('bad.okr'));
    assert.equal(bad?.code, 'file-encoding');
    assert.match(String(bad?.message), /line 2/);
    assert.deepEqual(await client.pull(folder.uriOf('good.okr')), []);
  });

  it('say of an okr.json that is no UTF-8 where, until it is, and what it said before holds', async () => {
    const broken = Buffer.from('{\n  "root": "\xe9"\n}\n', 'latin1');
    const off = '{ "root": true, "rules": { "timeframe-missing": "off" } }';
    const folder = folderWith({ 'okr.json': off, 'sub/okr.json': broken, 'a.okr': wish });
    const client = await startClient({ folders: [folder.uri] });
    const write = (name: string, content: string | Uint8Array) => {
      folder.write(name, content);
      return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: folder.uriOf(name), type: 2 }],
      });
    };
    const [found] = await client.pull(folder.uriOf('sub/okr.json'));
    assert.equal(found?.code, 'file-encoding');
    assert.match(String(found?.message), /line 2/);
    await write('sub/okr.json', '{}');
    assert.deepEqual(await client.pull(folder.uriOf('sub/okr.json')), []);
    assert.deepEqual(codes(await client.pull(folder.uriOf('a.okr'))), []);
    await write('okr.json', broken);
    assert.deepEqual(codes(await client.pull(folder.uriOf('okr.json'))), ['file-encoding']);
    assert.deepEqual(codes(await client.pull(folder.uriOf('a.okr'))), []);
    await write('okr.json', '{ "root": true }');
    assert.deepEqual(codes(await client.pull(folder.uriOf('okr.json'))), []);
    assert.deepEqual(codes(await client.pull(folder.uriOf('a.okr'))), ['timeframe-missing']);
  });

  it('forget what an okr.json said that is gone', async () => {
    const off = '{ "root": true, "rules": { "timeframe-missing": "off" } }';
    const folder = folderWith({ 'okr.json': off, 'a.okr': wish });
    const client = await startClient({ folders: [folder.uri] });
    assert.deepEqual(codes(await client.pull(folder.uriOf('a.okr'))), []);
    rmSync(join(folder.path, 'okr.json'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('okr.json'), type: 3 }],
    });
    let found = await client.pull(folder.uriOf('a.okr'));
    while (found.length === 0) found = await client.pull(folder.uriOf('a.okr'));
    assert.deepEqual(codes(found), ['timeframe-missing']);
  });

  it('are pulled once for each file of the workspace, one that cannot be read among them', async () => {
    const folder = folderWith({ 'okr.json': Buffer.from([0xff]), 'a.okr': love, 'b.okr': Buffer.from([0xff]) });
    const client = await startClient({ folders: [folder.uri] });
    const { items } = await client.connection.sendRequest<{ items: { uri: string; items: Diagnostic[] }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    assert.deepEqual(items.map(item => [item.uri.slice(folder.uri.length + 1), ...codes(item.items)]).toSorted(), [
      ['a.okr'],
      ['b.okr', 'file-encoding'],
      ['okr.json', 'file-encoding'],
    ]);
  });

  it('follow the okr.json that is open, whatever the disk says', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': wish });
    const virtual = (uri: string) => uri.replace('file:', 'memfs:');
    const uri = virtual(folder.uriOf('a.okr'));
    const settings = virtual(folder.uriOf('okr.json'));
    let answer = () => {};
    const asked = new Promise<void>(resolve => (answer = resolve));
    const client = await startClient({ folders: [virtual(folder.uri)] }, connection => {
      connection.onRequest('okr/fs/find', () => asked.then(() => [uri, settings]));
      connection.onRequest('okr/fs/read', (params: { uri: string }) => ({
        base64: readFileSync(new URL(params.uri.replace('memfs:', 'file:'))).toString('base64'),
      }));
    });
    await client.open(settings, '{ "root": true, "rules": { "timeframe-missing": "off" } }', 'jsonc');
    answer();
    assert.deepEqual(codes(await client.pull(uri)), []);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: settings } });
    const closed = async () => codes(await client.pull(uri));
    let found = await closed();
    while (found.length === 0) found = await closed();
    assert.deepEqual(found, ['timeframe-missing']);
  });

  it('say of a file that is too large how large it may be', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': '' });
    truncateSync(join(folder.path, 'a.okr'), 50 * 1024 * 1024);
    const client = await startClient({ folders: [folder.uri] });
    const [large] = await client.pull(folder.uriOf('a.okr'));
    assert.equal(large?.code, 'file-unreadable');
    assert.equal(large?.message, 'This file has 50 MB, and files of more than 20 MB are not read: split it');
  });

  it('say of data that is not there, or is no text, what the command line says', async () => {
    const kpi = (name: string) => `kpi ${name}\n  healthy at least 1\n  data ${name}.csv column v\n`;
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'bytes.csv': Buffer.from([0xff]) });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    await client.open(uri, `team t\n${kpi('none')}${kpi('bytes')}`);
    let found: readonly Diagnostic[] = [];
    while (found.length === 0) found = await client.pull(uri);
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        '`none.csv` cannot be read: there is no such file',
        '`bytes.csv` cannot be read: this file is not UTF-8 (the first byte that is not stands on line 1): save it as UTF-8',
      ],
    );
  });

  it('refuse a data path that leaves the workspace', async () => {
    const folder = folderWith({ 'okr.json': '{ "root": true }' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('a.okr');
    await client.open(
      uri,
      'cycle 2026-Q4\nobjective a: A\n  kr b: B\n    keep at least 5\n    data ../../etc/passwd column x\n  kr c: C\n    to 4\n    checkin 2026-11-20 3\n',
    );
    assert.deepEqual(codes(await client.pull(uri)), ['data-outside-workspace']);
  });

  it('keep workspaces apart', async () => {
    const company = 'team company\ncycle 2026-Q4\nobjective grow: Grow\n  kr k: K\n    to 3\n';
    const folder = folderWith({
      'one/okr.json': '{ "root": true }',
      'one/a.okr': company,
      'two/okr.json': '{ "root": true }',
    });
    const client = await startClient({ folders: [folder.uriOf('one'), folder.uriOf('two')] });
    const uri = folder.uriOf('two/b.okr');
    await client.open(
      uri,
      'team company\ncycle 2026-Q4\nobjective b: B\n  owner @ana\n  supports grow\n  kr k: K\n    to 3\n    checkin 2026-11-20 2\n  kr l: L\n    to 4\n    checkin 2026-11-20 2\n',
    );
    assert.deepEqual(codes(await client.pull(uri)), ['unresolved-reference']);
  });
});

describe('features over the protocol', () => {
  it('hover shows the score, at the day that the client gave', async () => {
    const client = await startClient({ today: '2026-11-21' });
    const uri = 'file:///w/a.okr';
    await client.open(uri, love);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: at(4, 6),
    });
    assert.match((hover.contents as { value: string }).value, /0\.50/);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { okr: { today: '2026-11-01' } },
    });
    const before = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: at(4, 6),
    });
    assert.doesNotMatch((before.contents as { value: string }).value, /0\.50/);
  });

  it('completion offers what fits, with its documentation on resolve', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    await client.open(uri, `${love}    `);
    const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: at(10, 4),
    });
    const checkin = list.items.find(({ label }) => label.startsWith('checkin'));
    assert.ok(checkin, `checkin is in ${list.items.map(({ label }) => label).join(', ')}`);
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', checkin);
    assert.ok(resolved.documentation);
  });

  it('a quick fix puts right what was misspelled', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    await client.open(uri, love.replace('objective', 'objectve'));
    const range = { start: at(2, 0), end: at(2, 3) };
    const diagnostics = await client.pull(uri);
    const [fix] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
    assert.equal(fix?.isPreferred, true);
    assert.deepEqual(fix?.edit?.changes?.[uri], [{ range: { start: at(2, 0), end: at(2, 8) }, newText: 'objective' }]);
  });

  it('formatting changes only what is not as it should be', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    await client.open(uri, love.replace('  owner @maria', '   owner   @maria'));
    const edits = await client.connection.sendRequest<{ range: { start: { line: number } } }[]>(
      'textDocument/formatting',
      { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } },
    );
    assert.deepEqual([...new Set(edits.map(({ range }) => range.start.line))], [3]);
  });
});

describe('our own requests', () => {
  const company = `${servers.source}/../../../samples/company/`;
  const uri = new URL(`file://${company}growth/2026-Q4.okr`).href;

  it('cycles, preview and report speak of the same workspace', async () => {
    const client = await startClient({ folders: [new URL(`file://${company}`).href.replace(/\/$/, '')] });
    const cycles = await client.connection.sendRequest<CycleChoice[]>('okr/cycles', { uri });
    assert.equal(cycles.find(({ current }) => current) !== undefined, true);
    const preview = await client.connection.sendRequest<PreviewContent>('okr/preview', {
      uri,
      scope: 'file',
      cycle: null,
    });
    assert.equal(preview.report?.cycle.id, '2026-Q4');
    const report = await client.connection.sendRequest<ReportAnswer>('okr/report', {
      uri,
      cycle: '2026-Q4',
      team: 'growth',
      format: 'markdown',
    });
    assert.match(report.text, /^# /);
    assert.match(report.fileName, /2026-Q4.*\.md$/);
    const agenda = await client.connection.sendRequest<ReportAnswer>('okr/report', {
      uri,
      cycle: '2026-Q4',
      team: null,
      format: 'markdown',
      what: 'agenda',
    });
    assert.match(agenda.text, /^# Agenda of /);
    assert.match(agenda.fileName, /^agenda-2026-Q4.*\.md$/);
    const digest = await client.connection.sendRequest<ReportAnswer>('okr/report', {
      uri,
      cycle: '2026-Q4',
      team: null,
      format: 'markdown',
      what: 'digest',
      days: 14,
    });
    assert.match(digest.text, /^# The last 14 days\n/);
    assert.match(digest.fileName, /^digest-2026-Q4.*\.md$/);
    await assert.rejects(
      client.connection.sendRequest('okr/report', { uri, cycle: '1999', team: null, format: 'markdown' }),
      /1999/,
    );
  });

  it('tell of a change while somebody types', async () => {
    const changed = new Promise<{ uris: string[] }>(resolve => {
      void startClient({}, connection =>
        connection.onNotification('okr/changed', params => params.uris.includes('file:///w/a.okr') && resolve(params)),
      ).then(client => client.open('file:///w/a.okr', love));
    });
    assert.deepEqual((await changed).uris, ['file:///w/a.okr']);
  });

  it('read files through the client where the server cannot reach them', async () => {
    const files: Record<string, string> = {
      'okr.json': '{ "root": true }',
      'company.okr': 'team company\ncycle 2026\nobjective grow: Grow\n',
    };
    const base = 'memfs://host/w';
    const client = await startClient({ folders: [base] }, connection => {
      connection.onRequest('okr/fs/find', () => Object.keys(files).map(name => `${base}/${name}`));
      connection.onRequest('okr/fs/read', ({ uri }: { uri: string }) => {
        const text = files[uri.slice(base.length + 1)];
        return text === undefined ? null : { base64: Buffer.from(text).toString('base64') };
      });
    });
    await client.open(
      `${base}/growth.okr`,
      'team growth\ncycle 2026-Q4\nobjective a: A\n  owner @ana\n  supports company/grow\n  kr b: B\n    to 3\n    checkin 2026-11-20 2\n  kr c: C\n    to 4\n    checkin 2026-11-20 2\n',
    );
    assert.deepEqual(await client.pull(`${base}/growth.okr`), []);
  });
});

describe('the process', () => {
  it('speaks over the channel to the process that started it', async () => {
    const child = fork(servers.dist, ['--node-ipc'], { silent: true });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const { serverInfo } = await connection.sendRequest<{ serverInfo: { name: string } }>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    assert.equal(serverInfo.name, 'okr');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
  });

  it('announces the version that ships', async () => {
    const client = await startClient();
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    assert.equal(client.initialized.serverInfo?.version, version);
    assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');
  });
});
