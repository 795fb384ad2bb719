/** What a person can check in on, with what they want to know before they do. */
import { toIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { referenceTo, standingInShort, titleOf } from '../features/naming.ts';
import type { Pause } from '../features/pause.ts';
import { ofTen, unitOf } from '../features/words.ts';
import {
  type Entry,
  isKeyResult,
  type KeyResultEntry,
  type KpiEntry,
  type ObjectiveEntry,
  objectiveOf,
} from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';
import { cycleOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { inOrder } from '../reports/order.ts';
import { ofType } from '../reports/selection.ts';
import { idOf, isoOrNull, mention, placeOf } from '../reports/written.ts';
import type { CheckInSubject, CheckInSubjectsParams } from '../requests/check-in.ts';
import { formatValue } from '../scores/value-text.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { keyResultWait, kpiWait, waitsForNothing } from './due.ts';
import type { Subject } from './subject.ts';

/** What can be checked in on at a place. @param me `@ana` */
export function checkInSubject(context: FeatureContext, subject: Subject, me: string): CheckInSubject {
  if (subject.kind === 'kpi') return kpi(context, subject.kpi, me);
  return isKeyResult(subject.goal) ? keyResult(context, subject.goal, me) : objective(context, subject, me);
}

/**
 * Everything in a workspace that runs: begun, neither over nor dropped, with check-ins of its own; or what is due of it
 * and mine.
 * @param file only what stands in it
 * @returns in the order of the workspace, KPIs first: a reading may be what a key result waits for
 */
export async function checkInSubjects(
  context: FeatureContext,
  { of, me }: Pick<CheckInSubjectsParams, 'of' | 'me'>,
  pause: Pause,
  file?: OkrFile,
): Promise<CheckInSubject[]> {
  const entries = file === undefined ? context.workspace.entries.get() : entriesIn(file);
  if (of === 'kpis') return kpis(context, entries, me, everybody);
  const whose: Whose = of === 'due' ? owner => isMe(owner, me) : everybody;
  const found = of === 'due' ? kpis(context, entries, me, whose) : [];
  for (const entry of inOrder(ofType(entries, 'objective'))) {
    await pause();
    found.push(...keyResults(context, entry, me, whose));
  }
  return of === 'due' ? found.filter(({ due }) => due) : found;
}

/** What is due and mine in one file: as `checkInSubjects` has it. */
export function dueInFile(context: FeatureContext, file: OkrFile, me: string): CheckInSubject[] {
  const mine: Whose = owner => isMe(owner, me);
  const entries = entriesIn(file);
  const found = ofType(entries, 'objective').flatMap(entry => keyResults(context, entry, me, mine));
  return [...kpis(context, entries, me, mine), ...found].filter(({ due }) => due);
}

function entriesIn(file: OkrFile): Entry[] {
  return file.content.flatMap(row => row.entries);
}

/** Whether what somebody owns is wanted; asked before anything is worked out. */
type Whose = (owner: string | undefined) => boolean;
const everybody: Whose = () => true;

function isMe(owner: string | undefined, me: string): boolean {
  return owner !== undefined && owner === me.replace(/^@/, '');
}

function kpis(context: FeatureContext, entries: Iterable<Entry>, me: string, whose: Whose): CheckInSubject[] {
  const wanted = inOrder(ofType(entries, 'kpi')).filter(({ element }) => whose(element.owner));
  return wanted.map(entry => kpi(context, entry, me));
}

/** Those of an objective that run. */
function keyResults(context: FeatureContext, entry: ObjectiveEntry, me: string, whose: Whose): CheckInSubject[] {
  const { workspace, standings } = context;
  const wanted = entry.element.keyResults.filter(({ owner }) => whose(owner ?? entry.element.owner));
  if (wanted.length === 0 || standings.objective(entry).objective.dropped !== undefined) return [];
  const today = workspace.today.get();
  return wanted.flatMap(each => {
    const standing = standings.keyResult({ objective: entry, keyResult: each });
    const { first } = standing?.period ?? {};
    if (standing === undefined || each.follows !== undefined || standing.over || standing.dropped !== undefined)
      return [];
    return first === undefined || first <= today ? [keyResult(context, { objective: entry, keyResult: each }, me)] : [];
  });
}

/** Mine first; of each the silent ones first, those that were heard of longest ago on top. */
export function mostWantedFirst(subjects: readonly CheckInSubject[]): CheckInSubject[] {
  return subjects.toSorted(
    (a, b) =>
      Number(b.mine) - Number(a.mine) ||
      Number(b.stale) - Number(a.stale) ||
      (a.stale ? (a.date ?? '').localeCompare(b.date ?? '') : 0),
  );
}

function keyResult(context: FeatureContext, entry: KeyResultEntry, me: string): CheckInSubject {
  const { workspace, standings } = context;
  const standing = standings.keyResult(entry);
  const { measure } = entry.keyResult;
  const today = workspace.today.get();
  const unit = unitOf(measure);
  const owner = entry.keyResult.owner ?? entry.objective.element.owner;
  return {
    kind: 'key result',
    // A value of what nothing is measured by would say nothing.
    takesValue: measure !== undefined && measure.kind !== 'milestones',
    value: standing?.value === undefined ? null : formatValue(standing.value, unit),
    unit,
    confidence: standing?.confidence === undefined ? null : ofTen(standing.confidence),
    date: isoOrNull(standing?.lastCheckin),
    ...(standing === undefined ? waitsForNothing : keyResultWait(entry, standing, standings.rhythm(entry), today)),
    ...told(context, { kind: 'goal', goal: entry, uri: '', line: entry.keyResult.line }, owner, me),
  };
}

function objective(context: FeatureContext, subject: Subject & { kind: 'goal' }, me: string): CheckInSubject {
  const entry = objectiveOf(subject.goal);
  const standing = context.standings.objective(entry).objective;
  return {
    kind: 'objective',
    takesValue: false,
    value: null,
    unit: '',
    confidence: standing.confidence === undefined ? null : ofTen(standing.confidence),
    date: isoOrNull(standing.lastCheckin),
    ...waitsForNothing,
    ...told(context, subject, entry.element.owner, me),
  };
}

function kpi(context: FeatureContext, entry: KpiEntry, me: string): CheckInSubject {
  const standing = context.standings.kpi(entry);
  const unit = kpiUnit(entry, context.workspace);
  return {
    kind: 'kpi',
    takesValue: true,
    value: standing.value === undefined ? null : formatValue(standing.value, unit),
    unit,
    confidence: null,
    date: isoOrNull(standing.day),
    ...kpiWait(entry, standing, context.workspace.today.get()),
    ...told(context, { kind: 'kpi', kpi: entry, uri: '', line: 0 }, entry.element.owner, me),
  };
}

function told(context: FeatureContext, subject: Subject, owner: string | undefined, me: string) {
  const target = subject.kind === 'kpi' ? subject.kpi : subject.goal;
  const entry = subject.kind === 'kpi' ? subject.kpi : objectiveOf(subject.goal);
  const line = 'keyResult' in target ? target.keyResult.line : entry.facts.peek().line;
  const ref = referenceTo(target) ?? null;
  const title = titleOf(context, target);
  return {
    id: idOf(entry, cycleOf(context.workspace, entry)?.id ?? null, ref ?? title),
    ref,
    title,
    teamTitle: typeof entry.team === 'string' ? teamInfo(context.workspace, entry.team).title : null,
    owner: mention(owner),
    me,
    mine: isMe(owner, me),
    standing: standingInShort(context, target),
    today: toIso(context.workspace.today.get()),
    place: placeOf(entry, line),
  };
}
