/** Lines that go together: one after another, of one kind. */
import type { Block } from '../../../grammar/document.ts';
import type { Comment, Statement } from '../../../grammar/tree.ts';

/** The runs of two and more of a list. */
export function runs<T>(list: readonly T[], belongs: (item: T, before: T | undefined) => boolean): T[][] {
  const found: T[][] = [];
  let run: T[] = [];
  const end = () => {
    if (run.length > 1) found.push(run);
    run = [];
  };
  for (const item of list) {
    if (!belongs(item, run.at(-1))) {
      end();
      if (!belongs(item, undefined)) continue;
    }
    run.push(item);
  }
  end();
  return found;
}

/** Comments on lines of their own, each right under the one before and as far in. */
export function commentRuns({ tree }: Block): Comment[][] {
  return runs(tree.comments, (comment, before) =>
    before === undefined
      ? !comment.trailing
      : !comment.trailing && comment.line === before.line + 1 && comment.column === before.column,
  );
}

/** A `>` line: several are one text. */
export function isDescription({ kind }: Statement): boolean {
  return kind === 'description';
}
