/** A folder with files, made for one test and gone after it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'mocha';
import { URI } from 'vscode-uri';

export interface Folder {
  readonly path: string;
  readonly uri: string;
  uriOf(name: string): string;
  write(name: string, content: string | Uint8Array): void;
}

const made: string[] = [];

/** @param files content by name; folders in a name are made */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'okr-test-')));
  made.push(path);
  const folder: Folder = {
    path,
    uri: URI.file(path).toString(),
    uriOf: name => URI.file(join(path, name)).toString(),
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}

/** To be called in a suite that makes folders. */
export function removeFoldersAfterEach(): void {
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
}
