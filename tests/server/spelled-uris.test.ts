/** URIs go out as the client spells them: strict clients know a document by the letters of its URI. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  CallHierarchyItem,
  ClientCapabilities,
  CodeAction,
  Location,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { spelledAs } from '../../server/lsp/spelled.ts';
import type { Client } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

/** As some clients write what others write as `file:///c%3A/our%20okrs/a%40b.okr`. */
const strict = 'file:///c:/our%20okrs/a@b.okr';
const ours = 'file:///c%3A/our%20okrs/a%40b.okr';
const love = `cycle 2026-Q4
objective love: Customers love us
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
  kr second: Families who order a second time
    from 34% to 45%
`;
const twice = `${love}objective love: Another of that name\n`;
const at = (line: number, character: number) => ({ line, character });

interface Pushed {
  readonly client: Client;
  /** The next that is pushed, one after another. */
  next(): Promise<PublishDiagnosticsParams>;
}

async function pushing(folders?: readonly string[]): Promise<Pushed> {
  const come: PublishDiagnosticsParams[] = [];
  let take: ((params: PublishDiagnosticsParams) => void) | undefined;
  const capabilities: ClientCapabilities = {
    textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
  };
  const client = await startClient({ capabilities, ...(folders && { folders }) }, connection => {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (take === undefined) come.push(params);
      else take(params);
      take = undefined;
    });
  });
  return {
    client,
    next: () => {
      const first = come.shift();
      return first === undefined ? new Promise(resolve => (take = resolve)) : Promise.resolve(first);
    },
  };
}

async function pulling(workspace: ClientCapabilities['workspace'] = {}): Promise<Client> {
  const client = await startClient({ capabilities: { textDocument: { diagnostic: {} }, workspace } });
  await client.open(strict, twice);
  return client;
}

describe('what is pushed to a client that cannot pull', () => {
  it('names the document as the client does, in related places too, and its version', async () => {
    const { client, next } = await pushing();
    await client.open(strict, twice);
    const { uri, version, diagnostics } = await next();
    assert.deepEqual({ uri, version }, { uri: strict, version: 1 });
    const related = diagnostics.flatMap(({ relatedInformation = [] }) => relatedInformation);
    assert.deepEqual(new Set(related.map(({ location }) => location.uri)), new Set([strict]));
  });

  it('comes again with each version, as a client may have thrown away what was of an older one', async () => {
    const { client, next } = await pushing();
    await client.open('file:///w/a.okr', twice);
    const first = await next();
    await client.change('file:///w/a.okr', { range: { start: at(7, 0), end: at(7, 0) }, text: '# A remark\n' });
    const second = await next();
    assert.deepEqual([first.version, second.version], [1, 2]);
    assert.deepEqual(second.diagnostics, first.diagnostics);
  });

  it('has no version when the document is closed, and still the name that the client has for it', async () => {
    const folder = folderWith({ 'we@home.okr': twice });
    const name = folder.uriOf('we@home.okr').replace('%40', '@');
    const { client, next } = await pushing([folder.uri]);
    await next();
    await client.open(name, '# Nothing yet\n');
    const opened = await next();
    assert.deepEqual([opened.uri, opened.version, opened.diagnostics], [name, 1, []]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: name } });
    const closed = await next();
    assert.deepEqual([closed.uri, closed.version], [name, undefined]);
    assert.ok(closed.diagnostics.some(({ code }) => code === 'duplicate-name'));
  });

  it('has the version of an okr.json and of a Markdown document', async () => {
    const { client, next } = await pushing();
    await client.open('file:///w/okr.json', '{"rules": 3}', 'json');
    const settings = await next();
    assert.deepEqual([settings.version, settings.diagnostics.length], [1, 1]);
    await client.open('file:///w/a@b.md', '```okr\nobjektive a: A\n```\n', 'markdown');
    const markdown = await next();
    assert.deepEqual([markdown.uri, markdown.version], ['file:///w/a@b.md', 1]);
  });
});

describe('the URI of an open document', () => {
  it('is as the client spells it, wherever a place is told', async () => {
    const { connection } = await pulling({ symbol: { resolveSupport: { properties: ['location.range'] } } });
    const asked = { textDocument: { uri: strict }, position: at(2, 6) };
    const references = await connection.sendRequest<Location[]>('textDocument/references', {
      ...asked,
      context: { includeDeclaration: true },
    });
    const [definition] = await connection.sendRequest<Location[]>('textDocument/definition', asked);
    const [item] = await connection.sendRequest<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', asked);
    const [symbol] = await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'nps' });
    const resolved = await connection.sendRequest<WorkspaceSymbol>('workspaceSymbol/resolve', symbol);
    const { items } = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const told = [...references, definition, item, symbol?.location, resolved.location, ...items];
    assert.deepEqual(
      told.map(each => each?.uri),
      told.map(() => strict),
    );
    assert.deepEqual(
      items.map(({ version }) => version),
      [1],
    );
  });

  it('is as the client spells it in what comes in parts', async () => {
    const { connection } = await pulling();
    const partial = connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: strict },
      position: at(2, 6),
      context: { includeDeclaration: true },
      partialResultToken: 'parts',
    });
    assert.deepEqual(
      (await partial).map(({ uri }) => uri),
      [strict],
    );
  });

  it('is as the client spells it in edits, by its version for clients that know versions', async () => {
    const asked = { textDocument: { uri: strict }, position: at(2, 6), newName: 'promoters' };
    const plain = await pulling();
    const edit = await plain.connection.sendRequest<WorkspaceEdit>('textDocument/rename', asked);
    assert.deepEqual(Object.keys(edit.changes ?? {}), [strict]);
    const { connection } = await pulling({ workspaceEdit: { documentChanges: true } });
    const versioned = await connection.sendRequest<WorkspaceEdit>('textDocument/rename', asked);
    assert.deepEqual(
      versioned.documentChanges?.map(change => 'textDocument' in change && change.textDocument),
      [{ uri: strict, version: 1 }],
    );
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: strict },
      range: { start: at(1, 0), end: at(1, 0) },
      context: { diagnostics: [] },
    });
    const places = actions.flatMap(({ edit: own }) => own?.documentChanges ?? []);
    assert.ok(places.length > 0);
    assert.ok(places.every(change => 'textDocument' in change && change.textDocument.uri === strict));
  });

  it('is the one that it was last opened by', async () => {
    const client = await pulling();
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: strict } });
    await client.open(ours, twice);
    const [definition] = await client.connection.sendRequest<Location[]>('textDocument/definition', {
      textDocument: { uri: ours },
      position: at(2, 6),
    });
    assert.equal(definition?.uri, ours);
  });
});

describe('an answer in the spelling of a client', () => {
  const names = new Map([[ours, strict]]);

  it('has it in values, in links to a line and as the names of fields, and leaves what only looks like it', () => {
    const answer = {
      changes: { [ours]: [{ newText: `see ${ours}` }] },
      target: `${ours}#L3,1`,
      list: [ours, null, 3, 'file:///c%3A/other.okr'],
    };
    assert.deepEqual(spelledAs(answer, names), {
      changes: { [strict]: [{ newText: `see ${ours}` }] },
      target: `${strict}#L3,1`,
      list: [strict, null, 3, 'file:///c%3A/other.okr'],
    });
  });

  it('leaves alone what comes back to the server', () => {
    assert.deepEqual(spelledAs({ uri: ours, data: { uri: ours } }, names), { uri: strict, data: { uri: ours } });
  });
});
