/** OKRs in Markdown documents, over the protocol. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  PublishDiagnosticsParams,
  Registration,
} from 'vscode-languageserver-protocol';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

const uri = 'file:///w/README.md';
const at = (line: number, character: number) => ({ line, character });
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
/** In a list, so that every place is another one than in the fence. */
const readme = `# How we write goals

- Like this:

  \`\`\`okr
  objective love: Customers love us
    owner @maria
    supports company/grow
    kr nps: Raise our Net Promoter Score
      from 32 to 50 points
      checkin 2026-11-14 41 points
  \`\`\`
`;

describe('a Markdown document', () => {
  it('has the diagnostics of what is wrong in a fence by itself, as it is edited', async () => {
    const client = await startClient();
    await client.open(uri, readme, 'markdown');
    assert.deepEqual(await client.pull(uri), []);
    await client.change(uri, { range: { start: at(6, 4), end: at(6, 9) }, text: 'ownr' });
    const [found, ...more] = await client.pull(uri);
    assert.deepEqual(more, []);
    assert.equal(found?.code, 'unknown-keyword');
    assert.equal(found?.source, 'okr');
    assert.deepEqual(found?.range, { start: at(6, 4), end: at(6, 8) });
    await client.change(uri, { range: { start: at(0, 0), end: at(0, 0) }, text: 'A line more\n' });
    assert.deepEqual((await client.pull(uri))[0]?.range, { start: at(7, 4), end: at(7, 8) });
    await client.change(uri, { range: { start: at(5, 5), end: at(5, 8) }, text: 'json' });
    assert.deepEqual(await client.pull(uri), []);
  });

  it('says when nothing has changed in its fences', async () => {
    const client = await startClient();
    await client.open(uri, readme.replace('owner', 'ownr'), 'markdown');
    const pull = (previousResultId?: string) =>
      client.connection.sendRequest<{ kind: string; resultId: string }>('textDocument/diagnostic', {
        textDocument: { uri },
        previousResultId,
      });
    const { kind, resultId } = await pull();
    assert.equal(kind, 'full');
    await client.change(uri, { range: { start: at(0, 2), end: at(0, 5) }, text: 'Why' });
    assert.deepEqual(await pull(resultId), { kind: 'unchanged', resultId });
  });

  it('shows the score of an example under the mouse, and nothing elsewhere', async () => {
    const client = await startClient();
    await client.open(uri, readme, 'markdown');
    const hover = (line: number, character: number) =>
      client.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: at(line, character),
      });
    const found = await hover(8, 10);
    assert.ok(found);
    assert.match((found.contents as { value: string }).value, /0\.50/);
    assert.deepEqual(found.range, { start: at(8, 7), end: at(8, 40) });
    assert.equal(await hover(2, 4), null);
    assert.equal(await hover(8, 1), null);
  });

  it('completes in a fence, where it is in the document', async () => {
    const client = await startClient();
    await client.open(uri, readme.replace('owner @maria', 'wei'), 'markdown');
    const complete = (line: number, character: number) =>
      client.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: at(line, character),
      });
    const { items } = await complete(6, 7);
    const weight = items.find(({ label }) => label === 'weight');
    assert.ok(weight?.textEdit && 'range' in weight.textEdit);
    assert.deepEqual(weight.textEdit.range, { start: at(6, 4), end: at(6, 7) });
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', weight);
    assert.ok(resolved.documentation);
    assert.deepEqual((await complete(0, 3)).items, []);
  });

  it('is no part of the workspace, and has its settings', async () => {
    const folder = folderWith({
      'okr.json': '{ "root": true, "rules": { "unknown-keyword": "info" } }',
      'company.okr':
        'team company\ncycle 2026-Q4\nobjective grow: Grow\n  owner @ana\n  supports love\n  kr a: A\n    to 3\n    checkin 2026-11-20 2\n  kr b: B\n    to 4\n    checkin 2026-11-20 3\n',
    });
    const client = await startClient({ folders: [folder.uri] });
    const document = folder.uriOf('docs/README.md');
    await client.open(
      document,
      readme.replace('owner', 'ownr').replace('objective', 'team company\n  objective'),
      'markdown',
    );
    const [found] = await client.pull(document);
    assert.equal(found?.severity, 3);
    assert.deepEqual(codes(await client.pull(folder.uriOf('company.okr'))), ['unresolved-reference']);
    const { items } = await client.connection.sendRequest<{ items: { uri: string }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.ok(items.every(item => !item.uri.endsWith('.md')));
  });

  it('is formatted by others', async () => {
    const client = await startClient();
    await client.open(uri, readme.replace('    owner', '     owner'), 'markdown');
    const edits = await client.connection.sendRequest('textDocument/formatting', {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.deepEqual(edits, []);
  });

  it('has its diagnostics pushed to a client that cannot pull, and taken back when it is closed', async () => {
    const seen: PublishDiagnosticsParams[] = [];
    let look = () => {};
    const until = (fits: (params: PublishDiagnosticsParams) => boolean) =>
      new Promise<PublishDiagnosticsParams>(resolve => {
        look = () => {
          const found = seen.find(fits);
          if (found !== undefined) resolve(found);
        };
        look();
      });
    const client = await startClient({ capabilities: { textDocument: { publishDiagnostics: {} } } }, connection => {
      connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
        seen.push(params);
        look();
      });
    });
    await client.open('file:///w/plain.md', 'No goals here\n', 'markdown');
    await client.open(uri, readme.replace('owner', 'ownr'), 'markdown');
    const first = await until(params => params.uri === uri);
    assert.deepEqual(codes(first.diagnostics), ['unknown-keyword']);
    seen.length = 0;
    // A day later everything is looked at again, and this stays.
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { okr: { today: '2026-11-22' } },
    });
    await client.change(uri, { range: { start: at(6, 4), end: at(6, 8) }, text: 'onwer' });
    const second = await until(params => params.uri === uri);
    assert.deepEqual(second.diagnostics[0]?.range, { start: at(6, 4), end: at(6, 9) });
    seen.length = 0;
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual((await until(params => params.uri === uri)).diagnostics, []);
    assert.ok(seen.every(params => !params.uri.endsWith('plain.md')));
  });

  it('is asked for where the client can be told, for what is offered there and nothing else', async () => {
    const dynamicRegistration = true;
    const capabilities: ClientCapabilities = {
      textDocument: {
        synchronization: { dynamicRegistration },
        hover: { dynamicRegistration },
        completion: { dynamicRegistration },
        diagnostic: { dynamicRegistration },
        formatting: { dynamicRegistration },
      },
    };
    const asked = new Promise<readonly Registration[]>(resolve => {
      void startClient({ capabilities, folders: ['memfs://host/w'] }, connection => {
        connection.onRequest('okr/fs/find', () => []);
        connection.onRequest('client/registerCapability', ({ registrations }) => {
          resolve(registrations);
          return null;
        });
      });
    });
    const registrations = await asked;
    assert.deepEqual(
      registrations.map(({ method }) => method),
      [
        'textDocument/didOpen',
        'textDocument/didChange',
        'textDocument/didClose',
        'textDocument/hover',
        'textDocument/completion',
        'textDocument/diagnostic',
      ],
    );
    for (const { registerOptions } of registrations)
      assert.deepEqual(
        registerOptions.documentSelector,
        ['file', 'untitled', 'memfs'].map(scheme => ({ scheme, language: 'markdown' })),
      );
  });
});
