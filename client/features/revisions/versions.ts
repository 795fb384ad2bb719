/** The versions of a file, as the server asks for them. */
import type { RevisionOfFile } from '../../../server/core/requests/client-files.ts';
import type { Repository } from './git.ts';

/** As many as the server looks at. */
const most = 200;

/**
 * @param since ISO 8601
 * @returns those of that day and later, newest first, and the one before them
 */
export async function versionsSince(repository: Repository, path: string, since: string): Promise<RevisionOfFile[]> {
  const versions: RevisionOfFile[] = [];
  for (const commit of await repository.log({ maxEntries: most, path })) {
    const date = commit.commitDate ?? commit.authorDate;
    if (date === undefined) continue;
    const day = dayOf(date);
    const [subject = ''] = commit.message.split('\n');
    try {
      const text = await repository.show(commit.hash, path);
      versions.push({ id: commit.hash, day, author: commit.authorName ?? '', subject, text });
    } catch {
      // It was taken out in this one, or had another name before.
    }
    if (day < since) break;
  }
  return versions;
}

/** On the clock of this machine, as the editor shows it. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
