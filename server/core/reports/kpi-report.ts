/** KPIs as a report gives them. */

import { toIso } from '../calendar/day.ts';
import type { KpiEntry } from '../model/entry.ts';
import { cycleOf, fromEntry, nameOf, refOf, resolveGoal, resolveKpi } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { type KpiStanding, standKpi } from '../scores/kpi-health.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { holdInWords } from './measure-report.ts';
import type { KpiReport } from './report.ts';
import { isInCycle, ofType, type Selection } from './selection.ts';
import { isoOrNull, mention, placeOf } from './written.ts';

export function kpiReports(selection: Selection): KpiReport[] {
  const fed = keyResultsFed(selection);
  return selection.kpis.map(entry => kpiReport(entry, selection, fed.get(entry) ?? []));
}

/** How a KPI is today; in a cycle that has ended, how it was on the last day. */
export function kpiStanding(entry: KpiEntry, { standings, today, asOf }: Selection, day = asOf): KpiStanding {
  const standing = standings.kpi(entry);
  if (day === today) return standing;
  const kpi = entry.element;
  return standKpi({ kpi, followed: [], rows: standing.readings, rhythm: kpi.rhythm, today: day });
}

function kpiReport(entry: KpiEntry, selection: Selection, fed: readonly string[]): KpiReport {
  const kpi = entry.element;
  const standing = kpiStanding(entry, selection);
  return {
    ref: nameOf(entry) ?? null,
    title: kpi.title,
    description: kpi.description,
    team: entry.team ?? null,
    teamTitle: typeof entry.team === 'string' ? teamInfo(selection.workspace, entry.team).title : null,
    owner: mention(kpi.owner),
    unit: kpiUnit(entry, selection.workspace),
    value: standing.value ?? null,
    date: isoOrNull(standing.day),
    health: standing.health,
    since: isoOrNull(standing.since),
    stale: standing.stale,
    healthy: kpi.healthy === undefined ? null : holdInWords(kpi.healthy),
    critical: kpi.critical === undefined ? null : holdInWords(kpi.critical),
    history: standing.readings.map(({ day, value, note }) => ({ date: toIso(day), value, note })),
    feeds: [...new Set([...fed, ...followed(entry, selection)])],
    place: placeOf(entry, kpi.line),
  };
}

function followed(entry: KpiEntry, { workspace }: Selection): readonly string[] {
  const { follows } = entry.element;
  const goal = follows && resolveGoal(workspace, follows, fromEntry(entry));
  return (goal && refOf(goal)) === undefined ? [] : [refOf(goal!)!];
}

/** For each KPI the key results that take its readings: those of this cycle, and of the others that are running. */
function keyResultsFed({ workspace, cycle, asOf }: Selection): ReadonlyMap<KpiEntry, readonly string[]> {
  const fed = new Map<KpiEntry, string[]>();
  for (const objective of ofType(workspace.entries.get(), 'objective')) {
    const own = cycleOf(workspace, objective);
    const isRunning = own !== undefined && workspace.cycles.holds(own, asOf);
    if (!isRunning && !isInCycle(workspace, objective, cycle)) continue;
    for (const keyResult of objective.element.keyResults) {
      const kpi = keyResult.kpi && resolveKpi(workspace, keyResult.kpi, objective);
      if (kpi === undefined) continue;
      fed.set(kpi, [...(fed.get(kpi) ?? []), refOf({ objective, keyResult }) ?? keyResult.title]);
    }
  }
  return fed;
}
