/** How it is laid out: formatting, of a whole file, of what was pasted, and after Enter. */
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
} from 'vscode-languageserver';
import { about, type Door } from './door.ts';

export const formatting: Door = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  }),
  open(session) {
    const { connection } = session;
    connection.onDocumentFormatting(
      about(session, async ({ workspace }, uri, _: DocumentFormattingParams) => {
        const { formatDocument } = await import('../../core/features/formatting.ts');
        const file = workspace.file(uri);
        return file === undefined ? [] : formatDocument(file);
      }),
    );
    connection.onDocumentRangeFormatting(
      about(session, async ({ workspace }, uri, { range }: DocumentRangeFormattingParams) => {
        const { formatRange } = await import('../../core/features/formatting.ts');
        const file = workspace.file(uri);
        return file === undefined ? [] : formatRange(file, range);
      }),
    );
    connection.onDocumentOnTypeFormatting(
      about(session, async ({ workspace }, uri, { position }: DocumentOnTypeFormattingParams) => {
        const { formatAfterEnter } = await import('../../core/features/formatting.ts');
        const file = workspace.file(uri);
        return file === undefined ? [] : formatAfterEnter(workspace, file, position);
      }),
    );
  },
};
