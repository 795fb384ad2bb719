/** Answers what a workspace asks about the past of its files, from git. */
import { URI } from 'vscode-uri';
import type { Workspace } from '../../core/model/workspace.ts';
import type { WantedVersions } from '../../core/revisions/revision.ts';
import { tell } from '../../core/revisions/tell.ts';
import { readVersions } from './read-versions.ts';
import { Repositories } from './repositories.ts';

/**
 * Tells a workspace what it wants to know.
 * @param met is told of each repository that was asked
 * @returns whether there is anything to say that was not known
 */
export async function readHistories(workspace: Workspace, met: (top: string) => void = () => {}): Promise<boolean> {
  const repositories = new Repositories();
  let isNew = false;
  for (let wanted = workspace.revisions.takeWanted(); wanted.length > 0; wanted = workspace.revisions.takeWanted()) {
    const byTop = new Map<string, Map<string, WantedVersions>>();
    for (const file of wanted) {
      const path = URI.parse(file.uri).fsPath;
      const top = file.uri.startsWith('file:') ? repositories.topOf(path) : null;
      if (top === null) workspace.revisions.set(file, undefined);
      else byTop.set(top, (byTop.get(top) ?? new Map()).set(path, file));
    }
    for (const [top, files] of byTop) {
      met(top);
      const since = Math.min(...[...files.values()].map(file => file.since));
      for await (const [path, versions] of readVersions(top, [...files.keys()], since)) {
        const file = files.get(path);
        if (file !== undefined) isNew = tell(workspace, file, versions) || isNew;
      }
    }
  }
  return isNew;
}
