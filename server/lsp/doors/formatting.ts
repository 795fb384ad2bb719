/** How it is laid out: formatting. */
import type { DocumentFormattingParams, DocumentRangeFormattingParams } from 'vscode-languageserver';
import { about, type Door } from './door.ts';

export const formatting: Door = {
  capabilities: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  open(session) {
    const { connection } = session;
    connection.onDocumentFormatting(
      about(session, async ({ workspace }, uri, _: DocumentFormattingParams) => {
        const file = workspace.file(uri);
        const { formatDocument } = await import('../../core/features/formatting.ts');
        return file === undefined ? [] : formatDocument(file);
      }),
    );
    connection.onDocumentRangeFormatting(
      about(session, async ({ workspace }, uri, { range }: DocumentRangeFormattingParams) => {
        const file = workspace.file(uri);
        const { formatRange } = await import('../../core/features/formatting.ts');
        return file === undefined ? [] : formatRange(file, range);
      }),
    );
  },
};
