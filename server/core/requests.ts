/**
 * The requests of ours that go beyond the Language Server Protocol, typed once for both ends.
 */
import type { Report } from './reports/report.ts';

/** A cycle that has something to report, for a list to choose from. */
export interface CycleChoice {
  readonly id: string;
  readonly title: string;
  /** ISO 8601; null where it is open. */
  readonly start: string | null;
  readonly end: string | null;
  /** Today is in it. */
  readonly current: boolean;
  /** 0…1, null without both dates. */
  readonly elapsed: number | null;
  readonly teams: readonly { readonly name: string; readonly title: string }[];
}

/** `okr/cycles`: the cycles of the workspace that a document belongs to, the current first, then newest first. */
export const cyclesRequest = 'okr/cycles';
export interface CyclesParams {
  readonly uri: string;
}

/** `okr/preview`: what the preview of a document shows. */
export const previewRequest = 'okr/preview';
export interface PreviewParams {
  readonly uri: string;
  /** Only what stands in this file, or all of its workspace. */
  readonly scope: 'file' | 'workspace';
  /** A cycle's id; null: the one that a reader of the file means most likely (the current, else the newest). */
  readonly cycle: string | null;
}
export interface PreviewContent {
  readonly uri: string;
  readonly scope: 'file' | 'workspace';
  readonly cycles: readonly CycleChoice[];
  readonly cycle: string | null;
  /** null where there is nothing to draw yet; `message` then says what to do. */
  readonly report: Report | null;
  readonly message: string | null;
}

/** `okr/report`: the text of a report, as `okr report` writes it. Rejects with a message where the cycle is unknown. */
export const reportRequest = 'okr/report';
export interface ReportParams {
  readonly uri: string;
  readonly cycle: string;
  readonly team: string | null;
  readonly format: 'markdown' | 'html' | 'json';
}
export interface ReportAnswer {
  readonly text: string;
  /** `2026-Q4-growth.md` */
  readonly fileName: string;
}

/** `okr/changed`, from the server: what previews show of this workspace may be different now. */
export const changedNotification = 'okr/changed';
export interface ChangedParams {
  /** The documents that changed; a preview of a workspace asks again whichever they are. */
  readonly uris: readonly string[];
}

/** `okr/fs/*`, from the server to the client: files that only the editor can reach (virtual and web workspaces). */
export const readFileRequest = 'okr/fs/read';
export const findFilesRequest = 'okr/fs/find';
export interface ReadFileParams {
  readonly uri: string;
}
/** base64, or null where there is no such file. */
export type ReadFileAnswer = { readonly base64: string } | null;
export interface FindFilesParams {
  /** The folder. */
  readonly uri: string;
  /** What is looked for, where it is not the workspace's own files: tables that values could be read from. */
  readonly what?: 'data';
}
/** The `.okr` and `okr.json` files below it, or the data files. */
export type FindFilesAnswer = readonly string[];

/** Messages between the preview's page and its host. */
export type ToPage =
  | { readonly type: 'content'; readonly content: PreviewContent }
  | { readonly type: 'cursor'; readonly uri: string; readonly line: number }
  | { readonly type: 'error'; readonly message: string };
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly uri: string; readonly line: number }
  | { readonly type: 'scope'; readonly scope: 'file' | 'workspace' }
  | { readonly type: 'cycle'; readonly cycle: string };
