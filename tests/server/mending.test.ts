/** Code actions and formatting, asked for by a real client of a real server process. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type ClientCapabilities,
  type CodeAction,
  LSPErrorCodes,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client, ClientOptions } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

/** As VS Code does. */
const resolving: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
    },
  },
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } },
};
const love = `team growth
cycle 2026-Q4

objective love: Customers love us
  owner: @maria
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-11-14 41 points
    checkin 2026-10-31 36 points
`;
const other = `team people
cycle 2026-Q4

objective welcome: Welcome
  supports growth/love.nps
`;
const at = (line: number, character = 0): Range => ({ start: { line, character }, end: { line, character } });
const options = { tabSize: 2, insertSpaces: true };

function ask(client: Client, uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }), triggerKind: 1 };
  return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
}
function titled(actions: readonly CodeAction[], title: string | RegExp): CodeAction {
  const found = actions.find(action => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  assert.ok(found !== undefined, `${title} is not among ${actions.map(action => action.title).join(', ')}`);
  return found;
}
const edited = (text: string, edits: readonly TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create('', 'okr', 1, text), [...edits]);

describe('code actions over the protocol', () => {
  it('say which kinds there are', async () => {
    const client = await startClient({ capabilities: resolving });
    const { codeActionProvider, documentOnTypeFormattingProvider } = client.initialized.capabilities;
    assert.deepEqual(codeActionProvider, {
      codeActionKinds: [
        'quickfix',
        'refactor.extract',
        'refactor.move',
        'refactor.rewrite',
        'source.fixAll.okr',
        'source.organize.okr',
      ],
      resolveProvider: true,
    });
    assert.deepEqual(documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' });
  });

  it('come without edits, and get them when one is taken, of the version and in every file', async () => {
    const folder = folderWith({ 'okr.json': '{"root": true}', 'love.okr': love, 'people.okr': other });
    const client = await startClient({ folders: [folder.uri], capabilities: resolving });
    const uri = folder.uriOf('love.okr');
    await client.open(uri, love);
    await client.change(uri, { range: at(0), text: '# Growth\n' });
    const actions = await ask(client, uri, at(4), ['refactor.move']);
    assert.deepEqual(
      actions.map(({ kind, edit }) => [kind, edit]),
      [['refactor.move', undefined]],
    );
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', actions[0]);
    const changes = (resolved.edit?.documentChanges ?? []) as {
      textDocument: { uri: string; version: number | null };
    }[];
    assert.deepEqual(
      changes.map(({ textDocument: { uri, version } }) => [uri.slice(folder.uri.length + 1), version]).sort(),
      [
        ['love.okr', 2],
        ['people.okr', null],
      ],
    );
  });

  it('are refused for a text that has changed since, and nothing else happens', async () => {
    const client = await startClient({ capabilities: resolving });
    const uri = 'file:///w/a.okr';
    await client.open(uri, love);
    const [action] = await ask(client, uri, at(3), ['refactor']);
    await client.change(uri, { range: at(3), text: '\n' });
    // By this code clients show the sentence; of modified content they would say nothing, and nothing would happen.
    await assert.rejects(client.connection.sendRequest('codeAction/resolve', action), {
      code: LSPErrorCodes.RequestFailed,
      message: 'The text has changed since this was offered: see what is offered there now',
    });
    const again = await ask(client, uri, at(4), ['refactor']);
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', again[0]);
    assert.ok(resolved.edit !== undefined);
  });

  it('come with their edits for a client that asks for them once', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    await client.open(uri, love);
    const actions = await ask(client, uri, at(3));
    const fix = titled(actions, 'Fix all that has one right answer');
    assert.deepEqual(
      fix.edit?.changes?.[uri]?.map(({ newText }) => newText),
      [' '],
    );
    const order = titled(actions, 'Put lines in their usual order');
    const text = edited(love, order.edit?.changes?.[uri] ?? []);
    assert.ok(text.indexOf('2026-10-31') < text.indexOf('2026-11-14'));
    assert.ok(actions.some(({ kind }) => kind === 'refactor.move'));
  });

  it('close a cycle by the client’s command, where it has that', async () => {
    const uri = 'file:///w/ended.okr';
    const ended = `cycle 2026-Q3\nobjective love: Customers love us\n  kr nps: Score\n    to 50\n    checkin 2026-09-25 42\n`;
    const find = async (options: ClientOptions) => {
      const client = await startClient({ capabilities: resolving, today: '2026-10-15', ...options });
      await client.open(uri, ended);
      const closing = (await ask(client, uri, at(1, 20))).find(({ title }) => title.startsWith('Close '));
      return { client, closing };
    };
    const { client, closing } = await find({ commands: ['okr.closeCycle'] });
    const title = 'Close 2026-Q3: look back, and begin the next one';
    const command = { title, command: 'okr.closeCycle', arguments: [{ uri, cycle: '2026-Q3' }] };
    assert.deepEqual(closing, { title, kind: 'quickfix', diagnostics: [], command });
    assert.deepEqual(await client.connection.sendRequest('codeAction/resolve', closing), closing);
    assert.equal((await find({})).closing, undefined);
  });

  it('of a whole file are not offered where a cursor only moves', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    await client.open(uri, love);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: at(3),
      context: { diagnostics: [], triggerKind: 2 },
    });
    assert.ok(actions.length > 0);
    assert.deepEqual(
      actions.filter(({ kind }) => kind?.startsWith('source')),
      [],
    );
  });

  it('put a file in order on saving', async () => {
    const client = await startClient({ capabilities: resolving });
    const uri = 'file:///w/a.okr';
    await client.open(uri, love);
    const actions = await ask(client, uri, { start: at(0).start, end: at(9).start }, ['source.organize.okr']);
    assert.equal(actions.length, 1);
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', actions[0]);
    const [change] = (edit?.documentChanges ?? []) as { edits: TextEdit[] }[];
    assert.equal(
      edited(love, change?.edits ?? []),
      love.replace(/( +checkin 2026-11-14.*\n)( +checkin 2026-10-31.*\n)/, '$2$1'),
    );
    await client.change(uri, { text: edited(love, change?.edits ?? []) });
    assert.deepEqual(await ask(client, uri, at(0), ['source.organize.okr']), []);
  });
});

describe('formatting over the protocol', () => {
  it('Enter after a check-in begins the next one', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    const text = love.replace(/$/, '    ');
    await client.open(uri, text);
    const enter = (line: number, character: number) =>
      client.connection.sendRequest<TextEdit[]>('textDocument/onTypeFormatting', {
        textDocument: { uri },
        position: { line, character },
        ch: '\n',
        options,
      });
    assert.deepEqual(await enter(9, 4), [{ range: at(9, 4), newText: 'checkin 2026-11-21 ' }]);
    await client.change(uri, { range: at(9, 4), text: 'checkin 2026-11-21 \n    ' });
    assert.deepEqual(await enter(10, 4), [{ range: { start: at(9, 4).start, end: at(10, 4).start }, newText: '' }]);
  });

  it('what was pasted gets the indentation of its place', async () => {
    const client = await startClient();
    const uri = 'file:///w/a.okr';
    const text = `${love}kr stars: Stars\n  from 3 to 5 stars\n`;
    await client.open(uri, text);
    const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri },
      range: { start: at(9).start, end: at(11).start },
      options,
    });
    assert.equal(edited(text, edits), `${love}  kr stars: Stars\n    from 3 to 5 stars\n`);
  });
});
