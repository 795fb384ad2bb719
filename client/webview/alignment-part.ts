/** What the page and the script of its alignment agree on. */
import type { Alignment } from '../../server/core/reports/alignment.ts';
import type { PreviewContent } from '../../server/core/requests/preview.ts';
import type { AlignmentForm } from '../../server/core/views/alignment/view.ts';

export interface AlignmentPart {
  /** Only while it is visible: what is hidden has no size. */
  show(alignment: Alignment, content: PreviewContent): void;
}

declare global {
  interface Window {
    /** Set by that script when it has loaded. */
    okrAlignment?: (root: HTMLElement, form: AlignmentForm, chosen: (form: AlignmentForm) => void) => AlignmentPart;
  }
}
