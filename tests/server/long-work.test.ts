/** Work that takes a while: what is shown of it, what comes in parts, and what stops when nobody wants it any more. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  LSPErrorCodes,
  type ResponseError,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver-protocol';
import { type Folder, folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

stopClientsAfterEach();
removeFoldersAfterEach();

const showing: ClientCapabilities = { window: { workDoneProgress: true }, textDocument: { diagnostic: {} } };

/** So many files, each with a key result that nobody can measure. */
function manyFiles(count: number): Folder {
  const files: Record<string, string> = { 'okr.json': '{ "root": true }' };
  for (let i = 0; i < count; i++)
    files[`team-${i}.okr`] =
      `team t${i}\ncycle 2026-Q4\nobjective a: A\n  owner @ana\n  kr: Delight everybody\n  kr: Clients\n    to 3\n`;
  return folderWith(files);
}

describe('work that takes a while', () => {
  it('shows how far the reading of a large workspace is', async () => {
    const seen: Progress[] = [];
    let ended = () => {};
    const end = new Promise<void>(resolve => (ended = resolve));
    await startClient({ folders: [manyFiles(600).uri], capabilities: showing }, connection => {
      connection.onRequest('window/workDoneProgress/create', () => null);
      connection.onNotification('$/progress', ({ value }: { value: Progress }) => {
        seen.push(value);
        if (value.kind === 'end') ended();
      });
    });
    await end;
    assert.deepEqual(seen[0], { kind: 'begin', title: 'Reading OKRs', percentage: 0 });
    const shares = seen.flatMap(value => (value.kind === 'report' ? [value.percentage ?? Number.NaN] : []));
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
    assert.equal(shares.at(-1), 100);
  });

  it('gives the diagnostics of a workspace in parts to a client that takes them so', async () => {
    const client = await startClient({ folders: [manyFiles(250).uri], capabilities: showing });
    const parts: WorkspaceDiagnosticReportPartialResult[] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: WorkspaceDiagnosticReportPartialResult }) => {
        if (token === 'parts') parts.push(value);
      },
    );
    const rest = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    assert.deepEqual(rest.items, [], 'what came in parts does not come again');
    assert.ok(parts.length > 1);
    const reported = parts.flatMap(({ items }) => items).filter(({ uri }) => uri.endsWith('.okr'));
    assert.equal(new Set(reported.map(({ uri }) => uri)).size, 250);
    assert.ok(reported.every(report => report.kind === 'full' && report.items[0]?.code === 'kr-unmeasurable'));
  });

  it('stops when it is no longer wanted', async () => {
    const client = await startClient({ folders: [manyFiles(600).uri], capabilities: showing });
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    source.cancel();
    await assert.rejects(answer, ({ code }: ResponseError) => code === LSPErrorCodes.RequestCancelled);
  });
});
