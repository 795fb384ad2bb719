/** What is used of the API of VS Code's own git extension. */
import { extensions, type Uri } from 'vscode';

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
  readonly commitDate?: Date;
}

export interface Repository {
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly Commit[]>;
  show(commit: string, path: string): Promise<string>;
}

interface Git {
  getRepository(uri: Uri): Repository | null;
}

/** The repository that a file is in; undefined where the extension is off, not there, or knows of none. */
export async function repositoryOf(uri: Uri): Promise<Repository | undefined> {
  const extension = extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): Git }>('vscode.git');
  if (extension === undefined) return undefined;
  const git = await extension.activate();
  return git.enabled ? (git.getAPI(1).getRepository(uri) ?? undefined) : undefined;
}
