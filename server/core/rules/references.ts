/** The references in statements, and what they lead to. */
import type { Reference, Statement } from '../../../grammar/tree.ts';
import type { Entry, Goal } from '../model/entry.ts';
import { refText } from '../model/read-facts.ts';
import { type From, resolveGoal, resolveInitiative, resolveKpi } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a reference may lead to. A `goal` is an objective or a key result. */
export type Wanted = 'goal' | 'goal or initiative' | 'key result' | 'kpi';

/** The references in a statement, with what they may mean. */
export function referencesIn(node: Statement): readonly { readonly reference: Reference; readonly to: Wanted }[] {
  switch (node.kind) {
    case 'supports':
      return node.references.map(reference => ({ reference, to: 'goal' }));
    case 'needs':
      return node.references.map(reference => ({ reference, to: 'goal or initiative' }));
    case 'continues':
      return node.reference === undefined ? [] : [{ reference: node.reference, to: 'goal' }];
    case 'follows':
      return node.reference === undefined ? [] : [{ reference: node.reference, to: 'key result' }];
    case 'kpi':
      return node.reference === undefined || node.parent === undefined
        ? []
        : [{ reference: node.reference, to: 'kpi' }];
    default:
      return [];
  }
}

/** What a reference means: a goal, a KPI, or an initiative for `needs`. */
export function targetOf(
  workspace: Workspace,
  node: Statement,
  reference: Reference,
  from: From,
): Goal | Entry | undefined {
  const ref = refText(reference);
  if (node.kind === 'kpi') return resolveKpi(workspace, ref, from.entry);
  const goal = resolveGoal(workspace, ref, from);
  return goal ?? (node.kind === 'needs' ? resolveInitiative(workspace, ref, from.entry) : undefined);
}
