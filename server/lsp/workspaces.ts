/** The workspaces that the server knows: which file belongs to which, loaded from their files, kept up to date. */
import { URI, Utils } from 'vscode-uri';
import { isDataFile } from '../core/data/data-file-names.ts';
import type { DataFile } from '../core/data/data-files.ts';
import { type OpenWorkspace, openWorkspace } from '../core/open-workspace.ts';
import { SettingsTree } from '../core/settings/settings.ts';
import { largestFile, type TextRead, tooLarge, type Unreadable } from '../disk/decode.ts';
import type { FileAccess } from './file-access.ts';

export type Loaded = OpenWorkspace;

/** Why a file has no text, by URI: no other diagnostic speaks of it. */
export type FileProblems = Map<string, Unreadable>;

/** The one spelling of a URI that is used as a key; clients encode in different ways. */
export function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}

const okrFile = /\.okr$/i;
const gitFile = /\/\.git\//;
const settingsFile = /(?:^|\/)okr\.json$/;
/** So long a list of data files is good, unless one of them comes or goes. */
const dataListMs = 10_000;

export class Workspaces {
  readonly fileProblems: FileProblems = new Map();
  readonly files: FileAccess;
  private readonly byRoot = new Map<string, Loaded>();
  /** Roots that stand in for one that is not loaded yet, or for none. */
  private readonly standIns = new Set<string>();
  private readonly openTexts = new Map<string, string>();
  private readonly versions = new Map<string, number>();
  /** How the client spells what it opened and what we spell in another way. */
  readonly spellings = new Map<string, string>();
  /** The texts of the `okr.json` files, to find the lines of their mistakes. */
  private readonly settingsTexts = new Map<string, string>();
  private readonly dataLists = new Map<string, { readonly since: number; readonly uris: Promise<readonly string[]> }>();
  private loading = Promise.resolve();
  /** When somebody last asked for a workspace. */
  private asked = 0;
  private today: number;
  private readonly warn: (message: string) => void;
  /** Called when data files arrived. */
  onData: () => void = () => {};
  /** Called when somebody asks for the past of a file. */
  onRevisions: () => void = () => {};

  constructor(files: FileAccess, today: number, warn: (message: string) => void) {
    this.files = files;
    this.today = today;
    this.warn = warn;
  }

  get all(): readonly Loaded[] {
    return [...this.byRoot.values()];
  }

  /** The workspace of a file: the nearest root above it. One that is in none becomes the only file of its folder's. */
  of(uri: string): Loaded {
    this.asked = performance.now();
    const key = keyOf(uri);
    let best: Loaded | undefined;
    for (const loaded of this.byRoot.values()) {
      const { root } = loaded.workspace;
      if (key.startsWith(`${root}/`) && root.length > (best?.workspace.root.length ?? -1)) best = loaded;
    }
    if (best !== undefined) return best;
    const folder = folderOf(key);
    this.standIns.add(folder);
    return this.at(folder);
  }

  setToday(today: number): void {
    this.today = today;
    for (const { workspace } of this.byRoot.values()) workspace.today.set(today);
  }

  /**
   * Loads all workspaces in a folder, and the one that it is in.
   * @param each is told how many of how many files are read
   */
  async load(folder: string, each: (done: number, all: number) => void = () => {}): Promise<void> {
    const start = await this.startOf(folder);
    const found = await this.files.find(start);
    for (const problem of found.problems) this.warn(problem);
    const settings = new Map<string, string>();
    await this.files.readAll(found.settings, (uri, content) => {
      const key = keyOf(uri);
      const open = this.openTexts.get(key);
      if (open !== undefined) settings.set(key, open);
      else if (content !== undefined && 'text' in content) settings.set(key, content.text);
      else if (content !== undefined) this.fileProblems.set(key, content);
    });
    const root = this.at(start).workspace.root;
    this.standIns.delete(root);
    this.dropStandIns(root);
    for (const [uri, text] of settings) if (SettingsTree.isRoot(text)) this.at(folderOf(uri));
    for (const [uri, text] of settings) this.setSettings(uri, text);
    let done = 0;
    await this.files.readAll(found.okr, (uri, content) => {
      this.take(keyOf(uri), content);
      each(++done, found.okr.length);
    });
    this.rehome();
    await this.loadData();
  }

  /**
   * Some folders were taken out of the editor: what is in none of the others is forgotten, unless it is open.
   * @param folders those that are still there
   */
  async keepOnly(folders: readonly string[]): Promise<void> {
    const starts = await Promise.all(folders.map(folder => this.startOf(folder)));
    const isKept = (uri: string) => starts.some(start => isIn(uri, start));
    for (const [root, { workspace }] of [...this.byRoot]) {
      const isOwn = isKept(root) && SettingsTree.isRoot(this.settingsTexts.get(`${root}/okr.json`) ?? '');
      if (isOwn || starts.includes(root) || this.standIns.has(root)) continue;
      this.byRoot.delete(root);
      for (const [uri, text] of [...this.settingsTexts])
        if (isIn(uri, root)) this.setSettings(uri, isKept(uri) || this.isOpen(uri) ? text : undefined);
      for (const [uri, file] of workspace.files)
        if (isKept(uri) || file.isOpen) this.of(uri).workspace.setFile(uri, file.document.text, file.isOpen);
    }
    for (const uri of this.fileProblems.keys()) if (!isKept(uri) && !this.isOpen(uri)) this.fileProblems.delete(uri);
  }

  // ---- open documents

  open(uri: string, text: string): void {
    const key = keyOf(uri);
    this.openTexts.set(key, text);
    if (text.length > largestFile) {
      this.fileProblems.set(key, tooLarge(text.length));
      this.of(key).workspace.removeFile(key);
      return;
    }
    // Bytes that are no UTF-8 stay what they are on the disk, whatever the editor shows for them.
    if (this.fileProblems.get(key)?.code !== 'file-encoding') this.fileProblems.delete(key);
    this.of(key).workspace.setFile(key, text, true);
  }
  async close(uri: string): Promise<void> {
    const key = keyOf(uri);
    this.openTexts.delete(key);
    if (settingsFile.test(key)) await this.settingsChanged(key);
    else await this.reread(key);
  }
  /** Takes the version that the client gave an open document, and its URI. */
  setVersion(uri: string, version: number): void {
    const key = keyOf(uri);
    this.versions.set(key, version);
    if (uri === key) this.spellings.delete(key);
    else this.spellings.set(key, uri);
  }
  /** It is closed. Its spelling stays: the client still has findings under that name. */
  dropVersion(uri: string): boolean {
    return this.versions.delete(keyOf(uri));
  }
  /** Whether the client has opened it, an OKR file or any other. */
  hasVersion(uri: string): boolean {
    return this.versions.has(keyOf(uri));
  }
  /** null for a document that is not open. */
  versionOf(uri: string): number | null {
    return this.versions.get(keyOf(uri)) ?? null;
  }
  isOpen(uri: string): boolean {
    return this.openTexts.has(keyOf(uri));
  }
  openUris(): readonly string[] {
    return [...this.openTexts.keys()];
  }

  /** Takes the text of an okr.json that is open in the editor. */
  openSettings(uri: string, text: string): void {
    const key = keyOf(uri);
    this.openTexts.set(key, text);
    this.setSettings(key, text);
  }
  private setSettings(key: string, text: string | undefined): void {
    this.fileProblems.delete(key);
    if (text === undefined) this.settingsTexts.delete(key);
    else this.settingsTexts.set(key, text);
    this.of(key).workspace.settings.set(key, text);
  }
  settingsText(uri: string): string | undefined {
    return this.settingsTexts.get(keyOf(uri));
  }

  // ---- watched files

  /** A file came, changed or went on the disk. Returns true where whole workspaces had to be loaded again. */
  async changed(uri: string): Promise<boolean> {
    const key = keyOf(uri);
    if (settingsFile.test(key)) return this.settingsChanged(key);
    if (okrFile.test(key)) {
      if (this.isOpen(key)) await this.lookAtBytes(key);
      else await this.reread(key);
      return false;
    }
    // What git has written is no data; whoever follows its revisions looks at them.
    if (gitFile.test(key)) return false;
    if (!isDataFile(key)) await this.folderChanged(key);
    this.dataLists.clear();
    for (const { workspace } of this.byRoot.values()) workspace.data.changed(key);
    await this.loadData();
    return false;
  }

  /** A folder came or went with all that is in it, of which not every client speaks. */
  private async folderChanged(folder: string): Promise<void> {
    const known = this.all.flatMap(({ workspace }) => [...workspace.files.keys()]);
    const gone = [...known, ...this.fileProblems.keys(), ...this.settingsTexts.keys()].filter(uri => isIn(uri, folder));
    const { okr, settings } = await this.files.find(folder);
    for (const uri of new Set([...gone, ...settings.map(keyOf), ...okr.map(keyOf)])) await this.changed(uri);
  }

  /**
   * Reads the data files that somebody asked for and nobody has yet. What is asked for meanwhile waits: while a line is
   * typed, a large file is read for all that it said together.
   */
  loadData(): Promise<void> {
    if (!this.all.some(({ workspace }) => workspace.data.hasWanted)) return Promise.resolve();
    this.loading = this.loading.then(async () => {
      const { readWanted } = await import('./reading-data.ts');
      for (const { workspace } of this.all)
        await readWanted(
          workspace.data,
          uri => this.readData(uri, workspace.root),
          () => performance.now() - this.asked,
        );
    });
    return this.loading;
  }

  /** The data files of a file's workspace. Lists are asked for while somebody types, so that one serves for a while. */
  dataFiles(uri: string): Promise<readonly string[]> {
    const { root } = this.of(uri).workspace;
    const now = performance.now();
    const known = this.dataLists.get(root);
    if (known !== undefined && now - known.since < dataListMs) return known.uris;
    const uris = this.files.reaches(root) ? this.files.findData(root).catch(() => []) : Promise.resolve([]);
    this.dataLists.set(root, { since: now, uris });
    return uris;
  }

  /** A data file that nobody has to have asked for yet. */
  dataFile(uri: string, root: string): Promise<DataFile> {
    return this.readData(keyOf(uri), root);
  }

  private async readData(uri: string, root: string): Promise<DataFile> {
    try {
      return await this.files.readData(uri, root);
    } catch (error) {
      return { unreadable: error instanceof Error ? error.message : String(error) };
    }
  }

  private async settingsChanged(uri: string): Promise<boolean> {
    const content = await this.files.read(uri);
    if (content !== undefined && 'unreadable' in content) {
      // As with a text that is no JSON, what it said before holds.
      this.fileProblems.set(uri, content);
      return false;
    }
    const text = content?.text;
    this.fileProblems.delete(uri);
    const folder = folderOf(uri);
    const isRoot = text !== undefined && SettingsTree.isRoot(text);
    if (isRoot !== this.byRoot.has(folder)) {
      // A workspace begins or ends here: its files change hands.
      if (isRoot) this.at(folder);
      else this.setSettings(uri, text);
      const top = this.of(`${folder}/x`).workspace.root;
      await this.load(top);
      return true;
    }
    this.setSettings(uri, text);
    return false;
  }

  /** The text of an open file is the editor's; on the disk it may have become UTF-8, or ceased to be. */
  private async lookAtBytes(key: string): Promise<void> {
    const content = await this.files.read(key);
    if (content !== undefined && 'code' in content && content.code === 'file-encoding')
      this.fileProblems.set(key, content);
    else this.fileProblems.delete(key);
  }

  private async reread(key: string): Promise<void> {
    const content = await this.files.read(key);
    if (content === undefined) {
      this.fileProblems.delete(key);
      this.of(key).workspace.removeFile(key);
    } else this.take(key, content);
  }

  private take(key: string, content: TextRead | undefined): void {
    if (content === undefined || this.isOpen(key)) return;
    const { workspace } = this.of(key);
    if ('text' in content) {
      this.fileProblems.delete(key);
      workspace.setFile(key, content.text, false);
    } else {
      this.fileProblems.set(key, content);
      workspace.removeFile(key);
    }
  }

  /** Where the workspace begins that a folder is in. */
  private async startOf(folder: string): Promise<string> {
    return keyOf(this.files.reaches(folder) ? await this.files.rootOf(folder) : folder);
  }

  /** Moves files whose workspace has become another one. */
  private rehome(): void {
    for (const { workspace } of this.byRoot.values()) {
      for (const [uri, file] of workspace.files) {
        const home = this.of(uri).workspace;
        if (home === workspace) continue;
        workspace.removeFile(uri);
        home.setFile(uri, file.document.text, file.isOpen);
      }
    }
  }

  /** What was opened before its workspace was loaded goes where it belongs. */
  private dropStandIns(root: string): void {
    for (const folder of [...this.standIns].filter(each => each.startsWith(`${root}/`))) {
      this.standIns.delete(folder);
      const files = [...(this.byRoot.get(folder)?.workspace.files ?? [])];
      this.byRoot.delete(folder);
      for (const [uri, file] of files) this.of(uri).workspace.setFile(uri, file.document.text, file.isOpen);
    }
  }

  private at(root: string): Loaded {
    const known = this.byRoot.get(root);
    if (known !== undefined) return known;
    const loaded = openWorkspace(root, this.today);
    loaded.workspace.data.onWanted = () => this.onData();
    loaded.workspace.revisions.onWanted = () => this.onRevisions();
    this.byRoot.set(loaded.workspace.root, loaded);
    return loaded;
  }
}

/** Whether it is a folder, or something in it. */
function isIn(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}
