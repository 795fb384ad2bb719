/** The commit that somebody names: a branch, a tag, `HEAD~3`, an id. */
import { nearest } from '../../../grammar/spelling.ts';
import { fromIso } from '../../core/calendar/day.ts';
import { type Revision, shortId } from '../../core/revisions/revision.ts';
import { git, gitText } from './run.ts';

/** Its message is a sentence that says what is wrong, and what to do. */
export class NoRevision extends Error {}

const fields = '%H%x00%cd%x00%an%x00%s';

/**
 * @param top the folder of the repository
 * @throws NoRevision where there is no such commit, or git cannot say
 */
export async function revisionNamed(top: string, name: string): Promise<Revision> {
  const id = await idOf(top, name);
  if (id === undefined) throw new NoRevision(await reason(top, name));
  const text = await gitText(top, [
    'log',
    '-1',
    '--no-color',
    '--no-notes',
    '--encoding=UTF-8',
    '--date=short',
    `--format=${fields}`,
    id,
  ]);
  const [, date = '', author = '', subject = ''] = text.trimEnd().split('\0');
  return { id, day: fromIso(date) ?? 0, author, subject };
}

/** The newest commit that two have in common: what `main...HEAD` begins with. */
export async function forkOf(top: string, a: Revision, b: Revision): Promise<Revision> {
  const id = await answer(top, ['merge-base', a.id, b.id]);
  if (id !== undefined) return revisionNamed(top, id);
  const advice = (await isShallow(top)) ? `: ${deepen}` : '';
  throw new NoRevision(`\`${shortId(a)}\` and \`${shortId(b)}\` have no commit in common${advice}`);
}

async function idOf(top: string, name: string): Promise<string | undefined> {
  // What begins like an option is none, and a revision never does.
  if (name === '' || name.startsWith('-') || /[\0\r\n]/.test(name)) return undefined;
  return answer(top, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
}

const deepen =
  'this clone has only the newest commits; `git fetch --unshallow` brings the others (in a workflow, `fetch-depth: 0`)';

async function reason(top: string, name: string): Promise<string> {
  if (!(await hasGit(top))) return 'There is no git here, and it is git that knows revisions: install it';
  if ((await answer(top, ['rev-parse', '--git-dir'])) === undefined)
    return `git does not read the repository \`${top}\`: \`git status\` in it says why`;
  if (name === 'HEAD') return 'There is no commit yet in this repository';
  if (await isShallow(top)) return `There is no revision \`${name}\` here: ${deepen}`;
  const names = ((await answer(top, ['for-each-ref', '--format=%(refname:short)'])) ?? '').split('\n');
  const near = names.find(each => each.endsWith(`/${name}`)) ?? nearest(name, names);
  return `There is no revision \`${name}\`${near === undefined ? '; `git log --oneline --all` lists what there is' : `: did you mean \`${near}\`?`}`;
}

async function isShallow(top: string): Promise<boolean> {
  return (await answer(top, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

async function hasGit(top: string): Promise<boolean> {
  try {
    for await (const _ of git(top, ['--version'])) return true;
    return true;
  } catch {
    return false;
  }
}

/** What git prints; undefined where it fails. */
async function answer(top: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await gitText(top, args)).trim();
  } catch {
    return undefined;
  }
}
