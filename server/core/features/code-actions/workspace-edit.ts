/** Edits of several files as the protocol has them. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { textOf } from '../../rules/fixes.ts';
import type { PlacedEdit } from '../../rules/rule.ts';

/** The version of an open document that the server has; null for a file that is not open. */
export type VersionOf = (uri: string) => number | null;

/** @param versionOf where the client refuses edits of another version than it has */
export function workspaceEdit(edits: readonly PlacedEdit[], versionOf: VersionOf | undefined): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const { place } = edit;
    const { uri } = place.file;
    changes[uri] ??= [];
    changes[uri].push({ range: place.file.rangeOf(place.block, place.span), newText: textOf(edit) });
  }
  if (versionOf === undefined) return { changes };
  return {
    documentChanges: Object.entries(changes).map(([uri, own]) => ({
      textDocument: { uri, version: versionOf(uri) },
      edits: own,
    })),
  };
}
