/** Looks for `.okr` and `okr.json` files below a folder on the disk, and for the folder where a workspace begins. */
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsTree } from '../core/settings/settings.ts';
import { isInside } from './inside.ts';

export interface FoundPaths {
  readonly okr: string[];
  readonly settings: string[];
  /** What could not be looked at, as sentences. */
  readonly problems: string[];
}

/** Other people's files, and what is built. */
export const skipped = /^(?:\..*|node_modules|bower_components|dist|out|target|vendor|bazel-.*)$/;

export const isOkrFile = (name: string) => /\.okr$/i.test(name);
export const isSettingsFile = (name: string) => name === 'okr.json';

/**
 * All files below a folder, in the order of their paths. Links are not followed: what they lead to inside is found
 * where it is, so that a file counts once and a circle has no way in, and nothing outside is anybody's business.
 * @param named how a problem names a path
 */
export function findFiles(folder: string, named: (path: string) => string = path => path): FoundPaths {
  const found: FoundPaths = { okr: [], settings: [], problems: [] };
  const stack = [folder];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const folders: string[] = [];
    for (const entry of list(next, named, found.problems)) {
      if (entry.isDirectory() && skipped.test(entry.name)) continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        folders.push(path);
        if (isSettingsFile(entry.name))
          found.problems.push(`\`${named(path)}\` is a folder, and settings are a file of this name: it sets nothing`);
      } else if (entry.isSymbolicLink()) found.problems.push(...unfollowed(path, folder, named));
      else if (isSettingsFile(entry.name)) found.settings.push(path);
      else if (isOkrFile(entry.name)) found.okr.push(path);
    }
    // Pushed the other way round, so that they are taken in order.
    stack.push(...folders.reverse());
  }
  return found;
}

function list(folder: string, named: (path: string) => string, problems: string[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EACCES' || code === 'EPERM' ? 'its permissions do not allow it' : message;
    problems.push(`The folder \`${named(folder)}\` cannot be read: ${reason}`);
    return [];
  }
}

/** What to say of a link: nothing where what it leads to counts anyway, or could never count. */
function unfollowed(path: string, folder: string, named: (path: string) => string): string[] {
  const isOurs = isOkrFile(path) || path.endsWith('okr.json');
  try {
    const target = realpathSync(path);
    const isFolder = statSync(target).isDirectory();
    if (!isOurs && (!isFolder || skipped.test(path.slice(dirname(path).length + 1)))) return [];
    if (isFolder && isInside(path, target))
      return [`\`${named(path)}\` is a link to a folder that it stands in: it is not followed`];
    if (isInside(target, realpathSync(folder))) return [];
    return [`\`${named(path)}\` is a link that leads out of the workspace: it is not followed`];
  } catch (error) {
    const isCircle = (error as NodeJS.ErrnoException).code === 'ELOOP';
    if (isCircle) return [`\`${named(path)}\` is a link that leads back to itself`];
    return isOurs ? [`\`${named(path)}\` is a link that leads nowhere`] : [];
  }
}

/** Where the workspace of a folder begins: the nearest `okr.json` with `root` upward, else the git root, else the folder. */
export function workspaceRoot(folder: string): string {
  let git: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    const settings = join(at, 'okr.json');
    if (existsSync(settings) && isRoot(settings)) return at;
    if (git === undefined && existsSync(join(at, '.git'))) git = at;
    if (dirname(at) === at) return git ?? folder;
  }
}

function isRoot(path: string): boolean {
  try {
    return SettingsTree.isRoot(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
}
