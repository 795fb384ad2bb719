/** What the server needs of the world of files; Node's disk is one, the editor's virtual file system another. */

/** A text, or why there is none. */
export type FileContent =
  | { readonly text: string }
  | { readonly unreadable: string; readonly code: 'file-encoding' | 'data-unreadable' };

export interface FoundFiles {
  /** URIs of all `.okr` files. */
  readonly okr: readonly string[];
  /** URIs of all `okr.json` files. */
  readonly settings: readonly string[];
  /** What could not be looked at, as sentences. */
  readonly problems: readonly string[];
}

export interface FileAccess {
  /** True for URIs that it can reach. */
  reaches(uri: string): boolean;
  /** The folder in which the search for files begins: the root of the workspace that a folder is in. */
  rootOf(folder: string): Promise<string>;
  /** All files below a folder. */
  find(folder: string): Promise<FoundFiles>;
  /** undefined where there is no such file. */
  read(uri: string): Promise<FileContent | undefined>;
  /** The same for many, in the given order; `each` is called as they come, and may be awaited for a pause. */
  readAll(uris: readonly string[], each: (uri: string, content: FileContent | undefined) => void): Promise<void>;
  /** True where a URI, with all links followed, is inside a folder. */
  isInside(uri: string, folder: string): Promise<boolean>;
}
