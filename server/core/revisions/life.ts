/** The life of an element, as data: what `okr log --format json` prints. Users rely on these names: add, never rename. */
import type { Change, CheckInsDifference, ElementDifference, RevisionReport } from './difference.ts';

export interface Life extends Pick<ElementDifference, 'kind' | 'ref' | 'title' | 'unit' | 'team' | 'cycle'> {
  readonly today: string;
  /** False where git has no older commits, so that nobody knows how it began. */
  readonly complete: boolean;
  /** Oldest first. */
  readonly events: readonly LifeEvent[];
}

export interface LifeEvent {
  /** What is not committed yet has no id, no date and no author. */
  readonly revision: RevisionReport;
  readonly what: 'created' | 'changed' | 'removed';
  /** Where it is written from then on, seen from the top of the repository. */
  readonly path: string;
  /** Set where it was in another file before. */
  readonly movedFrom: string | null;
  /** `from 32 to 48 points`, where it is created with a measure. */
  readonly measure: string | null;
  readonly changes: readonly Change[];
  readonly checkins: CheckInsDifference;
}
