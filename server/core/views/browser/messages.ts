/** What the server of `okr preview` and its page send each other, besides what an editor and a preview do. */
import type { Place } from '../../reports/report.ts';
import type { WriteParams } from '../../requests/check-in.ts';

/**
 * The names of the events in the stream: what an editor sends to a preview as well; then the number of the reading of the
 * files that it comes from.
 */
export const previewEvent = 'preview';
export const readingEvent = 'reading';

/** Posted to `write`. The answer is a `Written`, or a sentence that says why nothing was written. */
export interface ToWrite {
  /** The one that the page showed: what has changed since is not written into. */
  readonly reading: number;
  readonly params: WriteParams;
}
export interface Written {
  /** The line that is new or different. */
  readonly place: Place;
  readonly undo: number;
}

/** Posted to `undo`: takes back what was written last. The answer is a sentence where it cannot be. */
export type ToUndo = Pick<Written, 'undo'>;
