/** Completion and signature help as a client meets them: a real process, real messages, real files. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  InsertReplaceEdit,
  MarkupContent,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { Client, ClientOptions } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

const rich: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        commitCharactersSupport: true,
        labelDetailsSupport: true,
      },
    },
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
  },
};

async function start(
  capabilities: ClientCapabilities,
  options: ClientOptions = {},
  prepare?: Parameters<typeof Client.start>[1],
) {
  return startClient({ ...options, capabilities }, prepare);
}

/** Opens a document with `<|>` where the cursor is. */
async function openAt(client: Client, uri: string, marked: string) {
  const lines = marked.split('\n');
  const line = lines.findIndex(each => each.includes('<|>'));
  await client.open(uri, marked.replace('<|>', ''));
  return { textDocument: { uri }, position: { line, character: (lines[line] as string).indexOf('<|>') } };
}
async function complete(client: Client, uri: string, marked: string): Promise<CompletionList> {
  return client.connection.sendRequest('textDocument/completion', await openAt(client, uri, marked));
}
const labels = ({ items }: CompletionList) => items.map(({ label }) => label);
const find = ({ items }: CompletionList, label: string) => {
  const found = items.find(each => each.label === label);
  assert.ok(found, `${label} is in ${items.map(each => each.label).join(', ')}`);
  return found;
};

const uri = 'file:///w/a.okr';
const love = `cycle 2026-Q4

objective love: Customers love us
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-11-14 41 points confidence 7/10
`;
const title = 'objective love\n  kr nps: Raise NPS from 32 to 50 points\n    <|>';

describe('completion over the protocol', () => {
  it('begins with the measure that a title names', async () => {
    const client = await start(rich);
    const [first] = (await complete(client, uri, title)).items;
    assert.equal(first?.label, 'from 32 to 50 points');
    assert.equal(first.insertTextFormat, undefined);
  });

  it('fills a check-in with what is known, as a snippet, where the editor has them', async () => {
    const client = await start(rich);
    const item = find(await complete(client, uri, `${love}    chec<|>`), 'checkin 2026-11-21');
    const { newText, insert, replace } = item.textEdit as InsertReplaceEdit;
    assert.equal(newText, `checkin 2026-11-21 \${1:41} points confidence \${2:7}/10: \${3:What happened}`);
    assert.equal(item.insertTextFormat, 2);
    assert.deepEqual(insert, { start: { line: 6, character: 4 }, end: { line: 6, character: 8 } });
    assert.deepEqual(replace, insert);
  });

  it('writes plain text, and one range, for an editor that says nothing of snippets', async () => {
    const client = await start({});
    const list = await complete(client, uri, `${love}    <|>`);
    for (const item of list.items) {
      assert.equal(item.insertTextFormat, undefined, item.label);
      assert.doesNotMatch((item.textEdit as TextEdit).newText, /\$\{|\n/);
      assert.deepEqual([item.labelDetails, item.commitCharacters], [undefined, undefined]);
    }
    assert.equal((find(list, 'checkin 2026-11-21').textEdit as TextEdit).newText, 'checkin 2026-11-21 ');
    assert.ok(!labels(list).includes('kr with a measure'));
    const other = await complete(await start({}), uri, title);
    assert.equal((find(other, 'from 32 to 50 points').textEdit as TextEdit).newText, 'from 32 to 50 points');
  });

  it('shows how a goal stands beside its reference, and its card when it is looked at', async () => {
    const client = await start(rich);
    const item = find(await complete(client, uri, `${love}initiative cards: Cards\n  supports lo<|>\n`), 'love');
    assert.match(item.labelDetails?.detail ?? '', /0\.50 ✓ on track/);
    assert.equal(item.labelDetails?.description, 'Customers love us');
    assert.deepEqual(item.commitCharacters, ['.', ',']);
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /Customers love us/);
    assert.match(resolved.detail ?? '', /0\.50 ✓ on track/);
  });

  it('tells what it is in the detail where an editor shows no more than that', async () => {
    const client = await start({});
    const item = find(await complete(client, uri, `${love}initiative cards: Cards\n  supports lo<|>\n`), 'love');
    assert.equal(item.detail, '0.50 ✓ on track · Customers love us');
  });

  it('forgives a slip, and wants to be asked again', async () => {
    const client = await start(rich);
    const list = await complete(client, uri, `${love}    onwer<|>`);
    assert.deepEqual(labels(list), ['owner']);
    assert.equal(list.isIncomplete, true);
    assert.equal(list.items[0]?.filterText, 'onwer');
  });

  it('opens the list again where the client has a command for it', async () => {
    const withCommand = await start(rich, { commands: ['editor.action.triggerSuggest'] });
    const without = await start(rich);
    const command = async (client: Client) => find(await complete(client, uri, `${love}    own<|>`), 'owner').command;
    assert.equal((await command(withCommand))?.command, 'editor.action.triggerSuggest');
    assert.equal(await command(without), undefined);
  });

  it('offers the data files of the folder, and their columns', async () => {
    const folder = folderWith({
      'okr.json': '{ "root": true }',
      'package.json': '{}',
      'metrics/uptime.csv': 'date,availability,error rate\n2026-11-08,99.91,0.4\n',
      'metrics/my numbers.json': '[{ "date": "2026-11-08", "value": 36 }]',
      'node_modules/theirs/table.csv': 'date,value\n',
    });
    const client = await start(rich, { folders: [folder.uri] });
    const document = (line: string) => `objective o\n  kr k: K\n    keep at least 99%\n    data ${line}`;
    const paths = await complete(client, folder.uriOf('teams/a.okr'), document('<|>'));
    assert.deepEqual(labels(paths), ['../metrics/uptime.csv', '../metrics/my numbers.json']);
    assert.equal(
      (find(paths, '../metrics/my numbers.json').textEdit as InsertReplaceEdit).newText,
      '"../metrics/my numbers.json" column ',
    );
    const columns = await complete(client, folder.uriOf('b.okr'), document('metrics/uptime.csv column <|>'));
    assert.deepEqual(labels(columns), ['availability', 'error rate', 'date']);
    assert.equal((find(columns, 'error rate').textEdit as InsertReplaceEdit).newText, '"error rate"');

    folder.write('metrics/new.tsv', 'date\tvalue\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('metrics/new.tsv'), type: 1 }],
    });
    const again = await complete(client, folder.uriOf('c.okr'), document('new<|>'));
    assert.deepEqual(labels(again), ['metrics/new.tsv']);
  });

  it('finds and reads them through the client where the server cannot reach them', async () => {
    const files: Record<string, string> = {
      'okr.json': '{ "root": true }',
      'uptime.csv': 'date,availability\n2026-11-08,99.91\n',
    };
    const base = 'memfs://host/w';
    const client = await start(rich, { folders: [base] }, connection => {
      connection.onRequest('okr/fs/find', ({ what }: { what?: string }) =>
        Object.keys(files)
          .filter(name => name.endsWith(what === 'data' ? '.csv' : '.json'))
          .map(name => `${base}/${name}`),
      );
      connection.onRequest('okr/fs/read', ({ uri: file }: { uri: string }) => {
        const text = files[file.slice(base.length + 1)];
        return text === undefined ? null : { base64: Buffer.from(text).toString('base64') };
      });
    });
    const paths = await complete(client, `${base}/a.okr`, 'kpi k\n  data <|>');
    assert.deepEqual(labels(paths), ['uptime.csv']);
    const columns = await complete(client, `${base}/b.okr`, 'kpi k\n  data uptime.csv column <|>');
    assert.deepEqual(labels(columns), ['availability', 'date']);
  });
});

describe('signature help over the protocol', () => {
  const ask = async (client: Client, marked: string): Promise<SignatureHelp | null> =>
    client.connection.sendRequest('textDocument/signatureHelp', await openAt(client, uri, marked));

  it('says which argument comes next, with an example', async () => {
    const client = await start(rich);
    assert.deepEqual(client.initialized.capabilities.signatureHelpProvider, {
      triggerCharacters: [' '],
      retriggerCharacters: [','],
    });
    const help = await ask(client, `${love}    checkin 2026-11-21 <|>`);
    const [signature] = help?.signatures ?? [];
    const { label: place, documentation } = signature?.parameters?.[help?.activeParameter ?? -1] ?? {};
    assert.equal(signature?.label.slice(...(place as [number, number])), '[VALUE]');
    assert.match((documentation as MarkupContent).value, /The last was 41 points on 14 Nov/);
  });

  it('names a parameter by its text for a client that knows no offsets', async () => {
    const client = await start({});
    const help = await ask(client, `${love}    plan <|>`);
    assert.equal(help?.signatures[0]?.parameters?.[help?.activeParameter ?? -1]?.label, 'DATE');
  });

  it('is silent in prose', async () => {
    const client = await start(rich);
    assert.equal(await ask(client, 'objective love: Customers <|>love us'), null);
  });
});
