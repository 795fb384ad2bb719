import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import JSZip from 'jszip';

/**
 * Unpacks a packaged extension.
 * @returns the folder in it that holds the `package.json`
 */
export async function unpackVsix(vsix: string, into: string): Promise<string> {
  const archive = await JSZip.loadAsync(await readFile(vsix));
  for (const entry of Object.values(archive.files)) {
    const path = resolve(into, entry.name);
    if (!path.startsWith(resolve(into) + sep)) throw new Error(`${vsix} holds a path that leaves it: ${entry.name}`);
    if (entry.dir) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await entry.async('nodebuffer'));
  }
  return join(into, 'extension');
}
