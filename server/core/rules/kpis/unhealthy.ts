/** A KPI that asks for an objective. */
import { Block } from '../../../../grammar/document.ts';
import { brief } from '../../../../grammar/problems.ts';
import { cycleOn } from '../../calendar/cycle.ts';
import type { CycleInfo } from '../../model/cycles.ts';
import type { Kpi } from '../../model/elements.ts';
import { isKeyResult, type KpiEntry, type ObjectiveEntry } from '../../model/entry.ts';
import { cycleOf, fromEntry, resolveGoal, resolveKpi } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { formatValue } from '../../scores/value-text.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import { endOf } from '../lines.ts';
import { isFinished } from '../method.ts';
import { type Ground, headingSpan, placeOf, type Remedy, type Rule, replaces, statementOf } from '../rule.ts';
import { inShort } from '../running.ts';

export const kpiUnhealthy: Rule = {
  id: 'kpi-unhealthy',
  severity: 'info',
  isReminder: true,
  summary: 'An unhealthy KPI that no objective works on',
  why: 'A KPI tells that something is wrong, an objective changes it. Where nobody has the time, raise the line or live with it, but decide.',
  bad: `
    kpi tickets: Recurring tickets per week
      owner @sam
      healthy at most 350
      reading 2026-11-20 402
  `,
  good: `
    cycle 2026-Q4

    objective care: Customers get help at once
      owner @maria

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        kpi tickets

      kr hours: They wait less for an answer
        from 9 to 4 hours
        checkin 2026-11-20 6 hours confidence 6/10

    kpi tickets: Recurring tickets per week
      owner @sam
      healthy at most 350 tickets
      reading 2026-11-20 340 tickets
  `,
  checkEntry(entry, ground, say) {
    if (entry.element.type !== 'kpi') return;
    const kpi = entry as KpiEntry;
    const { health, value, since } = ground.standings.kpi(kpi);
    if ((health !== 'watch' && health !== 'critical') || value === undefined || isWorkedOn(kpi, ground)) return;
    const unit = kpiUnit(kpi, ground.workspace);
    say({
      span: headingSpan(statementOf(entry)),
      message: `${health === 'critical' ? 'Critical' : 'Not healthy'} since ${inShort(since ?? 0, ground)}, at ${formatValue(value, unit)} now, and no objective works on it: which one could, or is its line too strict?`,
      remedies: () => objectiveFor(kpi, value, unit, ground.workspace),
    });
  },
};

function isWorkedOn(kpi: KpiEntry, ground: Ground): boolean {
  const { workspace, standings } = ground;
  const { name, follows } = kpi.element;
  const followed = follows && resolveGoal(workspace, follows, fromEntry(kpi));
  if (followed !== undefined && isKeyResult(followed) && !isFinished(followed.objective, workspace, standings))
    return true;
  const users =
    ground.shared('objectives by the KPI that they use', () => objectivesByKpi(ground)).get(name ?? '') ?? [];
  return users.some(
    objective =>
      !isFinished(objective, workspace, standings) &&
      objective.element.keyResults.some(
        each => each.kpi?.name === name && each.kpi !== undefined && resolveKpi(workspace, each.kpi, objective) === kpi,
      ),
  );
}

/** By the bare name: what it means is worked out for the few that are unhealthy. Which KPI is used is on the surface. */
function objectivesByKpi({ workspace }: Ground): ReadonlyMap<string, readonly ObjectiveEntry[]> {
  const users = new Map<string, ObjectiveEntry[]>();
  for (const entry of workspace.entries.get()) {
    if (entry.appearance.type !== 'objective') continue;
    for (const { kpi } of entry.appearance.keyResults) {
      if (kpi === undefined) continue;
      const same = users.get(kpi.name);
      if (same === undefined) users.set(kpi.name, [entry as ObjectiveEntry]);
      else same.push(entry as ObjectiveEntry);
    }
  }
  return users;
}

/** Below the KPI, in the cycle that its team is in now: back to its line. None for one that nothing can refer to. */
export function objectiveFor(kpi: KpiEntry, value: number, unit: string, workspace: Workspace): Remedy[] {
  const { name, title, owner } = kpi.element;
  const target = lineOf(kpi.element, value);
  if (name === undefined || target === undefined) return [];
  const what = brief(title || name);
  const end = endOf(kpi.block);
  const lines = [
    '',
    '',
    `objective: Healthy again: ${what}`,
    `  cycle ${cycleNow(kpi, workspace)}`,
    ...(statementOf(kpi).body.some(({ kind }) => kind === 'team') ? [`  team ${kpi.team}`] : []),
    ...(owner === undefined ? [] : [`  owner @${owner}`]),
    '',
    `  kr: ${what}`,
    `    from ${formatValue(value, unit)} to ${formatValue(target, unit)}`,
    `    kpi ${name}`,
  ];
  const text = lines.join(kpi.file.document.lineBreak);
  // What is wrong in the KPI's own lines would be wrong here again.
  const { syntax, structure } = new Block(text.trimStart()).tree;
  if (syntax.length + structure.length > 0) return [];
  return [replaces('Write an objective for it', placeOf(kpi, { start: end, end }), text, false)];
}

/** The shortest that its team's objectives run in, else the quarter. */
function cycleNow(kpi: KpiEntry, workspace: Workspace): string {
  const today = workspace.today.get();
  let now: CycleInfo | undefined;
  for (const objective of workspace.inTeam('objective', kpi.team ?? undefined)) {
    const cycle = cycleOf(workspace, objective);
    if (cycle === undefined || !workspace.cycles.holds(cycle, today)) continue;
    if (now === undefined || daysIn(cycle) < daysIn(now)) now = cycle;
  }
  return now?.id ?? cycleOn(today, 'quarter');
}

function daysIn({ period: { first, last } }: CycleInfo): number {
  return first === undefined || last === undefined ? Number.POSITIVE_INFINITY : last - first;
}

/** The end of the line that is crossed: of two, the nearer. */
function lineOf({ healthy, critical }: Kpi, value: number): number | undefined {
  const { low, high } = healthy ?? critical ?? { low: null, high: null };
  if (low === null || high === null) return low ?? high ?? undefined;
  return value < low ? low : high;
}
