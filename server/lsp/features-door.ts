/** Hands the requests of the protocol to the features of the core. */

import { quickFixes } from '../core/features/code-actions.ts';
import { complete, resolveCompletion } from '../core/features/completion.ts';
import { formatDocument, formatRange } from '../core/features/formatting.ts';
import { hover } from '../core/features/hover.ts';
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

export function answerFeatures({ connection, workspaces, ready }: Session): void {
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    await ready;
    return hover(workspaces.of(uri), keyOf(uri), position);
  });
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    await ready;
    return complete(workspaces.of(uri), keyOf(uri), position);
  });
  connection.onCompletionResolve(item => {
    const uri = (item.data as { uri?: string } | undefined)?.uri;
    return uri === undefined ? item : resolveCompletion(workspaces.of(uri), item);
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
    return quickFixes(file, diagnosis.findings(file), range, context.diagnostics);
  });
  connection.onDocumentFormatting(({ textDocument: { uri } }) => {
    const file = workspaces.of(uri).workspace.file(keyOf(uri));
    return file === undefined ? [] : formatDocument(file);
  });
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) => {
    const file = workspaces.of(uri).workspace.file(keyOf(uri));
    return file === undefined ? [] : formatRange(file, range);
  });
}
