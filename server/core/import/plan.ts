/** What will be written: elements with their names, places and lines, before they are put into files. */
import type { ItemKind, OpenQuestion, Remark } from './source.ts';

export interface PlannedElement {
  readonly kind: ItemKind;
  readonly title: string;
  /** Empty where no name can be made of the title. */
  readonly name: string;
  /** A team's name; undefined in none. */
  readonly team: string | undefined;
  readonly cycle: string | undefined;
  /** The measure first, then what is said of it. */
  readonly properties: readonly string[];
  /** Prose, one line each. */
  readonly description: readonly string[];
  /** In the order of their days. */
  readonly facts: readonly string[];
  /** Of an objective. */
  readonly keyResults: readonly PlannedElement[];
}

export interface PlannedTeam {
  readonly name: string;
  readonly title: string;
  readonly properties: readonly string[];
  readonly description: readonly string[];
}

export interface PlannedCycle {
  readonly id: string;
  readonly title: string;
  readonly properties: readonly string[];
}

export interface ImportPlan {
  readonly teams: readonly PlannedTeam[];
  /** Those that a heading alone does not define. */
  readonly cycles: readonly PlannedCycle[];
  readonly persons: readonly { readonly handle: string; readonly name: string }[];
  /** Objectives, KPIs and initiatives, in the order of the source. */
  readonly elements: readonly PlannedElement[];
  /** The month in which the fiscal year begins, where dates of the source tell that it is not January. */
  readonly fiscalYearStart: number | undefined;
  readonly leftOut: readonly Remark[];
  /** What was taken one way, and might be meant another. */
  readonly readAs: readonly Remark[];
  readonly open: ReadonlySet<OpenQuestion>;
}

export interface PlanOptions {
  /** For what the source puts into no cycle, and no team. */
  readonly cycle?: string | undefined;
  readonly team?: string | undefined;
  /** ISO 8601: the day of values that the source gives without one. */
  readonly asOf?: string | undefined;
  /** What “at risk” means, where the source does not tell. */
  readonly atRisk?: 'at-risk' | 'off-track' | undefined;
  readonly dates?: 'day first' | 'month first' | undefined;
}
