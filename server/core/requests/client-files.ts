/** What only the client can read: files of virtual and web workspaces, and their past. */

/** `okr/fs/*`, from the server to the client: files that only the editor can reach (virtual and web workspaces). */
export const readFileRequest = 'okr/fs/read';
export const findFilesRequest = 'okr/fs/find';
export interface ReadFileParams {
  readonly uri: string;
}
/** The bytes, or why they cannot be had, as a sentence; null where there is no such file. */
export type ReadFileAnswer = { readonly base64: string } | { readonly unreadable: string } | null;
export interface FindFilesParams {
  /** The folder. */
  readonly uri: string;
  /** What is looked for, where it is not the workspace's own files: tables that values could be read from. */
  readonly what?: 'data';
}
/** The `.okr` and `okr.json` files below it, or the data files. */
export type FindFilesAnswer = readonly string[];

/** `okr/revisions`, from the server to the client: what the editor's version control has of a file; null: it has none. */
export const revisionsRequest = 'okr/revisions';
export interface RevisionsParams {
  readonly uri: string;
  /** ISO 8601: the versions of this day and later are wanted, and the one before them. */
  readonly since: string;
}
export interface RevisionOfFile {
  readonly id: string;
  /** ISO 8601 */
  readonly day: string;
  readonly author: string;
  readonly subject: string;
  readonly text: string;
}
/** Newest first, a few hundred at most. */
export type RevisionsAnswer = readonly RevisionOfFile[] | null;

/** `okr/revisionsChanged`, to the server: there may be others now, and whether it may look at them at all. */
export const revisionsChangedNotification = 'okr/revisionsChanged';
export interface RevisionsChangedParams {
  /** False where nobody has said that the workspace can be trusted: then no git runs in it. */
  readonly allowed: boolean;
}
