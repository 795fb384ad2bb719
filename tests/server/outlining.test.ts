/** Outline, search, folding, selection and hierarchies as a client meets them: a real process, real messages. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  ClientCapabilities,
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SymbolInformation,
  TypeHierarchyItem,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { type Folder, folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

const company = `team company: Acme
cycle 2026-H2
objective grow: Grow
  kr referrals: New customers by referral
    from 10% to 25%
    checkin 2026-10-31 12%
    checkin 2026-11-14 16%
`;
const growth = `team growth: Growth
cycle 2026-Q4
objective love: Customers love us
  supports company/grow.referrals
`;
/** What VS Code can do. */
const able: ClientCapabilities = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true, rangeLimit: 3, foldingRange: { collapsedText: true } },
  },
  workspace: { symbol: { resolveSupport: { properties: ['location.range'] } } },
};
const acme = () => folderWith({ 'okr.json': '{ "root": true }', 'company.okr': company, 'growth.okr': growth });
const begin = (folder: Folder, capabilities: ClientCapabilities) =>
  startClient({ folders: [folder.uri], capabilities });
const at = (line: number, character: number) => ({ line, character });

describe('the outline over the protocol', () => {
  it('nests for clients that can show it, and is flat for others', async () => {
    const folder = acme();
    const textDocument = { uri: folder.uriOf('company.okr') };
    const nested = await begin(folder, able);
    const [team] = await nested.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument,
    });
    const objective = team?.children?.[0]?.children?.[0];
    assert.deepEqual([team?.name, objective?.name, objective?.detail], ['company: Acme', 'Grow', '0.40 ▲ at risk']);
    const flat = await begin(folder, {});
    const symbols = await flat.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument,
    });
    assert.deepEqual(
      symbols.map(({ name, location }) => [name, location.uri === textDocument.uri]),
      [
        ['company: Acme', true],
        ['2026-H2', true],
        ['Grow', true],
        ['referrals: New customers by referral', true],
      ],
    );
  });

  it('folds as the client wants it', async () => {
    const folder = acme();
    const textDocument = { uri: folder.uriOf('company.okr') };
    const lines = await begin(folder, able);
    const few = await lines.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.deepEqual(few, [
      { startLine: 0, endLine: 6 },
      { startLine: 1, endLine: 6 },
      { startLine: 2, endLine: 6 },
    ]);
    const characters = await begin(folder, {});
    const all = await characters.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.deepEqual(all.at(-1), { startLine: 5, startCharacter: 26, endLine: 6, endCharacter: 26 });
  });

  it('grows a selection for each cursor', async () => {
    const folder = acme();
    const client = await begin(folder, able);
    const found = await client.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: folder.uriOf('company.okr') },
      positions: [at(5, 24), at(0, 0)],
    });
    assert.deepEqual(
      found.map(({ range, parent }) => [range.end.character, parent?.range.start]),
      [
        [25, at(5, 23)],
        [4, at(0, 0)],
      ],
    );
  });
});

describe('the search over the protocol', () => {
  it('finds what is in files that nobody has opened, and tells the place when asked', async () => {
    const folder = acme();
    const client = await begin(folder, able);
    const [love] = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'growth/love' });
    assert.deepEqual([love?.name, love?.containerName], ['growth/love: Customers love us', 'Growth, 2026-Q4']);
    assert.deepEqual(love?.location, { uri: folder.uriOf('growth.okr') });
    const resolved = await client.connection.sendRequest<WorkspaceSymbol>('workspaceSymbol/resolve', love);
    assert.deepEqual(resolved.location, {
      uri: folder.uriOf('growth.okr'),
      range: { start: at(2, 16), end: at(2, 33) },
    });
  });

  it('tells the place at once to clients that do not ask again', async () => {
    const folder = acme();
    const client = await begin(folder, {});
    const [found] = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'referals' });
    assert.deepEqual(found?.location.range, { start: at(3, 16), end: at(3, 41) });
  });

  it('answers in parts, with progress, where the client has tokens for them', async () => {
    const many = Array.from({ length: 120 }, (_, i) => `objective goal${i}: Goal\n`).join('');
    const folder = folderWith({ 'okr.json': '{ "root": true }', 'a.okr': `cycle 2026-Q4\n${many}` });
    const seen: { token: string; value: unknown }[] = [];
    const client = await startClient({ folders: [folder.uri], capabilities: able }, connection => {
      connection.onNotification('$/progress', (params: { token: string; value: unknown }) => void seen.push(params));
    });
    const rest = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', {
      query: 'goal',
      workDoneToken: 'work',
      partialResultToken: 'part',
    });
    const parts = seen.filter(({ token }) => token === 'part').map(({ value }) => (value as unknown[]).length);
    assert.deepEqual([rest, parts], [[], [50, 50, 20]]);
    const steps = seen.filter(({ token }) => token === 'work').map(({ value }) => (value as { kind: string }).kind);
    assert.deepEqual([steps[0], steps.at(-1)], ['begin', 'end']);
  });
});

describe('hierarchies over the protocol', () => {
  it('lead up and down between files, and survive edits', async () => {
    const folder = acme();
    const client = await begin(folder, able);
    const { connection } = client;
    const uri = folder.uriOf('growth.okr');
    await client.open(uri, growth);
    const [love] = await connection.sendRequest<TypeHierarchyItem[]>('textDocument/prepareTypeHierarchy', {
      textDocument: { uri },
      position: at(2, 0),
    });
    assert.equal(love?.detail, '○ not measured · growth/love · Growth, 2026-Q4');
    await client.change(uri, { range: { start: at(0, 0), end: at(0, 0) }, text: '# A comment\n\n' });
    const [referrals] = await connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item: love });
    assert.equal(referrals?.name, 'New customers by referral');
    assert.match(referrals?.detail ?? '', / · company\/grow\.referrals · /);
    const [below] = await connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: referrals });
    assert.deepEqual([below?.name, below?.range.start], ['Customers love us', at(4, 0)]);
  });

  it('say where somebody refers to something', async () => {
    const folder = acme();
    const { connection } = await begin(folder, able);
    const [item] = await connection.sendRequest<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument: { uri: folder.uriOf('company.okr') },
      position: at(6, 10),
    });
    const calls = await connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      calls.map(({ from, fromRanges }) => [from.uri, fromRanges]),
      [[folder.uriOf('growth.okr'), [{ start: at(3, 11), end: at(3, 33) }]]],
    );
    const out = await connection.sendRequest<unknown[]>('callHierarchy/outgoingCalls', { item: calls[0]?.from });
    assert.equal(out.length, 1);
  });
});
