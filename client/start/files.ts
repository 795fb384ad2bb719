import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';

/** What never belongs to what is served: dependencies, and what begins with a dot (`.git` and its like). */
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/**
 * Every file below a folder, as its path from there with `/` → its path on disk. Symbolic links are left out, so
 * nothing outside the folder is in the table; who serves from it serves what existed, and no path can lead elsewhere.
 * @param skip which names to leave out, files and folders
 */
export async function filesBelow(folder: string, skip = isHidden): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const walk = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      if (skip(entry.name)) continue;
      const below = posix.join(path, entry.name);
      if (entry.isDirectory()) await walk(below);
      else if (entry.isFile()) files.set(below, join(folder, below));
    }
  };
  await walk('');
  return files;
}

/** More than any folder of text to look at in a browser; a larger one was opened by mistake. */
const largestFolder = 32 * 1024 * 1024;

/**
 * The contents of a folder, to be edited in the browser's memory.
 * @returns path from the folder with `/` → base64
 * @throws where they are over 32 MB together
 */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  let size = 0;
  for (const [path, file] of await filesBelow(folder)) {
    const content = await readFile(file);
    size += content.byteLength;
    if (size > largestFolder) throw new Error(`${folder} holds more than 32 MB: too much for the browser's memory`);
    contents[path] = content.toString('base64');
  }
  return contents;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The media type that a browser needs to accept a file for what it is. */
export const mediaType = (path: string): string => types[extname(path)] ?? 'application/octet-stream';
