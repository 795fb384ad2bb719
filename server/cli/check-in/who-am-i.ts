/** Who runs the command line. */
import { nearest } from '../../../grammar/spelling.ts';
import { handlesIn, whoIs } from '../../core/edits/who-is.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { UsageError } from '../usage.ts';
import type { Asked } from './mine.ts';

/** The handle of whoever runs this, by what git knows of them; undefined where nobody in the workspace fits. */
export async function whoAmI({ workspace, folder }: LoadedWorkspace): Promise<string | undefined> {
  return whoIs(workspace, await user(folder));
}

/**
 * Whose check-ins are asked for, in each workspace that has them.
 * @param named `@ana`, with or without `@`; undefined: whoever runs this
 * @throws UsageError where there is nobody
 */
export async function whoIsAsked(
  workspaces: readonly [LoadedWorkspace, ...LoadedWorkspace[]],
  named: string | undefined,
): Promise<Asked[]> {
  const wanted = named?.replace(/^@/, '');
  const asked: Asked[] = [];
  for (const loaded of workspaces) {
    const handle = wanted ?? (await whoAmI(loaded));
    if (handle !== undefined && handlesIn(loaded.workspace).includes(handle)) asked.push({ loaded, me: `@${handle}` });
  }
  if (asked.length > 0) return asked;
  if (wanted !== undefined) {
    const near = nearest(wanted, new Set(workspaces.flatMap(({ workspace }) => handlesIn(workspace))));
    throw new UsageError(`Nobody here is \`@${wanted}\`${near === undefined ? '' : `: did you mean \`@${near}\`?`}`);
  }
  const { name, email } = await user(workspaces[0].folder);
  const known = [name, email === '' ? '' : `<${email}>`].filter(part => part !== '').join(' ');
  const git = known === '' ? 'Git does not know you' : `Git knows you as \`${known}\`, and nobody here is called so`;
  throw new UsageError(`${git}: say who you are, as in \`okr checkin --mine @ana\``);
}

async function user(folder: string) {
  const { gitUser } = await import('../../disk/git/user.ts');
  return gitUser(folder);
}
