/** The versions of files that git has, for those that somebody asked about. */
import { relative, sep } from 'node:path';
import type { Day } from '../../core/model/elements.ts';
import type { Version } from '../../core/revisions/revision.ts';
import { type VersionObject, versionsSince } from './log.ts';
import { readObjects } from './objects.ts';

/** So many texts are read in one go. */
const mostObjects = 400;

interface Read {
  readonly path: string;
  /** Newest first. */
  readonly versions: readonly VersionObject[];
}

/**
 * The versions of some files of one repository since a day, newest first, as they come. What git does not know, or
 * cannot be had of it, has none.
 * @param top the folder of the repository
 * @param paths of files in it
 */
export async function* readVersions(
  top: string,
  paths: readonly string[],
  since: Day,
): AsyncGenerator<readonly [path: string, versions: readonly Version[]]> {
  const open = new Set(paths);
  try {
    const known = await versionsSince(top, since);
    for (const group of groups(paths.map(path => wanted(top, path, known)))) {
      const objects = group.flatMap(({ versions }) => versions.map(({ object }) => object));
      const texts = readObjects(top, objects);
      for (const { path, versions } of group) {
        const read: Version[] = [];
        for (const { revision } of versions) {
          const text = (await texts.next()).value;
          if (typeof text === 'string') read.push({ revision, text });
        }
        open.delete(path);
        yield [path, read];
      }
      await texts.return(undefined);
    }
  } catch {
    // No git, no commit yet, a repository of somebody else's: nobody is told, and nothing is said.
  }
  for (const path of open) yield [path, []];
}

function wanted(top: string, path: string, known: ReadonlyMap<string, readonly VersionObject[]>): Read {
  const name = relative(top, path).split(sep).join('/');
  const versions = known.get(name);
  if (versions !== undefined) return { path, versions };
  // Nothing has changed it since: it is what it was before.
  return { path, versions: /[\r\n]/.test(name) ? [] : [{ revision: undefined, object: `HEAD:${name}` }] };
}

function groups(reads: readonly Read[]): Read[][] {
  const found: Read[][] = [];
  let count = Number.POSITIVE_INFINITY;
  for (const read of reads) {
    if (count + read.versions.length > mostObjects) {
      found.push([]);
      count = 0;
    }
    found.at(-1)?.push(read);
    count += read.versions.length;
  }
  return found;
}
