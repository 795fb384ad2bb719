/** What the server needs of the world of files; Node's disk is one, the editor's virtual file system another. */
import type { DataFile } from '../core/data/data-files.ts';
import type { GitUser } from '../core/edits/who-is.ts';
import type { Workspace } from '../core/model/workspace.ts';
import type { OpenWorkspace } from '../core/open-workspace.ts';
import type { RevisionChoice, RevisionWanted } from '../core/requests/compare.ts';
import type { RevisionReport } from '../core/revisions/difference.ts';
import type { TextRead } from '../disk/decode.ts';

export interface FoundFiles {
  /** URIs of all `.okr` files. */
  readonly okr: readonly string[];
  /** URIs of all `okr.json` files. */
  readonly settings: readonly string[];
  /** What could not be looked at, as sentences. */
  readonly problems: readonly string[];
}

/** Where the past of files is known, and who works on them. */
export interface HistorySource {
  /** Tells a workspace what it wants to know. @returns whether there is anything to say that was not known */
  read(workspace: Workspace): Promise<boolean>;
  /** Whether there may be other revisions than when it was last asked. */
  hasMoved(): Promise<boolean>;
  /** Whom it takes somebody for who works in a folder. */
  user(folder: string): Promise<GitUser>;
  /** What a workspace can be compared with, besides how it was on a day. Throws `NoHistory`. */
  choices(workspace: Workspace): Promise<readonly RevisionChoice[]>;
  /** A workspace as it was, with its data. Throws `NoHistory`. */
  past(workspace: Workspace, wanted: RevisionWanted): Promise<Past>;
}

/** A workspace in another revision. */
export interface Past extends Pick<OpenWorkspace, 'workspace' | 'standings'> {
  readonly revision: RevisionReport;
}

export interface FileAccess {
  /** True for URIs that it can reach. */
  reaches(uri: string): boolean;
  /** The folder in which the search for files begins: the root of the workspace that a folder is in. */
  rootOf(folder: string): Promise<string>;
  /** All files below a folder. */
  find(folder: string): Promise<FoundFiles>;
  /** The URIs of what looks like data below a folder, up to a few thousand; what cannot be looked at is left out. */
  findData(folder: string): Promise<readonly string[]>;
  /** undefined where there is no such file. */
  read(uri: string): Promise<TextRead | undefined>;
  /** The same for many, in the given order; `each` is called as they come, and may be awaited for a pause. */
  readAll(uris: readonly string[], each: (uri: string, content: TextRead | undefined) => void): Promise<void>;
  /** A data file, unless a link on the way to it leads out of the folder. */
  readData(uri: string, folder: string): Promise<DataFile>;
  /** Loaded when somebody first asks for it. */
  histories(): Promise<HistorySource>;
}
