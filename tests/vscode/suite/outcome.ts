/** How one test in the extension host ended: well, if there is no error. */
export interface Outcome {
  readonly title: string;
  readonly error?: string;
}
