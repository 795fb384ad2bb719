/** *OKR: Restart Language Server*, and the one restart that nobody has to ask for. */
import { workspace } from 'vscode';
import { documentSchemes } from '../../documents.ts';
import { command, type Feature } from '../../feature.ts';

export const restart: Feature = host => {
  let schemes = documentSchemes(workspace.workspaceFolders);
  return [
    command(host, 'okr.restartServer', 'The OKR language server could not be restarted', () => host.server.restart()),
    workspace.onDidChangeWorkspaceFolders(() => {
      const now = documentSchemes(workspace.workspaceFolders);
      // Which documents are the server's is said once, at its start.
      if (now.some(scheme => !schemes.includes(scheme))) void host.server.restart();
      schemes = now;
    }),
  ];
};
