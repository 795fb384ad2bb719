/** A key result as a report gives it. */
import { toIso } from '../calendar/day.ts';
import type { Grade, Pause, Period } from '../model/elements.ts';
import type { KeyResultEntry } from '../model/entry.ts';
import { fromEntry, nameOf, refOf, refToText, resolveKpi } from '../model/resolve.ts';
import { isEarly } from '../scores/grade.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import type { HistoryEntry } from '../scores/series.ts';
import type { SmartCard } from '../scores/smart.ts';
import { measureReport, targetChanges } from './measure-report.ts';
import { missedForecast } from './missed-forecast.ts';
import { needsOf, refsOf } from './references.ts';
import type { CheckInReport, GradeReport, KeyResultReport, SmartReport } from './report.ts';
import type { Selection } from './selection.ts';
import { silentSince } from './silence.ts';
import { sourcesOf } from './value-links.ts';
import { isoOrNull, mention, placeOf } from './written.ts';

export function keyResultReport(
  entry: KeyResultEntry,
  standing: KeyResultStanding,
  { workspace, standings, today }: Selection,
): KeyResultReport {
  const own = entry.keyResult;
  const source = standings.source(entry);
  const shared = source.keyResult;
  const from = fromEntry(entry.objective);
  const { forecast } = standing;
  const history = standing.history.map(checkInReport);
  const kpi = shared.kpi && resolveKpi(workspace, shared.kpi, source.objective);
  return {
    ref: refOf(entry) ?? null,
    title: shared.title,
    description: own.description || shared.description,
    owner: mention(own.owner ?? shared.owner),
    with: [...new Set([...own.with, ...shared.with])].map(handle => `@${handle}`),
    kind: standing.kind,
    weight: standing.weight,
    measure:
      standing.measure === undefined
        ? null
        : measureReport(shared.measure ?? standing.measure, standing.measure, today),
    value: standing.value ?? null,
    progress: standing.progress ?? null,
    score: standing.score ?? null,
    judged: standing.judged,
    expected: standing.expected ?? null,
    status: standing.status,
    computedStatus: standing.computedStatus,
    saidStatus: standing.saidStatus ?? null,
    verdict: standing.verdict ?? null,
    confidence: standing.confidence ?? null,
    firstConfidence: standing.firstConfidence ?? null,
    lastCheckin: isoOrNull(standing.lastCheckin),
    lastNote: lastNote(history, standing.judged ? standing.grade : undefined),
    stale: silentSince(standing, standings.rhythm(entry), today) !== undefined,
    forecast: forecast === undefined ? null : { ...forecast, reached: isoOrNull(forecast.reached) },
    missedForecast: missedForecast(shared, standing) ?? null,
    paceNeeded: standing.paceNeeded ?? null,
    firstTargetScore: standing.firstTargetScore ?? null,
    grade: gradeReport(standing.grade, standing.period, today),
    due: isoOrNull(own.due ?? entry.objective.element.due),
    end: isoOrNull(standing.period.last),
    dropped: droppedReport(standing.dropped),
    blocked: standing.status === 'blocked' ? blockedBy(history) : null,
    kpi: shared.kpi === undefined ? null : ((kpi && nameOf(kpi)) ?? refToText(shared.kpi)),
    follows: source.keyResult === own ? null : (refOf(source) ?? null),
    sources: sourcesOf(workspace, entry),
    supports: refsOf(workspace, own.supports, from),
    needs: needsOf(workspace, own.needs, from),
    targets: targetChanges(shared.measure, shared.targets, today),
    history,
    smart: smartReport(standing.smart),
    place: placeOf(entry.objective, own.line),
  };
}

export function checkInReport({ day, value, confidence, status, by, note, from }: HistoryEntry): CheckInReport {
  return {
    date: toIso(day),
    value: value ?? null,
    confidence: confidence ?? null,
    status: status ?? null,
    by: mention(by),
    note,
    from,
  };
}

export function gradeReport(grade: Grade | undefined, period: Period, today: number): GradeReport | null {
  if (grade === undefined) return null;
  return {
    grade: grade.grade,
    date: isoOrNull(grade.day),
    why: grade.why,
    by: mention(grade.by),
    early: isEarly(grade, period, today),
  };
}

export function droppedReport(dropped: Pause | undefined): KeyResultReport['dropped'] {
  return dropped === undefined ? null : { date: toIso(dropped.day), why: dropped.why };
}

/** The newest check-in that says anything; of what is judged, the reason of its grade may be newer. */
function lastNote(history: readonly CheckInReport[], judgement: Grade | undefined): CheckInReport | null {
  const said = history.findLast(({ note }) => note !== '') ?? null;
  if (judgement?.day === undefined || judgement.why === '') return said;
  const { day, why, by } = judgement;
  if (said !== null && said.date > toIso(day)) return said;
  return checkInReport({
    day,
    value: undefined,
    confidence: undefined,
    status: undefined,
    by,
    note: why,
    from: 'checkin',
  });
}

function blockedBy(history: readonly CheckInReport[]): string | null {
  return history.findLast(({ status }) => status !== null)?.note || null;
}

function smartReport({ specific, measurable, assignable, realistic, timeRelated }: SmartCard): SmartReport {
  return {
    specific: specific.ok === true,
    measurable: measurable.ok === true,
    assignable: assignable.ok === true,
    realistic: realistic.ok ?? null,
    timeRelated: timeRelated.ok === true,
  };
}
