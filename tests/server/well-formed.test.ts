/** Messages that are no proper ones: each is refused in plain words, and the server goes on. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { DocumentSymbol, LogMessageParams } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

const uri = 'file:///w/a.okr';
const textDocument = { uri };
const text = 'cycle 2026-Q4\nobjective love: Customers love us\n  kr nps: Promoters\n    from 32 to 50 points\n';
const at = (line: unknown, character: unknown) => ({ line, character });
const everything = ['2026-Q4', 'love: Customers love us', 'nps: Promoters'];
const place = at(1, 12);
const line = { start: at(1, 0), end: at(1, 5) };

const aDocument = '`textDocument` must be a document with its `uri`';
const aPosition = '`position` must be a `line` and a `character`, whole numbers from 0';
const aRange = '`range` must be a `start` and an `end` that is not before it, each a `line` and a `character` from 0';

const refused: readonly (readonly [what: string, method: string, params: object, why: string])[] = [
  ['nothing of the client', 'initialize', {}, '`capabilities` must be an object'],
  [
    'folders that are none',
    'initialize',
    { capabilities: {}, workspaceFolders: [{}] },
    '`workspaceFolders` must be a list of `uri` each, if anything',
  ],
  ['a root that is none', 'initialize', { capabilities: {}, rootUri: 7 }, '`rootUri` must be a text, if anything'],
  ['no earlier tokens', 'semanticTokens/full/delta', { textDocument }, '`previousResultId` must be a text'],
  ['no document', 'documentSymbol', {}, aDocument],
  ['a document without an address', 'foldingRange', { textDocument: {} }, aDocument],
  ['an address that is no text', 'hover', { textDocument: { uri: 5 }, position: place }, aDocument],
  ['no place', 'hover', { textDocument }, aPosition],
  ['a place that is null', 'completion', { textDocument, position: null }, aPosition],
  ['a line before the first', 'hover', { textDocument, position: at(-1, 0) }, aPosition],
  ['a character before the first', 'definition', { textDocument, position: at(1, -4) }, aPosition],
  ['half a line', 'prepareRename', { textDocument, position: at(1.5, 0) }, aPosition],
  ['a line that is a text', 'prepareCallHierarchy', { textDocument, position: at('1', '2') }, aPosition],
  ['no range', 'inlayHint', { textDocument }, aRange],
  ['half a range', 'semanticTokens/range', { textDocument, range: { end: at(4, 0) } }, aRange],
  [
    'a range that ends before it starts',
    'codeAction',
    { textDocument, range: { start: at(3, 0), end: at(1, 0) } },
    aRange,
  ],
  [
    'a range that ends before it starts, in its line',
    'rangeFormatting',
    { textDocument, range: { start: at(3, 4), end: at(3, 1) } },
    aRange,
  ],
  ['no context', 'codeAction', { textDocument, range: line }, '`context` must be an object'],
  ['no context of references', 'references', { textDocument, position: place }, '`context` must be an object'],
  ['no new name', 'rename', { textDocument, position: place }, '`newName` must be a text'],
  ['a name that is a number', 'rename', { textDocument, position: place, newName: 5 }, '`newName` must be a text'],
  ['no places', 'selectionRange', { textDocument }, '`positions` must be a list of a `line` and a `character` each'],
  ['nothing to search for', 'workspace/symbol', {}, '`query` must be a text'],
  ['no earlier results', 'workspace/diagnostic', {}, '`previousResultIds` must be a list of `uri` and `value` each'],
  ['no files', 'workspace/willRenameFiles', {}, '`files` must be a list of `oldUri` and `newUri` each'],
  ['no item', 'callHierarchy/incomingCalls', {}, '`item` must be an object with its `uri`'],
  ['no item of types', 'typeHierarchy/subtypes', { item: {} }, '`item` must be an object with its `uri`'],
  ['a lens of somebody else', 'codeLens/resolve', { range: line }, '`data` must be an object with its `uri`'],
  ['a hint of somebody else', 'inlayHint/resolve', {}, '`data` must be an object with its `uri`'],
  ['a link of somebody else', 'documentLink/resolve', {}, '`data` must be an object with its `uri`'],
  ['a symbol that is nowhere', 'workspaceSymbol/resolve', { name: 'a' }, '`location` must be an object with its `uri`'],
  ['no workspace', 'okr/cycles', {}, '`uri` must be a text'],
  ['no line', 'okr/checkInSubject', { uri, line: null }, '`line` must be a whole number from 0'],
];

const answered: readonly (readonly [what: string, method: string, params: object, answer: unknown])[] = [
  ['a line after the last', 'hover', { textDocument, position: at(1e6, 0) }, null],
  ['a line after the last', 'definition', { textDocument, position: at(1e6, 0) }, []],
  ['a document that nobody knows', 'documentSymbol', { textDocument: { uri: 'file:///nowhere/z.okr' } }, []],
  ['a document that nobody knows', 'hover', { textDocument: { uri: 'untitled:z' }, position: place }, null],
  ['an address that is none', 'foldingRange', { textDocument: { uri: 'not an address' } }, []],
];

const ignored: readonly (readonly [what: string, method: string, params: object, why: string])[] = [
  [
    'a document without its text',
    'textDocument/didOpen',
    { textDocument },
    '`textDocument` must be a document with its `uri` and `text`',
  ],
  [
    'a change of nothing',
    'textDocument/didChange',
    { textDocument },
    '`contentChanges` must be a list of `text` each, and where it goes',
  ],
  [
    'a change without its text',
    'textDocument/didChange',
    { textDocument, contentChanges: [{}] },
    '`contentChanges` must be a list of `text` each, and where it goes',
  ],
  [
    'a change of half a range',
    'textDocument/didChange',
    { textDocument, contentChanges: [{ text: 'x', range: {} }] },
    '`contentChanges` must be a list of `text` each, and where it goes',
  ],
  ['nothing that is closed', 'textDocument/didClose', {}, aDocument],
  ['no files that have changed', 'workspace/didChangeWatchedFiles', {}, '`changes` must be a list of `uri` each'],
  [
    'no folders',
    'workspace/didChangeWorkspaceFolders',
    { event: {} },
    '`event` must be a list each of folders that were `added` and `removed`',
  ],
];

describe('a message that is no proper one', () => {
  let client: Client;
  const warnings: LogMessageParams[] = [];
  let warned: (() => void) | undefined;
  before(async () => {
    client = await Client.start({}, connection => {
      connection.onNotification('window/logMessage', (params: LogMessageParams) => {
        warnings.push(params);
        warned?.();
      });
    });
    await client.open(uri, text);
  });
  beforeEach(() => warnings.splice(0));
  after(() => client.stop());
  const methodOf = (method: string) =>
    /^(?:initialize$|(?!semantic).*\/)/.test(method) ? method : `textDocument/${method}`;
  const names = async () =>
    (await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })).map(
      ({ name }) => name,
    );

  for (const [what, method, params, why] of refused)
    it(`is refused: ${what} (${method})`, async () => {
      const message = `${methodOf(method)}: ${why}.`;
      await assert.rejects(client.connection.sendRequest(methodOf(method), params), { code: -32602, message });
    });

  for (const [what, method, params, answer] of answered)
    it(`is answered where there is nothing wrong with it: ${what} (${method})`, async () => {
      assert.deepEqual(await client.connection.sendRequest(methodOf(method), params), answer);
    });

  for (const [what, method, params, why] of ignored)
    it(`is ignored, and said in the log: ${what} (${method})`, async () => {
      const isSaid = new Promise<void>(resolve => (warned = resolve));
      await client.connection.sendNotification(method, params);
      await isSaid;
      assert.deepEqual(warnings, [{ type: 2, message: `${method}: ${why}.` }]);
      assert.deepEqual(await names(), everything);
    });

  it('may be a setting that is none', async () => {
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { okr: 'all' } });
    assert.deepEqual(await names(), everything);
    assert.deepEqual(warnings, []);
  });

  it('is no document that was never opened, and stays unknown', async () => {
    const never = { uri: 'file:///w/never.okr' };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { ...never, version: 3 },
      contentChanges: [{ text }],
    });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: never });
    assert.deepEqual(await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: never }), []);
    assert.deepEqual(await names(), everything);
  });

  it('may open a document twice: the later text counts', async () => {
    const other = 'file:///w/twice.okr';
    await client.open(other, 'objective a: A\n');
    await client.open(other, 'cycle 2027-Q1\n');
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: other },
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['2027-Q1'],
    );
  });

  it('may change a range backwards, which is the same range', async () => {
    const other = 'file:///w/backwards.okr';
    await client.open(other, 'cycle 2027-Q1\n');
    await client.change(other, {
      range: { start: { line: 0, character: 13 }, end: { line: 0, character: 12 } },
      text: '2',
    });
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: other },
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['2027-Q2'],
    );
  });
});
