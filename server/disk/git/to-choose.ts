/** What somebody may want to compare with: branches, tags and the last commits of a repository. */
import type { RevisionChoice } from '../../core/requests/compare.ts';
import { oneLine } from '../../core/wording/one-line.ts';
import { revisionNamed } from './named.ts';
import { gitText } from './run.ts';

const mostBranches = 20;
const mostTags = 10;
const mostCommits = 20;
/** The name in full, what it stands for where it is another name for one, its day, the first line of its message. */
const format = '%(refname)%00%(symref)%00%(creatordate:short)%00%(contents:subject)';

/** The newest of each first. @throws NoRevision where there is none */
export async function revisionsToChoose(top: string): Promise<RevisionChoice[]> {
  await revisionNamed(top, 'HEAD');
  const branches = await refs(top, 'branches', mostBranches, ['refs/heads', 'refs/remotes']);
  const tags = await refs(top, 'tags', mostTags, ['refs/tags']);
  return [...branches, ...tags, ...(await commits(top))];
}

async function refs(
  top: string,
  group: 'branches' | 'tags',
  most: number,
  where: readonly string[],
): Promise<RevisionChoice[]> {
  const text = await gitText(top, [
    'for-each-ref',
    '--sort=-creatordate',
    `--count=${most}`,
    `--format=${format}`,
    ...where,
  ]);
  return lines(text).flatMap(([name = '', isAlias, date = '', subject = '']): RevisionChoice[] => {
    const label = name.replace(/^refs\/(?:heads|remotes|tags)\//, '');
    const description = [date, oneLine(subject)].filter(part => part !== '').join(' · ');
    return isAlias !== '' ? [] : [{ group, label, description, wanted: { revision: name } }];
  });
}

async function commits(top: string): Promise<RevisionChoice[]> {
  const text = await gitText(top, [
    'log',
    `--max-count=${mostCommits}`,
    '--no-color',
    '--no-notes',
    '--encoding=UTF-8',
    '--date=short',
    '--format=%H%x00%cd%x00%an%x00%s',
    'HEAD',
  ]);
  return lines(text).map(([id = '', date, author = '', subject = '']) => ({
    group: 'commits',
    label: oneLine(subject) || id.slice(0, 8),
    description: [id.slice(0, 8), date, oneLine(author)].join(' · '),
    wanted: { revision: id },
  }));
}

function lines(text: string): string[][] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\0'));
}
