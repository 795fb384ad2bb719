/** The past of files on the disk, from git. */
import { URI } from 'vscode-uri';
import type { GitUser } from '../core/edits/who-is.ts';
import type { Workspace } from '../core/model/workspace.ts';
import { readHistories } from '../disk/git/read-histories.ts';
import { headOf } from '../disk/git/repositories.ts';
import { gitUser } from '../disk/git/user.ts';
import type { HistorySource } from './file-access.ts';

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
}
