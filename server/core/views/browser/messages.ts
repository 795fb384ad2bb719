/** What the server of `okr preview` sends to its page, besides what an editor sends to a preview. */
import type { Alignment } from '../../reports/alignment.ts';
import type { AlignmentLayout } from '../alignment/layout.ts';

/** The names of the events in the stream: what a preview understands, and the alignment. */
export const previewEvent = 'preview';
export const alignmentEvent = 'alignment';

export interface ShownAlignment {
  readonly alignment: Alignment;
  readonly layout: AlignmentLayout;
}
