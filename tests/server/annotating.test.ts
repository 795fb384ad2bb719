/** What is shown over, beside and above the text, as a client meets it: a real process, real messages. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  MarkupContent,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol';
import type { CheckInSubject } from '../../server/core/requests/check-in.ts';
import { git, hasGit } from '../repository.ts';
import type { Client, ClientOptions } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

/** A client that can be asked to ask again, and how often it was. */
async function start(options: ClientOptions = {}) {
  const asked: string[] = [];
  const waiting = new Set<() => void>();
  const client = await startClient({ capabilities: refreshing, ...options }, connection => {
    for (const kind of ['semanticTokens', 'inlayHint', 'codeLens']) {
      connection.onRequest(`workspace/${kind}/refresh`, () => {
        asked.push(kind);
        for (const look of waiting) look();
        return null;
      });
    }
  });
  const until = (...kinds: string[]) =>
    new Promise<void>(resolve => {
      const look = () => {
        if (kinds.every(kind => asked.includes(kind))) resolve();
      };
      waiting.add(look);
      look();
    });
  return { client, asked, until };
}
stopClientsAfterEach();
removeFoldersAfterEach();

const support = { refreshSupport: true };
const refreshing: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { semanticTokens: support, inlayHint: support, codeLens: support },
};
const commands = ['okr.checkIn', 'okr.quarterlyReport', 'okr.addReading', 'okr.openPreviewToSide'];
const quarter = `team growth
cycle 2026-Q4
objective love: Customers love us
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-10-31 36 points
    checkin 2026-11-14 41 points
`;
const other = `team growth
cycle 2026-Q4
objective grow: Grow
  supports love.nps
  kr shared: Shared
    follows love.nps
kpi promoters: Promoters
  follows love.nps
kpi uptime: Uptime
  reading 2026-11-14 99.9%
`;
const at = (line: number, character: number) => ({ line, character });
const whole = { start: at(0, 0), end: at(100, 0) };
const uri = 'file:///w/a.okr';
const beside = 'file:///w/b.okr';

const hints = ({ connection }: Client, of: string, range = whole) =>
  connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: of }, range });
const labels = async (client: Client, of: string, range = whole) =>
  (await hints(client, of, range)).map(({ position, label }) => `${position.line} ${label}`);
const lenses = async ({ connection }: Client, of: string) => {
  const found = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: of } });
  return Promise.all(found.map(lens => connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
};
const tokens = ({ connection }: Client, of: string) =>
  connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri: of } });

describe('semantic tokens over the protocol', () => {
  it('are those of the legend, and after an edit what it changes', async () => {
    const { client } = await start();
    const { legend } = client.initialized.capabilities.semanticTokensProvider ?? {};
    await client.open(uri, quarter);
    const { data, resultId } = await tokens(client, uri);
    assert.deepEqual(data.slice(0, 3), [0, 0, 4]);
    assert.equal(legend?.tokenTypes[data[3] as number], 'keyword');

    await client.change(uri, { range: { start: at(3, 8), end: at(3, 8) }, text: 's' });
    const params = { textDocument: { uri }, previousResultId: resultId };
    const delta = await client.connection.sendRequest<SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      params,
    );
    assert.equal(delta.edits.length, 1);
    const patched = [...data];
    for (const edit of delta.edits) patched.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    assert.deepEqual(patched, (await tokens(client, uri)).data);

    // What was answered before that is no longer known.
    const late = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full/delta', params);
    assert.deepEqual(late.data, patched);
  });

  it('of a range are of its lines', async () => {
    const { client } = await start();
    await client.open(uri, quarter);
    const { data } = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri },
      range: { start: at(1, 0), end: at(1, 5) },
    });
    assert.deepEqual([data.length, data.slice(0, 3)], [10, [1, 0, 5]]);
  });

  it('are counted as the client counts, and then always told as a whole', async () => {
    const { client } = await start({
      capabilities: { ...refreshing, general: { positionEncodings: ['utf-8'] } },
    });
    assert.equal(client.initialized.capabilities.semanticTokensProvider?.full, true);
    await client.open(uri, 'objective größe\n');
    assert.deepEqual((await tokens(client, uri)).data.slice(5, 8), [0, 10, 7]);
  });

  it('of what is no OKR file are none', async () => {
    const { client } = await start();
    await client.open('file:///w/okr.json', '{ "root": true }', 'json');
    assert.deepEqual((await tokens(client, 'file:///w/okr.json')).data, []);
    assert.deepEqual(await hints(client, 'file:///w/okr.json'), []);
  });
});

describe('inlay hints over the protocol', () => {
  it('say how goals stand, and why when somebody points at them', async () => {
    const { client } = await start();
    await client.open(uri, quarter);
    assert.deepEqual(await labels(client, uri), ['1 56% gone, 40 days left', '2 0.50 ✓ on track', '3 0.50 ✓ on track']);
    assert.deepEqual(await labels(client, uri, { start: at(3, 0), end: at(3, 5) }), ['3 0.50 ✓ on track']);
    const [, , hint] = await hints(client, uri);
    assert.equal(hint?.tooltip, undefined);
    const resolved = await client.connection.sendRequest<InlayHint>('inlayHint/resolve', hint);
    assert.match((resolved.tooltip as MarkupContent).value, /Raise our Net Promoter Score/);
  });

  it('are those that the settings want, from the start and after a change', async () => {
    const { client, asked, until } = await start({
      settings: { inlayHints: { score: false, timePassed: false, checkInChange: true } },
    });
    await client.open(uri, quarter);
    assert.deepEqual(await labels(client, uri), ['6 +5']);
    assert.deepEqual(asked, []);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { okr: { inlayHints: { score: true, timePassed: false } } },
    });
    await until('inlayHint');
    assert.deepEqual(await labels(client, uri), ['2 0.50 ✓ on track', '3 0.50 ✓ on track']);
  });

  it('are asked for again where an edit of another document changes them, and only there', async () => {
    const { client, asked, until } = await start();
    await client.open(uri, quarter);
    await client.open(beside, other);
    await labels(client, uri);
    assert.deepEqual(await labels(client, beside), [
      '1 56% gone, 40 days left',
      '2 0.50 ✓ on track',
      '4 0.50 ✓ on track',
    ]);
    // A title changes nothing that is shown elsewhere; the client asks by itself for what it edits.
    await client.change(uri, { range: { start: at(3, 10), end: at(3, 10) }, text: 'x' });
    await labels(client, uri);
    await new Promise(resolve => setTimeout(resolve, 600));
    assert.deepEqual(asked, []);
    await client.change(uri, { range: { start: at(6, 23), end: at(6, 25) }, text: '50' });
    await until('inlayHint');
    assert.deepEqual((await labels(client, beside)).slice(1), ['2 1.00 ★ done', '4 1.00 ★ done']);
  });

  it('are of the day that is set', async () => {
    const { client } = await start({ today: null, settings: { today: '2026-11-01', inlayHints: { score: false } } });
    await client.open(uri, quarter);
    assert.deepEqual(await labels(client, uri), ['1 34% gone, 60 days left']);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { okr: { today: '2026-12-31' } },
    });
    assert.deepEqual(await labels(client, uri), ['1 100% gone, the last day']);
  });
});

describe('code lenses over the protocol', () => {
  it('call the commands that the client has, with where they stand', async () => {
    const { client } = await start({ commands });
    await client.open(uri, quarter);
    assert.deepEqual(
      (await lenses(client, uri)).map(({ command }) => command),
      [
        { title: 'Report', command: 'okr.quarterlyReport', arguments: [{ uri, cycle: '2026-Q4' }] },
        { title: 'Open in preview', command: 'okr.openPreviewToSide', arguments: [{ uri, line: 2 }] },
        { title: 'Check in', command: 'okr.checkIn', arguments: [{ uri, line: 3 }] },
      ],
    );
    await client.open(beside, other);
    assert.deepEqual((await lenses(client, beside)).at(-1)?.command, {
      title: 'Add reading · 99.9% on 14 Nov · ✓ healthy',
      command: 'okr.addReading',
      arguments: [{ uri: beside, line: 8 }],
    });
  });

  it('count what is due of whoever looks, and the round is of that file', async () => {
    const mine = 'cycle 2026-Q4\nobjective love: Love\n  owner @li\n  kr a: A\n    to 5\n  kr b: B\n    to 5\n';
    const { client } = await start({ commands: ['okr.myCheckIns'], settings: { me: 'li' } });
    await client.open(uri, mine);
    await client.open(beside, mine);
    const title = '2 of yours are due: check in one by one';
    const command = { title, command: 'okr.myCheckIns', arguments: [{ uri, line: 0 }] };
    assert.deepEqual(
      (await lenses(client, uri)).map(lens => lens.command),
      [command],
    );
    const due = (within?: string) =>
      client.connection.sendRequest<CheckInSubject[]>('okr/checkInSubjects', { of: 'due', me: '@li', within });
    assert.equal((await due()).length, 4);
    assert.deepEqual(
      (await due(uri)).map(({ ref, place }) => [ref, place.uri]),
      [
        ['love.a', uri],
        ['love.b', uri],
      ],
    );
    const { client: stranger } = await start({ commands: ['okr.myCheckIns'], settings: { me: '@kim' } });
    await stranger.open(uri, mine);
    assert.deepEqual(await lenses(stranger, uri), []);
  });

  it('know whoever looks by git where nothing says who it is, and git may run', async function () {
    if (!hasGit) this.skip();
    const mine = 'person @li: Li Wong\ncycle 2026-Q4\nobjective love: Love\n  owner @li\n  kr a: A\n  kr b: B\n';
    const folder = folderWith({ 'okr.json': '{"root": true}', 'mine.okr': mine });
    git(fileURLToPath(folder.uri), ['init', '--quiet']);
    git(fileURLToPath(folder.uri), ['config', 'user.name', 'Li Wong']);
    const titles = async (revisions: boolean) => {
      const { client } = await start({ commands: ['okr.myCheckIns'], folders: [folder.uri], revisions });
      await client.open(folder.uriOf('mine.okr'), mine);
      return (await lenses(client, folder.uriOf('mine.okr'))).map(({ command }) => command?.title);
    };
    assert.deepEqual(await titles(true), ['2 of yours are due: check in one by one']);
    assert.deepEqual(await titles(false), []);
  });

  it('are none for a client that has no commands, or does not want them', async () => {
    const { client } = await start();
    await client.open(uri, quarter);
    assert.deepEqual(await lenses(client, uri), []);
    const { client: calm, until } = await start({ commands, settings: { codeLens: { enabled: false } } });
    await calm.open(uri, quarter);
    assert.deepEqual(await lenses(calm, uri), []);
    await calm.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { okr: { codeLens: { enabled: true } } },
    });
    await until('codeLens');
    assert.equal((await lenses(calm, uri)).length, 3);
  });
});
