/** What editors are told of how to show a diagnostic: greyed out, struck through. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';

const work = `cycle 2026-Q4
# okr-ignore timeframe-missing: we are in no hurry
objective love: Customers love us
  supports grow
  kr a: A
    to 3
    checkin 2026-11-20 2
  kr b: B
    to 4
    checkin 2026-11-20 3
`;

describe('the tags of diagnostics over the protocol', () => {
  let client: Client | undefined;
  afterEach(() => client?.stop());
  removeFoldersAfterEach();

  it('grey out a silence that nothing needs, and strike through what was dropped', async () => {
    const folder = folderWith({
      'okr.json': '{ "root": true }',
      'goals.okr': 'cycle 2026-Q4\nobjective grow: Grow\n  dropped 2026-11-01\n',
      'work.okr': work,
    });
    client = await Client.start({ folders: [folder.uri] });
    await client.open(folder.uriOf('work.okr'), work);
    const found = await client.pull(folder.uriOf('work.okr'));
    assert.deepEqual(
      found.map(({ code, severity, tags, range }) => ({ code, severity, tags, line: range.start.line })),
      [
        { code: 'ignore-unused', severity: DiagnosticSeverity.Hint, tags: [DiagnosticTag.Unnecessary], line: 1 },
        { code: 'reference-dropped', severity: DiagnosticSeverity.Hint, tags: [DiagnosticTag.Deprecated], line: 3 },
      ],
    );
  });
});
