/**
 * Whether the server may run git, which a workspace that nobody trusts must not make it do; and what the editor's own
 * git knows, for a server that cannot run it: in virtual workspaces and in the browser.
 */
import { Uri, workspace } from 'vscode';
import {
  type RevisionsChangedParams,
  revisionsChangedNotification,
} from '../../../server/core/requests/client-files.ts';
import type { Feature } from '../../feature.ts';
import { okrRevisions } from '../../protocol.ts';
import { repositoryOf } from './git.ts';
import { versionsSince } from './versions.ts';

export const revisions: Feature = ({ server, output }) => {
  server.initializeWith(() => ({ revisions: workspace.isTrusted }));
  server.answer(okrRevisions, async ({ uri, since }) => {
    if (!workspace.isTrusted) return null;
    const file = Uri.parse(uri, true);
    try {
      const repository = await repositoryOf(file);
      return repository === undefined ? null : await versionsSince(repository, file.fsPath, since);
    } catch (error) {
      output.info(`The past of ${uri} cannot be read`, String(error));
      return null;
    }
  });
  return [
    workspace.onDidGrantWorkspaceTrust(() => {
      const params: RevisionsChangedParams = { allowed: true };
      void server.notify(revisionsChangedNotification, params);
    }),
  ];
};
