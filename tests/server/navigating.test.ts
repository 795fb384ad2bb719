/** Navigation and renaming through a real client and a real server. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type ClientCapabilities,
  type DocumentHighlight,
  type DocumentLink,
  type LinkedEditingRanges,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type ResponseError,
  type WorkDoneProgressBegin,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Client } from './client.ts';
import { type Folder, folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

const love = `team growth: Growth
cycle 2026-Q4

objective love: Customers love us
  owner @maria
  link https://example.com/love
  supports company/grow
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    data metrics/nps.csv column nps
  kr app: In both app stores
    needs nps
`;
const company = `team company: Acme
cycle 2026-Q4
objective grow: Families come back
  kr orders: Orders that a friend sent us
    to 3
    needs growth/love.nps
`;
const able: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    implementation: { linkSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, fileOperations: { willRename: true } },
};

function okrs(): Folder {
  return folderWith({
    'okr.json': '{ "root": true }',
    'growth/2026-Q4.okr': love,
    'company.okr': company,
    'growth/metrics/nps.csv': 'date,nps\n2026-11-14,41\n',
  });
}

/** A server on a folder, with one of its files open. */
async function opened(capabilities?: ClientCapabilities): Promise<{ client: Client; folder: Folder; uri: string }> {
  const folder = okrs();
  const client = await startClient({ folders: [folder.uri], ...(capabilities === undefined ? {} : { capabilities }) });
  const uri = folder.uriOf('growth/2026-Q4.okr');
  await client.open(uri, love);
  return { client, folder, uri };
}

const at = (line: number, character: number) => ({ line, character });
const range = (line: number, start: number, end: number) => ({ start: at(line, start), end: at(line, end) });

describe('navigation over the protocol', () => {
  it('says what it offers, and leaves out what a client cannot take', async () => {
    const { capabilities } = (await opened(able)).client.initialized;
    assert.equal(capabilities.definitionProvider, true);
    assert.equal(capabilities.implementationProvider, true);
    assert.deepEqual(capabilities.referencesProvider, { workDoneProgress: true });
    assert.equal(capabilities.documentHighlightProvider, true);
    assert.deepEqual(capabilities.documentLinkProvider, { resolveProvider: true });
    assert.equal(capabilities.linkedEditingRangeProvider, true);
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    assert.ok((capabilities.workspace?.fileOperations?.willRename?.filters.length ?? 0) > 0);
    assert.notEqual(capabilities.workspace?.workspaceFolders, undefined);
    const plain = (await opened()).client.initialized.capabilities;
    assert.equal(plain.renameProvider, true);
    assert.equal(plain.workspace?.fileOperations, undefined);
  });

  it('leads from a reference to another file, as a link to who knows links', async () => {
    const { client, folder, uri } = await opened(able);
    const params = { textDocument: { uri }, position: at(6, 21) };
    const links = await client.connection.sendRequest<LocationLink[]>('textDocument/definition', params);
    assert.deepEqual(links, [
      {
        originSelectionRange: range(6, 19, 23),
        targetUri: folder.uriOf('company.okr'),
        targetRange: { start: at(2, 0), end: at(5, 25) },
        targetSelectionRange: range(2, 10, 14),
      },
    ]);
    const plain = await opened();
    const places = await plain.client.connection.sendRequest<Location[]>('textDocument/definition', {
      ...params,
      textDocument: { uri: plain.uri },
    });
    assert.deepEqual(places, [{ uri: plain.folder.uriOf('company.okr'), range: range(2, 10, 14) }]);
  });

  it('finds what supports a goal', async () => {
    const { client, folder, uri } = await opened(able);
    const found = await client.connection.sendRequest<LocationLink[]>('textDocument/implementation', {
      textDocument: { uri: folder.uriOf('company.okr') },
      position: at(2, 12),
    });
    assert.deepEqual(
      found.map(({ targetUri, targetSelectionRange }) => [targetUri, targetSelectionRange]),
      [[uri, range(3, 10, 14)]],
    );
  });

  it('finds references in all files, shows how far it is, and gives them in parts', async () => {
    const { client, folder, uri } = await opened(able);
    const nps = { textDocument: { uri }, position: at(7, 6) };
    const expected = [
      { uri, range: range(7, 5, 8) },
      { uri: folder.uriOf('company.okr'), range: range(5, 22, 25) },
      { uri, range: range(11, 10, 13) },
    ];
    const ask = (params: object) => client.connection.sendRequest<Location[]>('textDocument/references', params);
    assert.deepEqual(await ask({ ...nps, context: { includeDeclaration: true } }), expected);
    assert.deepEqual(await ask({ ...nps, context: { includeDeclaration: false } }), expected.slice(1));

    const parts: Location[] = [];
    const work: WorkDoneProgressBegin[] = [];
    client.connection.onNotification('$/progress', ({ token, value }: { token: string; value: unknown }) => {
      if (token === 'parts') parts.push(...(value as Location[]));
      else work.push(value as WorkDoneProgressBegin);
    });
    const rest = await ask({
      ...nps,
      context: { includeDeclaration: true },
      partialResultToken: 'parts',
      workDoneToken: 'work',
    });
    assert.deepEqual(rest, []);
    const sorted = (list: Location[]) => list.map(each => JSON.stringify(each)).sort();
    assert.deepEqual(sorted(parts), sorted(expected));
    assert.deepEqual([work[0]?.kind, work.at(-1)?.kind], ['begin', 'end']);
  });

  it('counts as the client does, in parts too', async () => {
    const text = 'objective 𠮷: 😀\n  kr 𠮷n: N\n    owner @𠮷\n  kr b: B\n    needs 𠮷n, 𠮷.𠮷n\n';
    const client = await startClient({ capabilities: { general: { positionEncodings: ['utf-8'] } } });
    const uri = 'file:///w/a.okr';
    await client.open(uri, text);
    const parts: Location[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: Location[] }) => {
      parts.push(...value);
    });
    const params = { textDocument: { uri }, position: at(1, 5), context: { includeDeclaration: true } };
    const whole = await client.connection.sendRequest<Location[]>('textDocument/references', params);
    const expected = [range(1, 5, 10), range(4, 10, 15), range(4, 22, 27)];
    assert.deepEqual(
      whole.map(each => each.range),
      expected,
    );
    await client.connection.sendRequest('textDocument/references', { ...params, partialResultToken: 'parts' });
    assert.deepEqual(
      parts.map(each => each.range),
      expected,
    );
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...params, newName: 'x' });
    assert.deepEqual(
      edit.changes?.[uri]?.map(each => each.range),
      expected,
    );
    const prepared = await client.connection.sendRequest('textDocument/prepareRename', params);
    assert.deepEqual(prepared, { range: range(1, 5, 10), placeholder: '𠮷n' });
  });

  it('highlights, links, and links names that are typed along', async () => {
    const { client, folder, uri } = await opened(able);
    const nps = { textDocument: { uri }, position: at(7, 6) };
    const highlights = await client.connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', nps);
    assert.deepEqual(highlights, [
      { range: range(7, 5, 8), kind: 3 },
      { range: range(11, 10, 13), kind: 2 },
    ]);
    const along = await client.connection.sendRequest<LinkedEditingRanges>('textDocument/linkedEditingRange', nps);
    assert.deepEqual(along.ranges, [range(7, 5, 8), range(11, 10, 13)]);
    assert.match('größe-2', new RegExp(`^(?:${along.wordPattern})$`));

    const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://example.com/love', undefined, folder.uriOf('growth/metrics/nps.csv')],
    );
    const resolved = await client.connection.sendRequest<DocumentLink>('documentLink/resolve', links[1]);
    assert.equal(resolved.target, `${folder.uriOf('company.okr')}#L3,11`);
    assert.equal(resolved.tooltip, 'Families come back · company.okr');
  });
});

describe('renaming over the protocol', () => {
  it('renames in all files, with the version of what is open', async () => {
    const { client, folder, uri } = await opened(able);
    await client.change(uri, { range: range(0, 0, 0), text: '# A comment\n' });
    const params = { textDocument: { uri }, position: at(8, 6) };
    const prepared = await client.connection.sendRequest('textDocument/prepareRename', params);
    assert.deepEqual(prepared, { range: range(8, 5, 8), placeholder: 'nps' });
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...params,
      newName: 'score',
    });
    assert.deepEqual(edit, {
      documentChanges: [
        {
          textDocument: { uri, version: 2 },
          edits: [
            { range: range(8, 5, 8), newText: 'score' },
            { range: range(12, 10, 13), newText: 'score' },
          ],
        },
        {
          textDocument: { uri: folder.uriOf('company.okr'), version: null },
          edits: [{ range: range(5, 22, 25), newText: 'score' }],
        },
      ],
    });
  });

  it('gives plain changes to a client that knows no versions', async () => {
    const { client, uri, folder } = await opened();
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position: at(6, 21),
      newName: 'expand',
    });
    assert.deepEqual(edit, {
      changes: {
        [folder.uriOf('company.okr')]: [{ range: range(2, 10, 14), newText: 'expand' }],
        [uri]: [{ range: range(6, 19, 23), newText: 'expand' }],
      },
    });
  });

  it('says in a sentence why something cannot be renamed', async () => {
    const { client, uri } = await opened(able);
    const refused = (method: string, params: object, message: RegExp) =>
      assert.rejects(
        client.connection.sendRequest(method, { textDocument: { uri }, ...params }),
        (error: ResponseError) => error.code === LSPErrorCodes.RequestFailed && message.test(error.message),
      );
    await refused('textDocument/prepareRename', { position: at(4, 3) }, /^There is no name here/);
    await refused('textDocument/rename', { position: at(7, 6), newName: 'app' }, /has a key result `app` already/);
    await refused('textDocument/rename', { position: at(7, 6), newName: 'a b' }, /`a b` is no name/);
  });

  it('keeps data paths right when files move', async () => {
    const { client, folder, uri } = await opened(able);
    const move = (oldUri: string, newUri: string) =>
      client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
    assert.deepEqual(await move(folder.uriOf('growth/metrics'), folder.uriOf('all metrics')), {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: range(9, 9, 24), newText: '"../all metrics/nps.csv"' }],
        },
      ],
    });
    assert.equal(await move(folder.uriOf('growth'), folder.uriOf('sales')), null);
  });
});
