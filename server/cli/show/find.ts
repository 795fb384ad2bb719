/** Finds what a REF on the command line means: there is no line that it stands on, so it is looked for everywhere. */
import { nearest } from '../../../grammar/spelling.ts';
import type { Entry, KpiEntry, ObjectiveEntry } from '../../core/model/entry.ts';
import { cycleOf, nameOf, refOf } from '../../core/model/resolve.ts';
import type { Workspace } from '../../core/model/workspace.ts';
import { ofType } from '../../core/reports/selection.ts';

/** An element and the line of its heading, counted from its block's first. */
export interface Subject {
  readonly entry: Entry;
  readonly line: number;
  /** `team/objective.kr`, or what comes next to it where a name is missing. */
  readonly ref: string;
}

interface Written {
  readonly team: string | undefined;
  readonly name: string;
  readonly kr: string | undefined;
  readonly cycle: string | undefined;
}

const NAME = String.raw`\p{L}[\p{L}\p{M}\p{N}_-]*`;
const REFERENCE = new RegExp(
  String.raw`^(?:(?<team>${NAME})/)?(?<name>${NAME})(?:\.(?<kr>${NAME}))?(?:\s+in\s+(?<cycle>\S+))?$`,
  'u',
);

/** Everything that a text may mean, in the cycle that is meant: the one it names, else the current one, else the newest. */
export function subjectsOf(workspace: Workspace, text: string, cycle: string | undefined): Subject[] {
  const groups = REFERENCE.exec(text.trim().replace(/^@?/, ''))?.groups;
  if (groups === undefined) return [];
  const written = {
    team: groups['team'],
    name: groups['name'] ?? '',
    kr: groups['kr'],
    cycle: groups['cycle'] ?? cycle,
  };
  const found = [goals, kpis, initiatives, keyResultsByName]
    .map(look => look(workspace, written))
    .find(subjects => subjects.length > 0);
  return onePerRef(workspace, found ?? []);
}

function goals(workspace: Workspace, { team, name, kr, cycle }: Written): Subject[] {
  const named = workspace.named('objective', `${team ?? '*'}/${name}`) as readonly ObjectiveEntry[];
  return named
    .filter(entry => isIn(workspace, entry, cycle))
    .flatMap(entry => (kr === undefined ? [subject(entry)] : keyResults(entry, kr)));
}

function kpis(workspace: Workspace, { team, name, kr }: Written): Subject[] {
  if (kr !== undefined) return [];
  return (workspace.named('kpi', `${team ?? '*'}/${name}`) as readonly KpiEntry[]).map(subject);
}

function initiatives(workspace: Workspace, { team, name, kr }: Written): Subject[] {
  return kr === undefined ? workspace.named('initiative', `${team ?? '*'}/${name}`).map(subject) : [];
}

/** A bare name that is nothing else may be a key result, in whichever objective. */
function keyResultsByName(workspace: Workspace, { team, name, kr, cycle }: Written): Subject[] {
  if (team !== undefined || kr !== undefined) return [];
  return ofType(workspace.entries.get(), 'objective')
    .filter(entry => isIn(workspace, entry, cycle))
    .flatMap(entry => keyResults(entry, name));
}

function subject(entry: Entry): Subject {
  const element = entry.facts.peek();
  const ref =
    element.type === 'objective'
      ? refOf(entry as ObjectiveEntry)
      : element.type === 'kpi' || element.type === 'initiative'
        ? nameOf(entry as KpiEntry)
        : undefined;
  return { entry, line: element.line, ref: ref ?? '' };
}

function keyResults(entry: ObjectiveEntry, name: string): Subject[] {
  const found = entry.element.keyResults.filter(keyResult => keyResult.name === name);
  return found.map(keyResult => ({
    entry,
    line: keyResult.line,
    ref: refOf({ objective: entry, keyResult }) ?? `${entry.element.title}: ${name}`,
  }));
}

function isIn(workspace: Workspace, entry: Entry, cycle: string | undefined): boolean {
  return cycle === undefined || cycleOf(workspace, entry)?.key === workspace.cycles.of(cycle).key;
}

/** The same name in several cycles is one answer: of the cycle that today is in, else of the newest. */
function onePerRef(workspace: Workspace, subjects: readonly Subject[]): Subject[] {
  const today = workspace.today.get();
  const rank = ({ entry }: Subject) => {
    const period = cycleOf(workspace, entry)?.period;
    const isCurrent = period !== undefined && (period.first ?? today) <= today && today <= (period.last ?? today);
    return isCurrent ? Number.POSITIVE_INFINITY : (period?.first ?? Number.NEGATIVE_INFINITY);
  };
  const best = new Map<string, Subject>();
  for (const each of subjects) {
    const before = best.get(each.ref);
    if (before === undefined || rank(each) > rank(before)) best.set(each.ref, each);
  }
  return [...best.values()];
}

/** What there is that is spelled nearly so. */
export function nearestRef(workspace: Workspace, text: string): string | undefined {
  const refs = new Set<string>();
  for (const entry of ofType(workspace.entries.get(), 'objective')) {
    const { name, keyResults } = entry.element;
    for (const keyResult of keyResults) {
      if (keyResult.name === undefined) continue;
      refs.add(keyResult.name);
      if (name !== undefined) refs.add(`${name}.${keyResult.name}`).add(refOf({ objective: entry, keyResult }) ?? name);
    }
    if (name !== undefined) refs.add(name).add(refOf(entry) ?? name);
  }
  for (const type of ['kpi', 'initiative'] as const) {
    for (const entry of ofType(workspace.entries.get(), type)) {
      const ref = nameOf(entry as KpiEntry);
      if (ref !== undefined) refs.add(ref).add(ref.split('/').at(-1) ?? ref);
    }
  }
  return nearest(text.replace(/\s+in\s+\S+$/, ''), refs);
}
