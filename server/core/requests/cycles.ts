/** The cycles that there are to choose from. */

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
