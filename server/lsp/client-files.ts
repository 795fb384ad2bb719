/** Files that only the editor can reach: virtual file systems, and the browser's. */
import type { Connection } from 'vscode-languageserver';
import { isDataFile } from '../core/data/data-file-names.ts';
import type { DataFile } from '../core/data/data-files.ts';
import {
  type FindFilesAnswer,
  type FindFilesParams,
  findFilesRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../core/requests/client-files.ts';
import { decodeText, type TextRead } from '../disk/decode.ts';
import type { FileAccess, FoundFiles, HistorySource } from './file-access.ts';

export class ClientFiles implements FileAccess {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }
  reaches(): boolean {
    return true;
  }
  /** Above the opened folder an editor shows nothing. */
  async rootOf(folder: string): Promise<string> {
    return folder;
  }
  async find(folder: string): Promise<FoundFiles> {
    const params: FindFilesParams = { uri: folder };
    const uris = await this.connection.sendRequest<FindFilesAnswer>(findFilesRequest, params);
    return {
      okr: uris.filter(uri => /\.okr$/i.test(uri)),
      settings: uris.filter(uri => /\/okr\.json$/.test(uri)),
      problems: [],
    };
  }
  async findData(folder: string): Promise<readonly string[]> {
    const params: FindFilesParams = { uri: folder, what: 'data' };
    const uris = await this.connection.sendRequest<FindFilesAnswer>(findFilesRequest, params);
    // A client that does not know what is asked for answers with the workspace's own files.
    return uris.filter(isDataFile);
  }
  async read(uri: string): Promise<TextRead | undefined> {
    const params: ReadFileParams = { uri };
    const answer = await this.connection.sendRequest<ReadFileAnswer>(readFileRequest, params);
    if (answer === null) return undefined;
    return 'base64' in answer ? decodeText(bytesOf(answer.base64)) : { ...answer, code: 'file-unreadable' };
  }
  async readAll(uris: readonly string[], each: (uri: string, content: TextRead | undefined) => void): Promise<void> {
    const contents = await Promise.all(uris.map(uri => this.read(uri)));
    for (const [i, uri] of uris.entries()) each(uri, contents[i]);
  }
  /** The editor answers for its file systems, which have no links that lead out. */
  async readData(uri: string): Promise<DataFile> {
    const read = await this.read(uri);
    if (read === undefined) return { unreadable: 'there is no such file' };
    if ('unreadable' in read) return { unreadable: read.unreadable.replace(/^T/, 't') };
    const { text } = read;
    return { pieces: text.match(/.{1,65536}/gs) ?? [] };
  }
  async histories(): Promise<HistorySource> {
    const { ClientHistories } = await import('./client-histories.ts');
    return new ClientHistories(this.connection);
  }
}

export function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
