/** Who git takes somebody for who works in a folder. */
import type { GitUser } from '../../core/edits/who-is.ts';
import { gitText } from './run.ts';

/**
 * `user.name` and `user.email` of git's settings, those of the repository before those of the person.
 * @returns empty texts where they say nothing, or there is no git
 */
export async function gitUser(folder: string): Promise<GitUser> {
  const found: Record<keyof GitUser, string> = { name: '', email: '' };
  let printed = '';
  try {
    printed = await gitText(folder, ['config', '--null', '--get-regexp', '^user\\.(name|email)$']);
  } catch {
    return found;
  }
  // The last one that is set counts.
  for (const [, key, value = ''] of printed.matchAll(/user\.(name|email)\n([^\0]*)\0/g))
    found[key as keyof GitUser] = value;
  return found;
}
