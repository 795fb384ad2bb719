import { whoIs } from '../../core/edits/who-is.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';

/** The handle of whoever runs this, by what git knows of them; undefined where nobody in the workspace fits. */
export async function whoAmI({ workspace, folder }: LoadedWorkspace): Promise<string | undefined> {
  const { gitUser } = await import('../../disk/git/user.ts');
  return whoIs(workspace, await gitUser(folder));
}
