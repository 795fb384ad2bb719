/** The files of somebody's first workspace. */
import { firstWorkspace, handleFor } from '../../core/edits/first-workspace.ts';
import type { FirstWorkspaceAnswer, FirstWorkspaceParams } from '../../core/requests/new-element.ts';
import { refusal } from '../doors/door.ts';
import type { Session } from '../server.ts';

export async function filesToBegin(
  { workspaces, ready }: Session,
  { folder, me, askGit }: FirstWorkspaceParams,
): Promise<FirstWorkspaceAnswer> {
  await ready;
  const { workspace } = workspaces.of(`${folder}/new.okr`);
  const [there] = workspace.files.keys();
  if (there !== undefined)
    throw refusal(`There are OKRs here already, in ${decodeURI(there.slice(there.lastIndexOf('/') + 1))}.`);
  const user = askGit ? await (await workspaces.files.histories()).user(workspace.root) : { name: '', email: '' };
  const handle = me === '' ? handleFor(user) : me.replace(/^@/, '');
  return { files: firstWorkspace({ today: workspace.today.get(), handle, name: user.name }) };
}
