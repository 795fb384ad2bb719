/** What differs from a revision. */

/** `okr/revisionChoices`: what a workspace can be compared with. Rejects with a sentence where there is no history. */
export const revisionChoicesRequest = 'okr/revisionChoices';
export interface RevisionChoicesParams {
  /** Of a document. */
  readonly uri: string;
}
/** What to compare with: a revision, as git understands it, or as it was on a day (ISO 8601). */
export type RevisionWanted = { readonly revision: string } | { readonly day: string };
export interface RevisionChoice {
  readonly group: 'days' | 'branches' | 'tags' | 'commits';
  readonly label: string;
  readonly description: string;
  readonly wanted: RevisionWanted;
}

/** `okr/compare`: what differs from a revision, as `okr diff --format markdown` writes it. Rejects with a sentence. */
export const compareRequest = 'okr/compare';
export interface CompareParams {
  readonly uri: string;
  readonly wanted: RevisionWanted;
}
export interface CompareAnswer {
  /** Markdown */
  readonly text: string;
}
