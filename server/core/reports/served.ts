/** What the objectives of a cycle serve in other cycles, as those of a quarter serve the year's. */
import { type ObjectiveEntry, objectiveOf } from '../model/entry.ts';
import { cycleOf, fromEntry, resolveGoal } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Standings } from '../standing/standings.ts';
import { overview } from './cycle-report.ts';
import { objectiveReport } from './objective-report.ts';
import type { ServedCycle } from './report.ts';
import { type ReportOptions, select } from './selection.ts';
import { supportersIn } from './supporters.ts';

/** However far up, whatever file it is in; the nearest cycle first. */
export function servedBy(workspace: Workspace, standings: Standings, options: ReportOptions): ServedCycle[] {
  const { objectives } = select(workspace, standings, options);
  const found = new Set(objectives);
  const cycles = new Map<string | null, ObjectiveEntry[]>();
  // A set goes on with what is added while it is gone through.
  for (const entry of found) {
    for (const goal of goalsOf(workspace, entry)) {
      if (found.has(goal)) continue;
      found.add(goal);
      const cycle = cycleOf(workspace, goal)?.id ?? null;
      cycles.set(cycle, [...(cycles.get(cycle) ?? []), goal]);
    }
  }
  const own = options.cycle === null ? undefined : workspace.cycles.of(options.cycle).id;
  return [...cycles].flatMap(([id, goals]) => {
    if (id === own) return [];
    const selection = select(workspace, standings, { cycle: id });
    const supporters = supportersIn({ ...selection, objectives: goals });
    return [
      {
        cycle: overview(selection).cycle,
        objectives: goals.map(goal => objectiveReport(goal, selection, supporters.get(goal))),
      },
    ];
  });
}

function goalsOf(workspace: Workspace, entry: ObjectiveEntry): readonly ObjectiveEntry[] {
  const refs = [entry.element, ...entry.element.keyResults].flatMap(({ supports }) => supports);
  return refs.flatMap(ref => {
    const goal = resolveGoal(workspace, ref, fromEntry(entry));
    return goal === undefined ? [] : [objectiveOf(goal)];
  });
}
