/** What a group of tests came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The full titles of those that did not run. */
  readonly skipped: readonly string[];
}
