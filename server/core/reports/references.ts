/** References as a report gives them: `team/objective.kr` where they lead somewhere, else as they are written. */
import type { RefText } from '../model/elements.ts';

import { type From, refOf, refToText, resolveGoal } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import type { NeedReport } from './report.ts';

export function refsOf(workspace: Workspace, refs: readonly RefText[], from: From): string[] {
  return refs.map(ref => refIn(workspace, ref, from));
}

export function needsOf(
  workspace: Workspace,
  needs: readonly { readonly ref: RefText; readonly why: string }[],
  from: From,
): NeedReport[] {
  return needs.map(({ ref, why }) => ({ ref: refIn(workspace, ref, from), why }));
}

export function refIn(workspace: Workspace, ref: RefText, from: From): string {
  const goal = resolveGoal(workspace, ref, from);
  return (goal && refOf(goal)) ?? refToText(ref);
}
