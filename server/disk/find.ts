/** Looks for `.okr` and `okr.json` files below a folder on the disk, and for the folder where a workspace begins. */
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsTree } from '../core/settings/settings.ts';

export interface FoundPaths {
  readonly okr: string[];
  readonly settings: string[];
  /** What could not be looked at, as sentences. */
  readonly problems: string[];
}

const skipped = new Set(['node_modules', 'bower_components', 'dist', 'out', 'target', 'vendor']);

/** All files below a folder, in the order of their paths; links are followed, each folder is visited once. */
export function findFiles(folder: string): FoundPaths {
  const found: FoundPaths = { okr: [], settings: [], problems: [] };
  const visited = new Set<string>();
  const stack = [folder];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const entries = list(next, visited, found.problems);
    const folders: string[] = [];
    for (const entry of entries) {
      const path = join(next, entry.name);
      const isLink = entry.isSymbolicLink();
      if (entry.isDirectory() || (isLink && isFolder(path))) {
        if (!entry.name.startsWith('.') && !skipped.has(entry.name)) folders.push(path);
      } else if (entry.name === 'okr.json') found.settings.push(path);
      else if (/\.okr$/i.test(entry.name)) found.okr.push(path);
    }
    // Pushed the other way round, so that they are taken in order.
    stack.push(...folders.reverse());
  }
  return found;
}

function list(folder: string, visited: Set<string>, problems: string[]): Dirent[] {
  try {
    const real = realpathSync(folder);
    if (visited.has(real)) return [];
    visited.add(real);
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(`The folder ${folder} could not be read: ${(error as Error).message}`);
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
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
