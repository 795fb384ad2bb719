/** Watches the files below a folder on the disk. */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { skipped } from './find.ts';

/** Editors write a file in several steps, and a checkout many files: one change is told for all of them. */
const QUIET_MS = 50;
/** Each takes one of the system's watches. */
const MOST_FOLDERS = 5000;

export interface Watching {
  close(): void;
}

/**
 * Tells of changes below a folder until it is closed. Folder by folder, as a watch of the whole tree would go through
 * `node_modules` as well.
 */
export function watchFolder(folder: string, changed: () => void): Watching {
  const watchers = new Map<string, FSWatcher>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const settled = () => {
    follow();
    changed();
  };
  const touched = () => {
    clearTimeout(waiting);
    waiting = setTimeout(settled, QUIET_MS);
  };
  const forget = (path: string) => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  /** Takes up new folders, and lets go of those that are gone. */
  const follow = () => {
    const there = new Set(foldersBelow(folder));
    for (const path of watchers.keys()) if (!there.has(path)) forget(path);
    for (const path of there) {
      if (watchers.has(path)) continue;
      try {
        const watcher = watch(path, touched);
        watcher.on('error', () => forget(path));
        watchers.set(path, watcher);
      } catch {
        // It went away in between, or there are no watches left: what can be watched still is.
      }
    }
  };
  follow();
  return {
    close: () => {
      clearTimeout(waiting);
      for (const path of [...watchers.keys()]) forget(path);
    },
  };
}

function foldersBelow(folder: string): string[] {
  const folders = [folder];
  // The list grows while it is gone through.
  for (const path of folders) {
    if (folders.length >= MOST_FOLDERS) break;
    for (const name of subfolders(path)) folders.push(join(path, name));
  }
  return folders;
}

function subfolders(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !skipped.test(entry.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
