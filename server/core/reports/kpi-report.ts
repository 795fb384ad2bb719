/** KPIs as a report gives them. */

import { toIso } from '../calendar/day.ts';
import type { Hold } from '../model/elements.ts';
import { isKeyResult, isSameKeyResult, type KeyResultEntry, type KpiEntry } from '../model/entry.ts';
import { cycleOf, fromEntry, nameOf, resolveGoal, resolveKpi } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { healthCourse } from '../scores/health-course.ts';
import { isKnown } from '../scores/hold.ts';
import { healthOf, type KpiStanding, standKpi } from '../scores/kpi-health.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { holdInWords } from './measure-report.ts';
import type { BandReport, KpiReport } from './report.ts';
import { isInCycle, ofType, type Selection } from './selection.ts';
import { linkTo, sourcesOf } from './value-links.ts';
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

function kpiReport(entry: KpiEntry, selection: Selection, fed: readonly KeyResultEntry[]): KpiReport {
  const kpi = entry.element;
  const standing = kpiStanding(entry, selection);
  const works = followed(entry, selection).filter(goal => !fed.some(each => isSameKeyResult(each, goal)));
  const feedsTo = [...fed, ...works].map(linkTo);
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
    bands: { healthy: band(kpi.healthy), critical: band(kpi.critical) },
    history: standing.readings.map(({ day, value, note }) => ({
      date: toIso(day),
      value,
      note,
      health: healthOf(kpi, value),
    })),
    course: healthCourse(kpi, standing.readings).map(({ health, from, to, readings }) => ({
      health,
      from: toIso(from),
      to: toIso(to),
      readings,
    })),
    feeds: [...new Set(feedsTo.map(({ ref, title }) => ref ?? title))],
    feedsTo,
    sources: sourcesOf(selection.workspace, entry),
    place: placeOf(entry, kpi.line),
  };
}

/** The key result whose check-ins it takes works on it. */
function followed(entry: KpiEntry, { workspace }: Selection): readonly KeyResultEntry[] {
  const { follows } = entry.element;
  const goal = follows && resolveGoal(workspace, follows, fromEntry(entry));
  return goal !== undefined && isKeyResult(goal) ? [goal] : [];
}

function band(hold: Hold | undefined): BandReport | null {
  return hold === undefined || !isKnown(hold) ? null : { low: hold.low, high: hold.high };
}

/** For each KPI the key results that take its readings: those of this cycle, and of the others that are running. */
function keyResultsFed({ workspace, cycle, asOf }: Selection): ReadonlyMap<KpiEntry, readonly KeyResultEntry[]> {
  const fed = new Map<KpiEntry, KeyResultEntry[]>();
  for (const objective of ofType(workspace.entries.get(), 'objective')) {
    const own = cycleOf(workspace, objective);
    const isRunning = own !== undefined && workspace.cycles.holds(own, asOf);
    if (!isRunning && !isInCycle(workspace, objective, cycle)) continue;
    for (const keyResult of objective.element.keyResults) {
      const kpi = keyResult.kpi && resolveKpi(workspace, keyResult.kpi, objective);
      if (kpi === undefined) continue;
      fed.set(kpi, [...(fed.get(kpi) ?? []), { objective, keyResult }]);
    }
  }
  return fed;
}
