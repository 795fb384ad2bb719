/**
 * What differs between two revisions in terms of OKRs, as data: what `okr diff --format json` and `okr log --format json`
 * print, and what their texts are written from. Dates are ISO 8601, shares 0…1 with full precision, null is "not there".
 * Users rely on these names: add to them, never rename.
 */
import type { WorkStatus } from '../../../grammar/tree.ts';
import type { CheckInReport, Health, Place, ShownStatus } from '../reports/report.ts';

export interface Comparison {
  /** The day as of which the scores of both revisions are computed. */
  readonly today: string;
  readonly before: RevisionReport;
  readonly after: RevisionReport;
  /** Those in which something differs. */
  readonly workspaces: readonly WorkspaceDifference[];
}

export interface RevisionReport {
  /** As somebody named it: `main`, `HEAD~3`, `working tree`. */
  readonly name: string;
  /** In full; null for the working tree. */
  readonly id: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly subject: string | null;
}

export interface WorkspaceDifference {
  /** From where it ran, `.` for that folder. */
  readonly folder: string;
  /** Those that have an objective in which something differs. */
  readonly cycles: readonly CycleDifference[];
  readonly objectives: readonly ElementDifference[];
  readonly kpis: readonly ElementDifference[];
  readonly initiatives: readonly ElementDifference[];
}

export interface CycleDifference {
  readonly id: string;
  readonly title: string;
  /** null where nothing is scored. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface ElementDifference {
  readonly kind: 'objective' | 'key result' | 'kpi' | 'initiative';
  /** `same`: of an objective in which only key results differ; its score may differ because of them. */
  readonly what: 'added' | 'removed' | 'changed' | 'same';
  /** These as they are after, else as they were. `team/objective.name`; null without a name. */
  readonly ref: string | null;
  readonly title: string;
  readonly owner: string | null;
  readonly team: string | null;
  readonly cycle: string | null;
  /** Of its values; empty without one. */
  readonly unit: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly changes: readonly Change[];
  /** Check-ins, and of a KPI its readings. */
  readonly checkins: CheckInsDifference;
  /** Of an objective: those in which something differs. */
  readonly keyResults: readonly ElementDifference[];
  readonly place: Place;
}

export interface Standing {
  readonly score: number | null;
  readonly status: ShownStatus | Health | WorkStatus;
  readonly value: number | null;
  readonly confidence: number | null;
}

export interface CheckInsDifference {
  /** Oldest first. */
  readonly added: readonly CheckInReport[];
  readonly removed: readonly CheckInReport[];
  /** Of one day, and not the same any more. */
  readonly changed: readonly { readonly from: CheckInReport; readonly to: CheckInReport }[];
}

export type ChangeKind =
  | 'title'
  | 'name'
  | 'team'
  | 'cycle'
  | 'objective'
  | 'owner'
  | 'with'
  | 'kind'
  | 'weight'
  | 'due'
  | 'rhythm'
  | 'description'
  | 'baseline'
  | 'target'
  | 'measure'
  | 'plan'
  | 'step'
  | 'dropped'
  | 'resumed'
  | 'grade'
  | 'reflection'
  | 'status'
  | 'healthy'
  | 'critical'
  | 'supports'
  | 'needs'
  | 'continues'
  | 'follows'
  | 'kpi'
  | 'data'
  | 'tags'
  | 'links';

export interface Change {
  readonly what: ChangeKind;
  /** As it was and as it is, ready to read: `50 points`, `@ana`; null: it was not there, or is not any more. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of a dated line that was written: its day, why, and who says so. */
  readonly date: string | null;
  readonly why: string;
  readonly by: string | null;
  /** A target, baseline or measure that was known, and was changed where it stands, without a `target` line. */
  readonly inPlace: boolean;
}

export const noCheckIns: CheckInsDifference = { added: [], removed: [], changed: [] };

export function isChanged({
  changes,
  checkins: { added, removed, changed },
}: Pick<ElementDifference, 'changes' | 'checkins'>): boolean {
  return changes.length + added.length + removed.length + changed.length > 0;
}

/** A change of a text that was there, is there, or both. */
export function change(
  what: ChangeKind,
  from: string | null | undefined,
  to: string | null | undefined,
  rest: Partial<Pick<Change, 'date' | 'why' | 'by' | 'inPlace'>> = {},
): Change {
  return { what, from: from || null, to: to || null, date: null, why: '', by: null, inPlace: false, ...rest };
}
