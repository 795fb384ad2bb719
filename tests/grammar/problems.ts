/** The problems of a text and what their fixes make of it, in words. */
import { Document, type TextRange } from '../../grammar/document.ts';
import { mixedIndentation } from '../../grammar/indentation.ts';
import type { Problem } from '../../grammar/problems.ts';

export interface Found {
  readonly problem: Problem;
  readonly range: TextRange;
  /** The whole text after the fix, where there is one. */
  readonly fixed: string | undefined;
}

/** All problems of a text in the order of its lines. */
export function problemsIn(text: string): Found[] {
  const document = new Document(text);
  const found = document.blocks.flatMap(({ tree }, block) =>
    [...tree.syntax, ...tree.structure].map(problem => ({ block, problem })),
  );
  return [...found, ...mixedIndentation(document)]
    .map(({ block, problem }) => ({
      problem,
      range: document.rangeOf(block, problem),
      fixed: problem.fix === undefined ? undefined : apply(text, problem, document.offsetOf(block)),
    }))
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function apply(text: string, { fix }: Problem, offset: number): string {
  let fixed = text;
  for (const edit of (fix?.edits ?? []).toReversed())
    fixed = fixed.slice(0, offset + edit.start) + edit.text + fixed.slice(offset + edit.end);
  return fixed;
}
