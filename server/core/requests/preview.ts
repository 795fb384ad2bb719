/** What a preview shows, and what its page and its host say to each other. */
import type { Alignment } from '../reports/alignment.ts';
import type { Report, ServedCycle } from '../reports/report.ts';
import type { ObjectiveParams, SayParams, TickParams } from './check-in.ts';
import type { CycleChoice } from './cycles.ts';

/** `okr/preview`: what the preview of a document shows. */
export const previewRequest = 'okr/preview';
export interface PreviewParams {
  readonly uri: string;
  /** Only what stands in this file, or all of its workspace. */
  readonly scope: 'file' | 'workspace';
  /** A cycle's id; null: the one that a reader of the file means most likely (the current, else the newest). */
  readonly cycle: string | null;
  /** ISO 8601: how it stood on that day of the cycle; null, or a day that is not in its past: today. */
  readonly asOf: string | null;
  /** With who supports whom. */
  readonly alignment?: boolean;
}
export interface PreviewContent {
  readonly uri: string;
  readonly scope: 'file' | 'workspace';
  readonly cycles: readonly CycleChoice[];
  readonly cycle: string | null;
  /** ISO 8601. The report's is another day where one looks back. */
  readonly today: string;
  /** The day that one looks back at; null: today. */
  readonly asOf: string | null;
  /** Up to today, whichever day one looks at; oldest first. */
  readonly checkInDays: readonly string[];
  /** null where there is nothing to draw yet; `message` then says what to do. */
  readonly report: Report | null;
  /** What the objectives of the report support in other cycles, as they stood on the same day. */
  readonly served: readonly ServedCycle[];
  readonly message: string | null;
  /** On the same day, where it was asked for. */
  readonly alignment?: Alignment;
}

/** Messages between the preview's page and its host. */
export type ToPage =
  | { readonly type: 'content'; readonly content: PreviewContent }
  | { readonly type: 'cursor'; readonly uri: string; readonly line: number }
  | { readonly type: 'error'; readonly message: string };
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly uri: string; readonly line: number }
  | { readonly type: 'check-in' | 'reading'; readonly uri: string; readonly line: number }
  /** Who says it the host knows: the page leaves that empty. */
  | { readonly type: 'write'; readonly params: TickParams | SayParams | ObjectiveParams }
  | { readonly type: 'scope'; readonly scope: 'file' | 'workspace' }
  | { readonly type: 'alignment'; readonly wanted: boolean }
  | { readonly type: 'cycle'; readonly cycle: string }
  | { readonly type: 'day'; readonly day: string | null };

/** `okr/changed`, from the server: what previews show of this workspace may be different now. */
export const changedNotification = 'okr/changed';
export interface ChangedParams {
  /** The documents that changed; a preview of a workspace asks again whichever they are. */
  readonly uris: readonly string[];
}
