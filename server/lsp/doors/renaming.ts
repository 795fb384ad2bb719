/** Other names: of what is written in files, and of the files. */
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Session } from '../server.ts';
import { about, cancelled, type Door, pauseFor, refusal } from './door.ts';

export const renaming: Door = {
  capabilities: ({ textDocument, workspace }) => ({
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    ...(workspace?.fileOperations?.willRename === true
      ? {
          workspace: {
            fileOperations: {
              willRename: {
                filters: [
                  {
                    pattern: {
                      glob: '**/*.{okr,csv,tsv,json,jsonl}',
                      matches: 'file' as const,
                      options: { ignoreCase: true },
                    },
                  },
                  { pattern: { glob: '**', matches: 'folder' as const } },
                ],
              },
            },
          },
        }
      : {}),
  }),
  open(session) {
    const { connection, workspaces, ready } = session;

    connection.onPrepareRename(
      about(session, async (loaded, uri, { position }: PrepareRenameParams) => {
        const { prepareRename } = await import('../../core/features/renaming.ts');
        const found = prepareRename(loaded, uri, position);
        if ('refused' in found) throw refusal(found.refused);
        return found;
      }),
    );
    connection.onRenameRequest(
      about(session, async (loaded, uri, { position, newName }: RenameParams, pause) => {
        const { rename } = await import('../../core/features/renaming.ts');
        const editions = editionsOf(session);
        const renamed = await rename(loaded, uri, position, newName, pause);
        if ('refused' in renamed) throw refusal(renamed.refused);
        return workspaceEdit(session, renamed.edits, editions);
      }),
    );
    connection.workspace.onWillRenameFiles(async ({ files }, token): Promise<WorkspaceEdit | null> => {
      await ready;
      if (token.isCancellationRequested) throw cancelled();
      const { pathEdits } = await import('../../core/features/moving-files.ts');
      const moves = files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
      const pause = pauseFor(token);
      const editions = editionsOf(session);
      const edits = new Map<string, readonly TextEdit[]>();
      for (const { workspace } of workspaces.all)
        for (const [uri, own] of await pathEdits(workspace, moves, pause)) edits.set(uri, own);
      return edits.size === 0 ? null : workspaceEdit(session, edits, editions);
    });
  },
};

/** The versions of what is open, as they were when the work began. */
function editionsOf({ workspaces }: Session): ReadonlyMap<string, number | null> {
  return new Map(workspaces.openUris().map(uri => [uri, workspaces.versionOf(uri)]));
}

/** For clients that can check it, with the version that each document had. */
function workspaceEdit(
  { capabilities, workspaces }: Session,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  editions: ReadonlyMap<string, number | null>,
): WorkspaceEdit {
  for (const uri of edits.keys())
    if (workspaces.versionOf(uri) !== (editions.get(uri) ?? null))
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed meanwhile');
  if (capabilities.workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries([...edits].map(([uri, own]) => [uri, [...own]])) };
  return {
    documentChanges: [...edits].map(([uri, own]) => ({
      textDocument: { uri, version: editions.get(uri) ?? null },
      edits: [...own],
    })),
  };
}
