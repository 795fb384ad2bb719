/** What fits here: completion. */
import type { CompletionParams } from 'vscode-languageserver';
import { about, type Door } from './door.ts';

export const completing: Door = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['@', ' ', '/', '.', ','], resolveProvider: true },
  }),
  open(session) {
    const { connection, workspaces } = session;
    // An item is resolved while its list is shown, so it is of the document that was asked for last.
    let completed = '';
    connection.onCompletion(
      about(session, async (loaded, uri, { position }: CompletionParams) => {
        completed = uri;
        const { complete } = await import('../../core/features/completion.ts');
        return complete(loaded, uri, position);
      }),
    );
    connection.onCompletionResolve(async item => {
      const { resolveCompletion } = await import('../../core/features/completion.ts');
      return resolveCompletion(workspaces.of(completed), item);
    });
  },
};
