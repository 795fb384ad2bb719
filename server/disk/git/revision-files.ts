/** The files of a revision, read from git's objects: nothing is checked out, and nothing in the folder is touched. */
import { dirname, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { DataFile } from '../../core/data/data-files.ts';
import { readNow } from '../../core/data/read.ts';
import type { Workspace } from '../../core/model/workspace.ts';
import { SettingsTree } from '../../core/settings/settings.ts';
import { largestFile, type TextRead } from '../decode.ts';
import { isOkrFile, isSettingsFile, skipped } from '../find.ts';
import { isInside } from '../inside.ts';
import type { Files } from '../load-workspaces.ts';
import { readObjects } from './objects.ts';
import { gitText } from './run.ts';

/** So many texts are read in one go. */
const mostObjects = 400;
const pointer = 'version https://git-lfs.github.com/spec/';

export class RevisionFiles implements Files {
  private readonly top: string;
  /** Of every file of the revision, by its path, the object that holds it. */
  private readonly objects: ReadonlyMap<string, string>;
  private readonly texts: ReadonlyMap<string, TextRead>;

  private constructor(top: string, objects: ReadonlyMap<string, string>, texts: ReadonlyMap<string, TextRead>) {
    this.top = top;
    this.objects = objects;
    this.texts = texts;
  }

  /**
   * @param top the folder of the repository
   * @param id of a commit
   */
  static async of(top: string, id: string): Promise<RevisionFiles> {
    const objects = await objectsIn(top, id);
    const ours = [...objects].filter(([path]) => isOurs(path, top));
    const texts = new Map<string, TextRead>();
    for (let at = 0; at < ours.length; at += mostObjects) {
      const group = ours.slice(at, at + mostObjects);
      const read = readObjects(
        top,
        group.map(([, object]) => object),
        largestFile,
      );
      for (const [path] of group) texts.set(path, asText((await read.next()).value));
      await read.return(undefined);
    }
    return new RevisionFiles(top, objects, texts);
  }

  find(folder: string) {
    const found = [...this.texts.keys()].filter(path => isInside(path, folder)).sort();
    return { okr: found.filter(isOkrFile), settings: found.filter(path => !isOkrFile(path)), problems: [] };
  }

  read(path: string): TextRead | undefined {
    return this.texts.get(path);
  }

  /** As on the disk: the nearest `okr.json` with `root` upward, else the top of the repository. */
  rootOf(folder: string): string {
    for (let at = folder; isInside(at, this.top) && at !== this.top; at = dirname(at)) {
      const settings = this.texts.get(join(at, 'okr.json'));
      if (settings !== undefined && 'text' in settings && SettingsTree.isRoot(settings.text)) return at;
    }
    return this.top;
  }

  /** What `ask` says when it has every data file of this revision that it wants. */
  async withData<T>(workspace: Workspace, ask: () => T): Promise<T> {
    const { data } = workspace;
    for (;;) {
      const answer = ask();
      const wanted = data.takeWanted();
      if (wanted.length === 0) return answer;
      for (const each of wanted) readNow(data, each, await this.dataAt(URI.parse(each.uri).fsPath));
    }
  }

  private async dataAt(path: string): Promise<DataFile> {
    const object = this.objects.get(path);
    if (object === undefined) return { unreadable: 'there is no such file' };
    const objects = readObjects(this.top, [object], largestFile);
    const { value } = await objects.next();
    await objects.return(undefined);
    if (typeof value !== 'string') return { unreadable: 'it is no text, too large, or not in this clone' };
    if (value.startsWith(pointer)) return { unreadable: 'it is kept in Git LFS, and git has only a pointer to it' };
    return { pieces: [value] };
  }
}

function asText(text: unknown): TextRead {
  if (typeof text === 'string') return { text };
  return { unreadable: 'This file is no UTF-8 text, too large, or not in this clone', code: 'file-unreadable' };
}

function isOurs(path: string, top: string): boolean {
  const parts = relative(top, path).split(sep);
  const name = parts.pop() ?? '';
  return (isOkrFile(name) || isSettingsFile(name)) && !parts.some(part => skipped.test(part));
}

/** Files only: links and other repositories are nobody's OKRs. */
async function objectsIn(top: string, id: string): Promise<Map<string, string>> {
  const tree = await gitText(top, ['ls-tree', '-r', '-z', '--full-tree', id]);
  return new Map(
    tree.split('\0').flatMap(entry => {
      const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      return object === undefined || path === undefined ? [] : [[join(top, path), object] as const];
    }),
  );
}
