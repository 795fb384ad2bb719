/** A new element as one snippet that goes to the beginning of a line: one change, and so one step to undo. */
import type { NewElementAnswer } from '../../../server/core/requests/new-element.ts';

export interface Insertion {
  /** Where it goes to, from 0; what stands between is written again in front. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  /** Plain text. */
  readonly before: string;
  readonly snippet: string;
  /** Plain text. */
  readonly after: string;
}

/**
 * An editor indents a snippet as the line that it goes to, up to where it goes: at the beginning of a line, not at all.
 * @param answer where it goes is the end of a line, or the beginning of an empty file
 */
export function insertionOf(
  { position, before, snippet, after }: NewElementAnswer,
  { lines, lastLine }: { readonly lines: number; readonly lastLine: string },
): Insertion {
  if (before === '') return { start: position, end: position, before, snippet, after };
  const next = { line: position.line + 1, character: 0 };
  // The break that ends its line is there already: it goes behind, and the first of its own is that one.
  if (next.line < lines) return { start: next, end: next, before: before.slice(1), snippet, after: `${after}\n` };
  return { start: { ...position, character: 0 }, end: position, before: lastLine + before, snippet, after };
}
