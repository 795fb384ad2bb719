/** The disk, for a server that runs in Node. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { URI } from 'vscode-uri';
import type { DataFile } from '../core/data/data-files.ts';
import type { TextRead } from '../disk/decode.ts';
import { findFiles, workspaceRoot } from '../disk/find.ts';
import { readText } from '../disk/read.ts';
import type { FileAccess, FoundFiles, HistorySource } from './file-access.ts';

/** So many files are read in one go; then messages that came meanwhile have their turn. */
const batch = 200;
/**
 * After so many the young generation has the size that reading needs, and stops to grow: a large workspace is one burst
 * of garbage, and would leave the server with twice the memory for good.
 */
const warmUp = 50;

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
  async findData(folder: string): Promise<readonly string[]> {
    const { findDataFiles } = await import('../disk/find-data.ts');
    const paths = await findDataFiles(URI.parse(folder).fsPath);
    return paths.map(path => URI.file(path).toString());
  }
  async read(uri: string): Promise<TextRead | undefined> {
    return readText(URI.parse(uri).fsPath);
  }
  async readAll(uris: readonly string[], each: (uri: string, content: TextRead | undefined) => void): Promise<void> {
    for (const [i, uri] of uris.entries()) {
      each(uri, readText(URI.parse(uri).fsPath));
      if (i === warmUp) setFlagsFromString('--semi-space-growth-factor=1');
      if (i % batch === batch - 1) await setImmediate();
    }
  }
  async readData(uri: string, folder: string): Promise<DataFile> {
    const { readData } = await import('../disk/read-data.ts');
    return readData(URI.parse(uri).fsPath, URI.parse(folder).fsPath);
  }
  async histories(): Promise<HistorySource> {
    const { GitHistories } = await import('./git-histories.ts');
    return new GitHistories();
  }
}
