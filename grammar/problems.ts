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
  /** The writer may have meant something else. */
  readonly isGuess?: true;
}

/** Offsets count from the first character of the block. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  readonly message: string;
  readonly fix?: Fix;
  /** Another place in the same block that the message speaks of. */
  readonly related?: Span & { readonly message: string };
}

export function problem(code: ProblemCode, at: Span, message: string, fix?: Fix): Problem {
  const { start, end } = at;
  return fix === undefined ? { code, start, end, message } : { code, start, end, message, fix };
}

export type Report = (code: ProblemCode, at: Span, message: string, fix?: Fix) => void;

/** At most 40 characters of what somebody wrote, for a message. */
export function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** The fix that writes another text in the place of what is there. */
export function rewrite({ start, end }: Span, text: string): Fix {
  return { title: `Write \`${brief(text)}\``, edits: [{ start, end, text }] };
}

/** The fix that puts a text where there is none. */
export function insert(at: number, text: string, title: string): Fix {
  return { title, edits: [{ start: at, end: at, text }] };
}
