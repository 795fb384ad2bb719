/**
 * What is offered in Markdown: hovers, diagnostics and, when somebody asks for it, completion. The rest of what the
 * server can do (formatting above all) is not for Markdown, so it is registered apart, with a selector of its own.
 *
 * It is registered by a server that runs already: no README starts the extension.
 */
import {
  BulkRegistration,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Session } from '../server.ts';
import type { Door } from './door.ts';

export const inMarkdown: Door = {
  capabilities: () => ({}),
  open(session) {
    const { synchronization, hover, completion, diagnostic } = session.capabilities.textDocument ?? {};
    // Who cannot be asked for more says by itself which documents are sent.
    if (synchronization?.dynamicRegistration !== true) return;
    void session.ready.then(() => {
      const documentSelector = schemesOf(session).map(scheme => ({ scheme, language: 'markdown' }));
      const all = BulkRegistration.create();
      all.add(DidOpenTextDocumentNotification.type, { documentSelector });
      all.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
      all.add(DidCloseTextDocumentNotification.type, { documentSelector });
      if (hover?.dynamicRegistration === true) all.add(HoverRequest.type, { documentSelector });
      // No characters that trigger it: prose has many blanks.
      if (completion?.dynamicRegistration === true)
        all.add(CompletionRequest.type, { documentSelector, resolveProvider: true });
      if (diagnostic?.dynamicRegistration === true)
        all.add(DocumentDiagnosticRequest.type, {
          documentSelector,
          identifier: 'okr-markdown',
          interFileDependencies: false,
          workspaceDiagnostics: false,
        });
      session.connection.client.register(all).catch(error => session.connection.console.warn(String(error)));
    });
  },
};

/** Of files, of what is not saved yet, and of the folders, which may be virtual; not of the old side of a diff. */
function schemesOf({ workspaces }: Session): readonly string[] {
  const schemes = workspaces.all.map(({ workspace }) => workspace.root.slice(0, workspace.root.indexOf(':')));
  return [...new Set(['file', 'untitled', ...schemes])];
}
