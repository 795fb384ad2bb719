/** Reminders in the editor: quiet, as whoever reads them made no mistake; as loud as asked where the settings ask. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';

const goals = `person @kim: Kim Soto
  until 2026-10-16
person @maria: Maria Costa
person @kimberly: Kimberly
cycle 2026-Q4
objective love: Customers love us
  owner @kim
  kr a: A
    to 3
    owner @kimber
    checkin 2026-11-20 2
  kr b: B
    to 4
`;

describe('reminders over the protocol', () => {
  let client: Client | undefined;
  afterEach(() => client?.stop());
  removeFoldersAfterEach();

  const severities = async (rules: object) => {
    const folder = folderWith({ 'okr.json': JSON.stringify({ root: true, rules }), 'goals.okr': goals });
    client = await Client.start({ folders: [folder.uri] });
    await client.open(folder.uriOf('goals.okr'), goals);
    const found = await client.pull(folder.uriOf('goals.okr'));
    return found.map(({ code, severity, range }) => ({ code, severity, line: range.start.line }));
  };
  const mistake = { code: 'unknown-person', severity: DiagnosticSeverity.Warning, line: 9 };

  it('are no warnings, unlike what somebody wrote', async () => {
    assert.deepEqual(await severities({}), [
      { code: 'owner-left', severity: DiagnosticSeverity.Information, line: 6 },
      mistake,
      { code: 'checkin-missing', severity: DiagnosticSeverity.Information, line: 11 },
    ]);
  });

  it('are as loud as the settings say, and as quiet', async () => {
    assert.deepEqual(await severities({ 'owner-left': 'error', 'checkin-missing': 'hint' }), [
      { code: 'owner-left', severity: DiagnosticSeverity.Error, line: 6 },
      mistake,
      { code: 'checkin-missing', severity: DiagnosticSeverity.Hint, line: 11 },
    ]);
  });

  it('are warnings where the settings say so', async () => {
    assert.deepEqual(await severities({ 'owner-left': 'warning', 'checkin-missing': 'warning' }), [
      { code: 'owner-left', severity: DiagnosticSeverity.Warning, line: 6 },
      mistake,
      { code: 'checkin-missing', severity: DiagnosticSeverity.Warning, line: 11 },
    ]);
  });
});
