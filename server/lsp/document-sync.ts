/** Keeps the workspaces in step with the documents that are open, and with the files that change on the disk. */
import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { Document } from '../../grammar/document.ts';
import { edited } from './edited.ts';
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

export function takeDocuments(session: Session): void {
  const { connection, workspaces, markdown } = session;
  /** The `okr.json` files that are open; they are small, and taken as a whole. */
  const settings = new Map<string, Document>();
  const isSettings = (uri: string) => /\/okr\.json$/.test(uri);
  const isOkr = (uri: string, languageId?: string) =>
    languageId === 'okr' || /\.okr$/i.test(uri) || workspaces.isOpen(uri);

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    workspaces.setVersion(uri, version);
    if (isSettings(uri)) {
      settings.set(keyOf(uri), new Document(text));
      workspaces.openSettings(uri, text);
      session.changed([uri], true);
    } else if (isOkr(uri, languageId)) {
      workspaces.open(uri, text);
      session.changed([uri], false);
    } else if (languageId === 'markdown') {
      markdown.open(uri, text);
      session.changed([], false);
    }
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (!workspaces.hasVersion(uri)) return;
    workspaces.setVersion(uri, version);
    const key = keyOf(uri);
    const json = settings.get(key);
    if (json !== undefined) {
      const changed = edited(json, contentChanges);
      settings.set(key, changed);
      workspaces.openSettings(uri, changed.text);
      session.changed([uri], true);
      return;
    }
    if (markdown.has(uri)) {
      markdown.change(uri, contentChanges);
      session.changed([], false);
    }
    if (!workspaces.isOpen(uri)) return;
    const { workspace } = workspaces.of(uri);
    for (const change of contentChanges) {
      if ('range' in change) workspace.editFile(key, change.range, change.text);
      else workspaces.open(uri, change.text);
    }
    session.changed([uri], false);
  });

  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    if (!workspaces.dropVersion(uri)) return;
    if (settings.delete(keyOf(uri))) {
      await workspaces.close(uri);
      session.changed([uri], true);
    } else if (workspaces.isOpen(uri)) {
      await workspaces.close(uri);
      session.diagnostics.forget(uri);
      session.changed([uri], true);
    } else if (markdown.has(uri)) {
      markdown.close(uri);
      session.changed([], false);
    }
  });

  const changed = async (uris: readonly string[]) => {
    for (const uri of uris) if (!settings.has(keyOf(uri))) await workspaces.changed(uri);
    session.changed(uris, true);
  };
  connection.onDidChangeWatchedFiles(({ changes }) => changed(changes.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) => changed(files.flatMap(each => [each.oldUri, each.newUri])));
  connection.workspace.onDidDeleteFiles(({ files }) => changed(files.map(({ uri }) => uri)));
}

/** Folders that are moved or deleted in the editor: watchers of files hear nothing of what was in them. */
export function folderMoves({ workspace }: InitializeParams['capabilities']): ServerCapabilities['workspace'] {
  const { didRename, didDelete } = workspace?.fileOperations ?? {};
  const folders = { filters: [{ pattern: { glob: '**', matches: 'folder' as const } }] };
  const fileOperations = {
    ...(didRename === true && { didRename: folders }),
    ...(didDelete === true && { didDelete: folders }),
  };
  return Object.keys(fileOperations).length === 0 ? {} : { fileOperations };
}
