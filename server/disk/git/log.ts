/** What git's log says of the `.okr` files of a repository. */
import { fromIso, toIso } from '../../core/calendar/day.ts';
import type { Day } from '../../core/model/elements.ts';
import { mostVersions, type Revision } from '../../core/revisions/revision.ts';
import { gitText } from './run.ts';

/** A file in a commit: the text that it had before, and the one that it got. */
interface Step {
  readonly revision: Revision;
  /** undefined where the commit made the file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** An object of git's that holds a text, and the commit that brought it. */
export interface VersionObject {
  readonly revision: Revision | undefined;
  readonly object: string;
}

/** So many commits are looked at, the newest. */
const mostCommits = 5_000;
/** The id of no object: before a file was made, and after it is gone. */
export const noObject = /^0+$/;

/**
 * The versions of the files that commits since a day have changed, newest first, and the one before these; by the path
 * that a file has now, seen from the top of the repository. What came by a merge came with the merge: before it, it was
 * not in force here.
 */
export async function versionsSince(top: string, since: Day): Promise<ReadonlyMap<string, readonly VersionObject[]>> {
  // A committer east of here was a day ahead.
  const changes = await changesOf(top, [
    '--first-parent',
    '-m',
    `--max-count=${mostCommits}`,
    `--since=${toIso(since - 1)}T00:00:00Z`,
  ]);
  const steps = new Map<string, Step[]>();
  /** What a path of then is called now. */
  const today = new Map<string, string | undefined>();
  for (const { revision, status, before, after, path, to } of changes) {
    const now = nowOf(today, to ?? path);
    // Before it was made or moved here, the path was another file's, and what a file was before it went is gone.
    if (status === 'A' || to !== undefined) today.set(to ?? path, undefined);
    if (status === 'R') today.set(path, now);
    if (now === undefined) continue;
    const known = steps.get(now) ?? [];
    steps.set(now, known);
    if (status === 'D') today.set(path, undefined);
    else known.push({ revision, before: noObject.test(before) || status === 'C' ? undefined : before, after });
  }
  return new Map([...steps].flatMap(([path, known]) => (known.length === 0 ? [] : [[path, objectsOf(known)]])));
}

function nowOf(today: ReadonlyMap<string, string | undefined>, path: string): string | undefined {
  return today.has(path) ? today.get(path) : path;
}

function objectsOf(steps: readonly Step[]): VersionObject[] {
  const newest = steps.slice(0, mostVersions);
  const versions = newest.map(({ revision, after }): VersionObject => ({ revision, object: after }));
  const before = newest.at(-1)?.before;
  return before === undefined ? versions : [...versions, { revision: undefined, object: before }];
}

/**
 * What a commit, and those that it comes from, did to `.okr` files, newest first.
 * @param options of `git log`
 */
export async function changesOf(top: string, options: readonly string[], from = 'HEAD'): Promise<Iterable<Change>> {
  const text = await gitText(top, [
    'log',
    ...options,
    '--raw',
    '--no-abbrev',
    '--find-renames',
    '-z',
    '--no-color',
    '--no-notes',
    '--no-ext-diff',
    '--no-textconv',
    '--encoding=UTF-8',
    '--date=short',
    '--format=%H%x00%cd%x00%an%x00%s',
    from,
    '--',
    ':(icase,glob)**/*.okr',
  ]);
  return changesIn(text);
}

export interface Change {
  readonly revision: Revision;
  /** `A` added, `D` deleted, `M` modified, `R` renamed, `C` copied, `T` of another type. */
  readonly status: string;
  readonly before: string;
  readonly after: string;
  readonly path: string;
  /** Where a rename or a copy went. */
  readonly to: string | undefined;
}

function* changesIn(log: string): Iterable<Change> {
  const words = log.split('\0');
  let revision: Revision | undefined;
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const [, before, after, status] = /^\n?:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(word) ?? [];
    if (before !== undefined && after !== undefined && status !== undefined) {
      const isMove = status === 'R' || status === 'C';
      const [path = '', to] = words.slice(at + 1, at + (isMove ? 3 : 2));
      if (revision !== undefined) yield { revision, status, before, after, path, to };
      at += isMove ? 3 : 2;
      continue;
    }
    const [id = '', date = '', author = '', subject = ''] = words.slice(at, at + 4);
    const day = fromIso(date);
    revision = day === undefined ? undefined : { id: id.trim(), day, author, subject };
    at += 4;
  }
}
