/** Closes a cycle of a workspace in memory, and applies what comes out, as a door does. */
import { type Closed, closeCycle, suggestedDecisions } from '../../../server/core/closing/close-cycle.ts';
import { cycleToClose } from '../../../server/core/closing/cycle-to-close.ts';
import { type OpenObjective, openIn } from '../../../server/core/closing/subjects.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import type { ClosingDecision, Reflection } from '../../../server/core/requests/closing.ts';

export interface Wish {
  readonly cycle: string;
  readonly next?: string | undefined;
  readonly team?: string | undefined;
  readonly early?: boolean;
  /** From what is suggested; left out: that. */
  readonly decide?: (suggested: ClosingDecision[], open: readonly OpenObjective[]) => ClosingDecision[];
  readonly reflect?: (open: readonly OpenObjective[]) => Reflection[];
}

export function close(context: FeatureContext, wish: Wish): Closed {
  const closing = cycleToClose(context.workspace, wish.cycle, wish.next, wish.early ?? false, wish.team);
  const open = openIn(context, closing);
  const suggested = suggestedDecisions(open);
  const decisions = wish.decide?.(suggested, open) ?? suggested;
  return closeCycle(context, closing, open, decisions, wish.reflect?.(open) ?? []);
}

/** From the end of a text to its beginning no edit moves the place of another. */
export function apply({ workspace }: FeatureContext, { edits }: Closed): void {
  const lastFirst = edits.toSorted(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  for (const { uri, range, text } of lastFirst) {
    if (workspace.file(uri) === undefined) workspace.setFile(uri, '', true);
    workspace.editFile(uri, range, text);
  }
}

/** Whether each line is still there, in the same order. */
export function isWithin(before: string, after: string): boolean {
  const lines = after.split(/\r\n|\r|\n/);
  let at = 0;
  const old = before.split(/\r\n|\r|\n/);
  for (const line of lines) if (line === old[at]) at++;
  return at >= old.length;
}
