/** Who somebody is in a workspace. */

import type { GitUser } from '../../core/edits/who-is.ts';
import { whoIs } from '../../core/edits/who-is.ts';
import type { CheckInSubjectsParams } from '../../core/requests/check-in.ts';
import type { Session } from '../server.ts';
import type { Loaded } from '../workspaces.ts';

/** `@ana`: whom they say they are, else whom git takes them for, where it may be asked; empty where nobody knows. */
export async function whoAsks(
  { workspaces }: Session,
  { workspace }: Loaded,
  { me, askGit }: Pick<CheckInSubjectsParams, 'me' | 'askGit'>,
): Promise<string> {
  if (me !== '' || askGit !== true) return me;
  const git = await workspaces.files.histories();
  return handleOf(workspace, await git.user(workspace.root));
}

/** Of each workspace, whom git knew when it was first asked: lenses are asked for at every key. */
const known = new WeakMap<Session, Map<string, Promise<GitUser>>>();

/** The same where nobody asks: whom the settings name, else whom git takes them for. */
export async function whoLooks(session: Session, { workspace }: Loaded): Promise<string> {
  const { settings, trust, workspaces } = session;
  if (settings.me !== '' || !trust.mayRunGit) return settings.me;
  const users = known.get(session) ?? new Map<string, Promise<GitUser>>();
  known.set(session, users);
  const { root } = workspace;
  const user = users.get(root) ?? workspaces.files.histories().then(git => git.user(root));
  users.set(root, user);
  return handleOf(workspace, await user);
}

function handleOf(workspace: Loaded['workspace'], user: GitUser): string {
  const handle = whoIs(workspace, user);
  return handle === undefined ? '' : `@${handle}`;
}
