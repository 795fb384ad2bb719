/** Loads workspaces from the disk: each file into the one of the nearest root above it. */
import { basename, dirname } from 'node:path';
import { URI } from 'vscode-uri';
import type { Day } from '../core/model/elements.ts';
import { type OpenWorkspace, openWorkspace } from '../core/open-workspace.ts';
import { SettingsTree } from '../core/settings/settings.ts';
import type { TextRead } from './decode.ts';
import { type FoundPaths, findFiles, isOkrFile, isSettingsFile, workspaceRoot } from './find.ts';
import { isInside } from './inside.ts';
import { readText } from './read.ts';

export type Unreadable = Extract<TextRead, { unreadable: string }>;

export interface LoadedWorkspace extends OpenWorkspace {
  /** The path of its folder. */
  readonly folder: string;
  /** Its `.okr` and `okr.json` files: the paths by their URIs, in the order of the paths. */
  readonly paths: Map<string, string>;
  /** By URI: files that are no text, and why. They are not in the workspace. */
  readonly unreadable: ReadonlyMap<string, Unreadable>;
  /** By URI: the texts of its `okr.json` files. */
  readonly settingsTexts: ReadonlyMap<string, string>;
}

export interface LoadedWorkspaces {
  readonly workspaces: readonly LoadedWorkspace[];
  /** What could not be looked at, as sentences. */
  readonly problems: readonly string[];
}

/** Where files are loaded from: the disk, or a revision of them. */
export interface Files {
  find(folder: string, named?: (path: string) => string): FoundPaths;
  read(path: string): TextRead | undefined;
  /** Where the workspace of a folder begins. */
  rootOf(folder: string): string;
}

const disk: Files = { find: findFiles, read: readText, rootOf: workspaceRoot };

/** The key of a path in the core. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/**
 * The workspaces that any of these places is in, and those that begin below one; always whole, so that what is said of
 * a file never depends on what was asked for.
 * @param places files and folders, as `realpath` spells them
 * @param named how a problem names a path
 * @param from where there are other files than on the disk
 */
export function loadWorkspaces(
  places: readonly { readonly path: string; readonly isFolder: boolean }[],
  today: Day,
  named?: (path: string) => string,
  from: Files = disk,
): LoadedWorkspaces {
  const folders = [...new Set(places.map(({ path, isFolder }) => (isFolder ? path : dirname(path))))];
  const roots = new Set<string>();
  // A file that was named counts even where a search would not look.
  const files = new Set(places.filter(({ isFolder }) => !isFolder).map(({ path }) => path));
  const problems = new Set<string>();
  for (const start of new Set(folders.map(folder => from.rootOf(folder)))) {
    roots.add(start);
    const found = from.find(start, named);
    for (const path of [...found.settings, ...found.okr]) files.add(path);
    for (const problem of found.problems) problems.add(problem);
  }

  const texts = new Map<string, TextRead | undefined>();
  for (const path of files) {
    if (!isSettingsFile(basename(path))) continue;
    const read = from.read(path);
    texts.set(path, read);
    if (read !== undefined && 'text' in read && SettingsTree.isRoot(read.text)) roots.add(dirname(path));
  }

  const wanted = [...roots].filter(root => folders.some(folder => isInside(folder, root) || isInside(root, folder)));
  const homes = new Map(wanted.sort().map(root => [root, new Loading(root, today)]));
  for (const path of [...files].sort()) homes.get(nearest(path, roots))?.take(path, texts.get(path) ?? from.read(path));
  return { workspaces: [...homes.values()].filter(({ paths }) => paths.size > 0), problems: [...problems] };
}

class Loading implements LoadedWorkspace {
  readonly folder: string;
  readonly paths = new Map<string, string>();
  readonly unreadable = new Map<string, Unreadable>();
  readonly settingsTexts = new Map<string, string>();
  readonly workspace: OpenWorkspace['workspace'];
  readonly standings: OpenWorkspace['standings'];
  readonly diagnosis: OpenWorkspace['diagnosis'];

  constructor(folder: string, today: Day) {
    this.folder = folder;
    ({
      workspace: this.workspace,
      standings: this.standings,
      diagnosis: this.diagnosis,
    } = openWorkspace(uriOf(folder), today));
  }

  take(path: string, read: TextRead | undefined): void {
    if (read === undefined) return;
    const uri = uriOf(path);
    this.paths.set(uri, path);
    if ('unreadable' in read) this.unreadable.set(uri, read);
    else if (isOkrFile(path)) this.workspace.setFile(uri, read.text, false);
    else {
      this.settingsTexts.set(uri, read.text);
      this.workspace.settings.set(uri, read.text);
    }
  }
}

function nearest(path: string, roots: ReadonlySet<string>): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (roots.has(folder) || dirname(folder) === folder) return folder;
  }
}
