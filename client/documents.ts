/** Which documents are the language server's. */
import type { TextDocument, TextEditor, WorkspaceFolder } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

export const languageId = 'okr';

type WithScheme = { readonly uri: { readonly scheme: string } };

/**
 * The URI schemes that documents live in: of files, of what is not saved yet, and of the workspace's folders, which may
 * be virtual. The old side of a diff (`git:`) is none of them: it would say everything a second time.
 */
export function documentSchemes(folders: readonly WithScheme[] | undefined): readonly string[] {
  return [...new Set(['file', 'untitled', ...(folders ?? []).map(folder => folder.uri.scheme)])];
}

/** The `.okr` documents and the settings, whose mistakes the server reports too. */
export function documentSelector(folders: readonly WorkspaceFolder[] | undefined): DocumentSelector {
  return documentSchemes(folders).flatMap(scheme => [
    { scheme, language: languageId },
    { scheme, pattern: '**/okr.json' },
  ]);
}

/** @returns the editor's document where it is in the language, from wherever it was opened */
export function okrDocument(editor: TextEditor | undefined): TextDocument | undefined {
  return editor?.document.languageId === languageId ? editor.document : undefined;
}
