/** An action that cannot be taken after all says why, to clients that ask for its edits and to those that do not. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

const uri = 'file:///nowhere/a.okr';
const text = `cycle 2026-Q4
objective bird: A bird
cycle 2027-Q1
initiative bird: Bring a bird
objective nest: A nest
  needs bird
`;
const reason =
  '`bird` in a.okr, line 6, would lead elsewhere if this were in 2027-Q1: give one of the two another name first';

describe('an action that cannot be taken', () => {
  let client: Client | undefined;
  afterEach(() => client?.stop());

  async function moves(codeAction: ClientCapabilities['textDocument'] & object): Promise<CodeAction[]> {
    client = await Client.start({ capabilities: { textDocument: codeAction } });
    await client.open(uri, text);
    const at = { line: 1, character: 0 };
    const context = { diagnostics: [], only: ['refactor.move'] };
    const params = { textDocument: { uri }, range: { start: at, end: at }, context };
    return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  it('is shown with its reason, where a client can do that, and else not at all', async () => {
    const [shown] = await moves({ codeAction: { disabledSupport: true } });
    assert.equal(shown?.title, 'Move it to 2027-Q1');
    assert.equal(shown.disabled?.reason, reason);
    assert.equal(shown.edit, undefined);
    await client?.stop();
    assert.deepEqual(await moves({ codeAction: {} }), []);
  });

  it('is refused with its reason when it is taken', async () => {
    const [offered] = await moves({
      codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ['edit'] } },
    });
    assert.ok(offered !== undefined && offered.disabled === undefined);
    await assert.rejects(
      async () => client?.connection.sendRequest(CodeActionResolveRequest.type, offered),
      (error: ResponseError) => error.code === LSPErrorCodes.RequestFailed && error.message === reason,
    );
  });
});
