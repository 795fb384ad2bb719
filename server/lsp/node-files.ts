/** The disk, for a server that runs in Node. */
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { URI } from 'vscode-uri';
import { findFiles, workspaceRoot } from '../disk/find.ts';
import { readText } from '../disk/read.ts';
import type { FileAccess, FileContent, FoundFiles } from './file-access.ts';

/** So many files are read in one go; then messages that came meanwhile have their turn. */
const batch = 200;

export class NodeFiles implements FileAccess {
  reaches(uri: string): boolean {
    return uri.startsWith('file:');
  }
  async rootOf(folder: string): Promise<string> {
    return URI.file(workspaceRoot(URI.parse(folder).fsPath)).toString();
  }
  async find(folder: string): Promise<FoundFiles> {
    const { okr, settings, problems } = findFiles(URI.parse(folder).fsPath);
    const uri = (path: string) => URI.file(path).toString();
    return { okr: okr.map(uri), settings: settings.map(uri), problems };
  }
  async read(uri: string): Promise<FileContent | undefined> {
    return readText(URI.parse(uri).fsPath);
  }
  async readAll(uris: readonly string[], each: (uri: string, content: FileContent | undefined) => void): Promise<void> {
    for (const [i, uri] of uris.entries()) {
      each(uri, readText(URI.parse(uri).fsPath));
      if (i % batch === batch - 1) await setImmediate();
    }
  }
  async isInside(uri: string, folder: string): Promise<boolean> {
    try {
      const inner = realpathSync(URI.parse(uri).fsPath);
      const outer = realpathSync(URI.parse(folder).fsPath);
      return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
    } catch {
      // Where there is no such file, reading it says so.
      return true;
    }
  }
}
