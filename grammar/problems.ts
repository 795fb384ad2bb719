/** What can be wrong with a text by itself, whatever else is in the workspace. */
import type { Span } from './tree.ts';

export type ProblemCode =
  | 'syntax'
  | 'unknown-keyword'
  | 'unknown-argument'
  | 'mixed-indentation'
  | 'misplaced-statement'
  | 'duplicate-statement'
  | 'yaml-colon'
  | 'markdown-heading'
  | 'value-invalid'
  | 'date-invalid'
  | 'unit-mismatch';

/** A replacement of one range. */
export interface Edit extends Span {
  readonly text: string;
}

export interface Fix {
  /** In the imperative: "Write `owner @ana`". */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Offsets count from the first character of the block. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  readonly message: string;
  readonly fix?: Fix;
  /** Another place in the same block that the message speaks of. */
  readonly related?: Span & { readonly message: string };
}
