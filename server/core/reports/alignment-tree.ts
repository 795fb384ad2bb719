/** An alignment as a tree: what lists and pages of it are written from. */
import type { AlignedObjective, Alignment, AlignmentTie } from './alignment.ts';

export interface Branch {
  readonly objective: AlignedObjective;
  /** Why it is here; null at the top. */
  readonly tie: AlignmentTie | null;
  /** What supports it; empty where that is listed elsewhere already. */
  readonly supporters: readonly Branch[];
  /** It is listed elsewhere already. */
  readonly again: boolean;
}

/** What stands deeper is listed at this depth: no organisation has as many levels. */
const DEEPEST = 40;

interface Open {
  readonly objective: AlignedObjective;
  readonly tie: AlignmentTie | null;
  readonly into: Branch[];
  readonly depth: number;
}

/**
 * What supports nothing at the top, under each what supports it, in the order of the objectives. What supports several
 * stands under each of them, with its own supporters only once; in a circle the first of it is at the top.
 */
export function branchesOf({ objectives, ties }: Pick<Alignment, 'objectives' | 'ties'>): readonly Branch[] {
  const known = new Map(objectives.map(objective => [objective.key, objective]));
  const supports = ties.filter(({ from, to, relation }) => relation === 'supports' && known.has(from) && known.has(to));
  const upward = new Set(supports.map(({ from }) => from));
  const below = new Map<string, AlignmentTie[]>();
  for (const tie of supports) {
    const same = below.get(tie.to);
    if (same === undefined) below.set(tie.to, [tie]);
    else same.push(tie);
  }
  const top: Branch[] = [];
  const listed = new Set<string>();
  // With a list of what is open instead of calls in calls: a chain of thousands would be too deep for those.
  const place = (first: AlignedObjective) => {
    const open: Open[] = [{ objective: first, tie: null, into: top, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { objective, tie, into, depth } = next;
      const again = listed.has(objective.key);
      const supporters: Branch[] = [];
      into.push({ objective, tie, supporters, again });
      if (again) continue;
      listed.add(objective.key);
      for (const each of (below.get(objective.key) ?? []).toReversed()) {
        const supporter = known.get(each.from);
        const inner = depth < DEEPEST ? { into: supporters, depth: depth + 1 } : { into, depth };
        if (supporter !== undefined) open.push({ objective: supporter, tie: each, ...inner });
      }
    }
  };
  for (const objective of objectives) if (!upward.has(objective.key)) place(objective);
  for (const objective of objectives) if (!listed.has(objective.key)) place(objective);
  return top;
}

/** Each objective where it is listed first. */
export function onlyFirst(branches: readonly Branch[]): readonly Branch[] {
  return branches
    .filter(({ again }) => !again)
    .map(branch => ({ ...branch, supporters: onlyFirst(branch.supporters) }));
}
