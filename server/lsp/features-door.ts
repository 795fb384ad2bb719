/** Hands the requests of the protocol to the features of the core. */

import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

export function answerFeatures({ connection, workspaces, ready }: Session): void {
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    await ready;
    const { hover } = await import('../core/features/hover.ts');
    return hover(workspaces.of(uri), keyOf(uri), position);
  });
  // An item is resolved while its list is shown, so it is of the document that was asked for last.
  let completed = '';
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    await ready;
    completed = uri;
    const { complete } = await import('../core/features/completion.ts');
    return complete(workspaces.of(uri), keyOf(uri), position);
  });
  connection.onCompletionResolve(async item => {
    const { resolveCompletion } = await import('../core/features/completion.ts');
    return resolveCompletion(workspaces.of(completed), item);
  });
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    await ready;
    const { workspace, diagnosis } = workspaces.of(uri);
    const file = workspace.file(keyOf(uri));
    if (file === undefined) return [];
    if (
      context.only !== undefined &&
      !context.only.some(kind => kind === '' || kind === 'quickfix' || kind.startsWith('quickfix.'))
    )
      return [];
    const { quickFixes } = await import('../core/features/code-actions.ts');
    return quickFixes(file, diagnosis.findings(file), range, context.diagnostics);
  });
  connection.onDocumentFormatting(async ({ textDocument: { uri } }) => {
    const file = workspaces.of(uri).workspace.file(keyOf(uri));
    const { formatDocument } = await import('../core/features/formatting.ts');
    return file === undefined ? [] : formatDocument(file);
  });
  connection.onDocumentRangeFormatting(async ({ textDocument: { uri }, range }) => {
    const file = workspaces.of(uri).workspace.file(keyOf(uri));
    const { formatRange } = await import('../core/features/formatting.ts');
    return file === undefined ? [] : formatRange(file, range);
  });
}
