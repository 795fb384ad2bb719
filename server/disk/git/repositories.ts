/** The git repositories that files stand in. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitText } from './run.ts';

/** Folders and the top of the repository that each is in; null: in none. A repository may come, so nothing is kept long. */
export class Repositories {
  private readonly tops = new Map<string, string | null>();

  /** The nearest folder above a path that has a `.git`, be it a folder or a worktree's file; null without one. */
  topOf(path: string): string | null {
    const folder = dirname(path);
    let top = this.tops.get(folder);
    if (top === undefined) {
      top = existsSync(join(folder, '.git')) ? folder : dirname(folder) === folder ? null : this.topOf(folder);
      this.tops.set(folder, top);
    }
    return top;
  }
}

/** The commit that a repository is at; undefined before its first, and where git cannot say. */
export async function headOf(top: string): Promise<string | undefined> {
  try {
    return (await gitText(top, ['rev-parse', '--verify', '--quiet', 'HEAD'])).trim();
  } catch {
    return undefined;
  }
}
