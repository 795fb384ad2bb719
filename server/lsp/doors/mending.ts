/** What to change here: fixes, refactorings, and what puts a file in order. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { about, type Door, pauseFor, refusal } from './door.ts';

export const mending: Door = {
  capabilities: client => ({
    codeActionProvider: {
      // As `kinds` of the code actions has them, which are not loaded before they are asked for.
      codeActionKinds: [
        'quickfix',
        'refactor.extract',
        'refactor.move',
        'refactor.rewrite',
        'source.fixAll.okr',
        'source.organize.okr',
      ],
      resolveProvider: resolves(client),
    },
  }),
  open(session) {
    const { connection, workspaces, capabilities, commands, ready } = session;
    const has = (command: string) => commands.has(command);
    const showsDisabled = capabilities.textDocument?.codeAction?.disabledSupport === true;
    const isLazy = resolves(capabilities);
    const knowsVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
    const versionOf = knowsVersions ? (uri: string) => workspaces.versionOf(uri) : undefined;
    connection.onCodeAction(
      about(session, async (loaded, uri, { textDocument, range, context }: CodeActionParams, pause) => {
        const { codeActions } = await import('../../core/features/code-actions.ts');
        const { only, diagnostics, triggerKind } = context;
        // A client that does not say why it asks may have been asked by somebody.
        const asked = { address: textDocument.uri, range, only, diagnostics, isInvoked: triggerKind !== 2, has };
        const actions = await codeActions(loaded, uri, asked, { isLazy, versionOf }, pause);
        return showsDisabled ? actions : actions.filter(({ disabled }) => disabled === undefined);
      }),
    );
    connection.onCodeActionResolve(async (action: CodeAction, token) => {
      await ready;
      // A command has nothing more to tell.
      if (action.data === undefined) return action;
      const { resolveCodeAction } = await import('../../core/features/code-actions.ts');
      const { uri } = action.data as { readonly uri: string };
      const resolved = await resolveCodeAction(workspaces.of(uri), action, versionOf, pauseFor(token));
      // Not as modified content: of that clients say nothing, and somebody chose this who would wait for it.
      if (resolved === undefined) throw refusal(changed);
      if (resolved.disabled !== undefined) throw refusal(resolved.disabled.reason);
      return resolved;
    });
  },
};

const changed = 'The text has changed since this was offered: see what is offered there now';

/** Whether a client asks for the edits of an action when somebody takes it. */
function resolves(client: Parameters<Door['capabilities']>[0]): boolean {
  const { dataSupport, resolveSupport } = client.textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}
