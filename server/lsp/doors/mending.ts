/** What to change here: code actions. */
import type { CodeActionParams } from 'vscode-languageserver';
import { about, type Door } from './door.ts';

export const mending: Door = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: ['quickfix'] } }),
  open(session) {
    session.connection.onCodeAction(
      about(session, async ({ workspace, diagnosis }, uri, { range, context }: CodeActionParams) => {
        const file = workspace.file(uri);
        if (file === undefined) return [];
        if (
          context.only !== undefined &&
          !context.only.some(kind => kind === '' || kind === 'quickfix' || kind.startsWith('quickfix.'))
        )
          return [];
        const { quickFixes } = await import('../../core/features/code-actions.ts');
        return quickFixes(file, diagnosis.findings(file), range, context.diagnostics);
      }),
    );
  },
};
