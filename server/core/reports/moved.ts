/** What moved since the last round of check-ins: the first thing that a weekly meeting wants to know. */
import { addRhythm, toIso } from '../calendar/day.ts';
import type { Day, FromToMeasure, Grade, Rhythm } from '../model/elements.ts';
import type { KeyResultEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { nameOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { holds } from '../scores/hold.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import { showScore } from '../scores/rounding.ts';
import { newest, valuesOf } from '../scores/series.ts';
import { measureOn } from '../scores/target.ts';
import { equals, TOLERANCE } from '../scores/tolerance.ts';
import { formatNumber, formatValue } from '../scores/value-text.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { aboutKeyResult, change } from './changes.ts';
import { kpiStanding } from './kpi-report.ts';
import type { ChangeReport, Health, Movement, Report } from './report.ts';
import type { Selection } from './selection.ts';
import { lastHeard, silentSince } from './silence.ts';
import { placeOf } from './written.ts';

/** Confidence goes up and down by a tenth all the time. */
const CONFIDENCE_MOVED = 0.2;

type Moved = Pick<Report, 'moved' | 'movedSince'>;
type Move = Omit<Movement, 'ref' | 'title' | 'place'>;

/** Newest first. Nothing before the cycle has begun, nor after its end. */
export function movedIn(selection: Selection, changes: readonly ChangeReport[]): Moved {
  const { period, today, objectives, kpis } = selection;
  const isRunning = (period.first ?? today) <= today && today <= (period.last ?? today);
  if (!isRunning) return { moved: [], movedSince: null };
  const round = selection.since ?? addRhythm(today, rhythmOf(selection), -1);
  const since = Math.max(round, period.first ?? Number.NEGATIVE_INFINITY);
  const moved = [
    ...objectives.flatMap(objective => objectiveMoves(objective, since, selection)),
    ...decided(changes, since),
    ...kpis.flatMap(kpi => kpiMove(kpi, since, selection)),
  ];
  return {
    moved: moved.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    movedSince: toIso(since),
  };
}

/** How often the reported teams meet: their own rhythm where it is one team's report, else the one that all share. */
function rhythmOf({ workspace, cycle, team, objectives }: Selection): Rhythm {
  const teams = new Set(objectives.map(entry => entry.team ?? undefined));
  const only = team ?? (teams.size === 1 ? [...teams][0] : undefined);
  const inCycle = cycle === undefined ? undefined : workspace.cycles.about(cycle, only).rhythm;
  const inTeam = only === undefined ? undefined : teamInfo(workspace, only).rhythm;
  return inCycle ?? inTeam ?? workspace.settings.shared.rhythm;
}

/** What a key result shares with another is told once, where that one is in the report as well. */
function objectiveMoves(objective: ObjectiveEntry, since: Day, selection: Selection): Movement[] {
  const { standings, objectives, today } = selection;
  const { objective: whole, keyResults } = standings.objective(objective);
  if (whole.dropped !== undefined) return [];
  return objective.element.keyResults.flatMap((keyResult, index) => {
    const entry = { objective, keyResult };
    const standing = keyResults[index];
    const source = standings.source(entry);
    const isShared = source.keyResult !== keyResult && objectives.includes(source.objective);
    if (standing === undefined || standing.dropped !== undefined || isShared) return [];
    const about = aboutKeyResult(entry, source);
    const silent = silentSince(standing, standings.rhythm(entry), today);
    const moves = [
      ...(valueMove(source, standing, since) ?? confidenceMove(standing, since) ?? []),
      ...stepsDone(standing, since, today),
      ...(silent === undefined ? [] : silence(standing, silent, today)),
    ];
    return moves.map(move => ({ ref: about.ref, title: about.title, place: about.place, ...move }));
  });
}

function valueMove(source: KeyResultEntry, standing: KeyResultStanding, since: Day): Move[] | undefined {
  const { measure } = standing;
  switch (measure?.kind) {
    case 'from-to':
      return wayMove(measure, standing, since) ?? gradeMove(source.keyResult.grades, standing, since);
    case 'keep':
      return holdMove(source, standing, since) ?? gradeMove(source.keyResult.grades, standing, since);
    case 'milestones':
      return undefined;
    case undefined:
      return gradeMove(source.keyResult.grades, standing, since);
  }
}

function wayMove({ from, to, unit }: FromToMeasure, { history }: KeyResultStanding, since: Day): Move[] | undefined {
  const values = valuesOf(history);
  const now = values.at(-1);
  if (now === undefined || now.day <= since) return undefined;
  const before = values.findLast(({ day }) => day <= since)?.value ?? from;
  const date = toIso(now.day);
  if (before === null) {
    return [{ what: 'rose', date, good: null, text: `first value: ${formatValue(now.value, unit)}` }];
  }
  if (equals(before, now.value)) return undefined;
  const good = to === null ? null : Math.abs(to - now.value) < Math.abs(to - before) || isBeyond(from, to, now.value);
  return [{ what: now.value > before ? 'rose' : 'fell', date, good, text: change(before, now.value, unit) }];
}

/** Past the target is good, however far. */
function isBeyond(from: number | null, to: number, value: number): boolean {
  return from !== null && (to > from ? value > to : value < to);
}

/** A line that is held is no news; one that is not, or is again, is. */
function holdMove(
  { keyResult }: KeyResultEntry,
  { history, measure }: KeyResultStanding,
  since: Day,
): Move[] | undefined {
  if (keyResult.measure?.kind !== 'keep' || measure?.kind !== 'keep') return undefined;
  const first = keyResult.measure;
  const heldOn = (value: { day: Day; value: number } | undefined) =>
    value && holds(measureOn(first, keyResult.targets, value.day).hold, value.value);
  const values = valuesOf(history);
  const now = values.at(-1);
  const before = values.findLast(({ day }) => day <= since);
  if (now === undefined || now.day <= since) return undefined;
  const [is, was] = [heldOn(now), heldOn(before)];
  if (is === undefined || (is && was !== false)) return undefined;
  const { unit } = measure.hold;
  // The same value may hold a line that was moved.
  const isSame = before === undefined || equals(before.value, now.value);
  const numbers = isSame ? formatValue(now.value, unit) : change(before.value, now.value, unit);
  const text = `${numbers}, ${is ? 'holds again' : was === false ? 'still does not hold' : 'no longer holds'}`;
  return [{ what: now.value < (before?.value ?? now.value) ? 'fell' : 'rose', date: toIso(now.day), good: is, text }];
}

function gradeMove(grades: readonly Grade[], { judged, grade }: KeyResultStanding, since: Day): Move[] | undefined {
  if (!judged || grade?.day === undefined || grade.day <= since) return undefined;
  const dated = grades.flatMap(({ day, grade: share }) => (day === undefined ? [] : { day, share }));
  const before = newest(dated, since)?.share;
  if (before !== undefined && equals(before, grade.grade)) return undefined;
  const isUp = grade.grade > (before ?? 0);
  const text = `judged ${before === undefined ? '' : `${showScore(before)} → `}${showScore(grade.grade)}`;
  return [{ what: isUp ? 'rose' : 'fell', date: toIso(grade.day), good: before === undefined ? null : isUp, text }];
}

function confidenceMove({ history, status }: KeyResultStanding, since: Day): Move[] | undefined {
  // Whoever calls it blocked has said it all.
  if (status === 'blocked') return undefined;
  const said = history.filter(({ confidence }) => confidence !== undefined);
  const now = said.at(-1);
  const before = said.findLast(({ day }) => day <= since);
  if (now?.confidence === undefined || before?.confidence === undefined || now.day <= since) return undefined;
  const by = now.confidence - before.confidence;
  if (Math.abs(by) < CONFIDENCE_MOVED - TOLERANCE) return undefined;
  const ofTen = (share: number) => formatNumber(Math.round(share * 100) / 10);
  const text = `confidence ${ofTen(before.confidence)}/10 → ${ofTen(now.confidence)}/10`;
  return [{ what: by > 0 ? 'rose' : 'fell', date: toIso(now.day), good: by > 0, text }];
}

function stepsDone({ measure }: KeyResultStanding, since: Day, today: Day): Move[] {
  if (measure?.kind !== 'milestones') return [];
  return measure.steps.flatMap(({ text, done }): Move[] =>
    typeof done === 'number' && done > since && done <= today
      ? [{ what: 'step-done', date: toIso(done), good: true, text: text || 'a milestone' }]
      : [],
  );
}

function silence(standing: KeyResultStanding, from: Day, today: Day): Move[] {
  const heard = lastHeard(standing, today);
  const days = today - (heard ?? standing.period.first ?? from);
  const text = heard === undefined ? `no check-in in ${days} days` : `not heard of for ${days} days`;
  return [{ what: 'silent', date: toIso(from), good: null, text }];
}

const DECIDED: Readonly<
  Partial<Record<ChangeReport['what'], { readonly good: boolean | null; readonly text: string }>>
> = {
  target: { good: null, text: 'target' },
  dropped: { good: null, text: 'dropped' },
  blocked: { good: false, text: 'blocked' },
  unblocked: { good: true, text: 'no longer blocked' },
};

/** Targets, drops and blocks are changes; here they are told while they are new. */
function decided(changes: readonly ChangeReport[], since: Day): Movement[] {
  return changes.flatMap(({ ref, title, place, what, date, text, why }) => {
    const said = DECIDED[what];
    if (said === undefined || what === 'resumed' || date <= toIso(since)) return [];
    const told = what === 'target' ? `target ${text}` : why || said.text;
    return [{ ref, title, what, date, good: said.good, text: told, place }];
  });
}

const BY_HEALTH: readonly Health[] = ['healthy', 'watch', 'critical'];

function kpiMove(entry: KpiEntry, since: Day, selection: Selection): Movement[] {
  const now = kpiStanding(entry, selection);
  const before = kpiStanding(entry, selection, since);
  const by = BY_HEALTH.indexOf(now.health) - BY_HEALTH.indexOf(before.health);
  const isKnown = now.health !== 'unknown' && before.health !== 'unknown';
  if (!isKnown || by === 0 || now.value === undefined || now.since === undefined) return [];
  const { title, line } = entry.element;
  const values = change(before.value ?? null, now.value, kpiUnit(entry, selection.workspace));
  return [
    {
      ref: nameOf(entry) ?? null,
      title,
      what: by > 0 ? 'kpi-worse' : 'kpi-better',
      date: toIso(now.since),
      good: by < 0,
      text: `${values}, ${now.health}`,
      place: placeOf(entry, line),
    },
  ];
}
