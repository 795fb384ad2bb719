/** The past of files on the disk, from git. */
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { GitUser } from '../core/edits/who-is.ts';
import type { Workspace } from '../core/model/workspace.ts';
import type { RevisionChoice, RevisionWanted } from '../core/requests/compare.ts';
import { readHistories } from '../disk/git/read-histories.ts';
import { headOf, Repositories } from '../disk/git/repositories.ts';
import { gitUser } from '../disk/git/user.ts';
import type { HistorySource, Past } from './file-access.ts';
import { NoHistory } from './no-history.ts';

export class GitHistories implements HistorySource {
  /** Of each repository that was asked, the commit that it was at. */
  private readonly heads = new Map<string, Promise<string | undefined>>();

  read(workspace: Workspace): Promise<boolean> {
    return readHistories(workspace, top => {
      if (!this.heads.has(top)) this.heads.set(top, headOf(top));
    });
  }

  async hasMoved(): Promise<boolean> {
    let moved = false;
    for (const [top, before] of this.heads) {
      const now = headOf(top);
      if ((await now) === (await before)) continue;
      this.heads.set(top, now);
      moved = true;
    }
    return moved;
  }

  user(folder: string): Promise<GitUser> {
    return gitUser(URI.parse(folder).fsPath);
  }

  async choices({ root }: Workspace): Promise<readonly RevisionChoice[]> {
    const { revisionsToChoose } = await import('../disk/git/to-choose.ts');
    return this.asked(root, revisionsToChoose);
  }

  async past(workspace: Workspace, wanted: RevisionWanted): Promise<Past> {
    const { workspaceThen } = await import('../disk/git/workspace-then.ts');
    return this.asked(workspace.root, (top, folder) => workspaceThen(top, folder, workspace.today.get(), wanted));
  }

  private async asked<T>(root: string, ask: (top: string, folder: string) => Promise<T>): Promise<T> {
    const { NoRevision } = await import('../disk/git/named.ts');
    const folder = URI.parse(root).fsPath;
    const top = root.startsWith('file:') ? new Repositories().topOf(join(folder, 'x')) : null;
    if (top === null) throw new NoHistory(`There is nothing to compare with: ${folder} is in no git repository.`);
    try {
      return await ask(top, folder);
    } catch (error) {
      throw error instanceof NoRevision ? new NoHistory(`${error.message}.`) : error;
    }
  }
}
