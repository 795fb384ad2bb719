/**
 * Which part of a report somebody wants to see, and how: pure questions, asked anew with each drawing.
 */
import type { KeyResultReport, ObjectiveReport, Place, Report } from '../reports/report.ts';
import { keyResultStanding, standingOf, WORDS_BY_URGENCY } from '../wording/standing.ts';
import { mention } from './person.ts';

export type Grouping = 'team' | 'owner' | 'cycle';
export interface Choice {
  /** The team's name, a handle such as `@li`, both empty for none; null: all. */
  readonly team: string | null;
  readonly owner: string | null;
  /** As the page says it: `off track`; null: any. */
  readonly status: string | null;
  /** All of its words are to be there. */
  readonly text: string;
  readonly by: Grouping;
  readonly compact: boolean;
}
export const FILTERS = ['team', 'owner', 'status', 'text'] as const;
export type Filter = (typeof FILTERS)[number];

export const everything = { team: null, owner: null, status: null, text: '' } as const;
export const firstChoice: Choice = { ...everything, by: 'team', compact: false };

export function isFiltered(choice: Choice): boolean {
  return FILTERS.some(filter => isSet(choice, filter));
}

export function isSet(choice: Choice, filter: Filter): boolean {
  const value = choice[filter];
  return value !== null && (filter !== 'text' || value.trim() !== '');
}

/**
 * The report without what is filtered out. An objective that fits is shown whole; of another one only the key results
 * that fit. A key result belongs to its objective's owner unless it has one of its own, and is found by its objective's
 * words; a status is asked of key results, and of an objective only where it has none.
 */
export function chosen(report: Report, choice: Choice): Report {
  if (!isFiltered(choice)) return report;
  const { team, owner, status } = choice;
  const words = plain(choice.text).split(/\s+/).filter(Boolean);
  const isTeams = (name: string | null) => team === null || (name ?? '') === team;
  const isOwners = (handle: string | null) => owner === null || (handle ?? '') === owner;
  const says = (...texts: readonly (string | null)[]) => {
    const all = plain(texts.filter(Boolean).join('\n'));
    return words.every(word => all.includes(word));
  };

  const objectives = report.objectives.flatMap((objective): ObjectiveReport[] => {
    if (!isTeams(objective.team)) return [];
    const { keyResults } = objective;
    const isStatus = status === null || (keyResults.length === 0 && standingOf(objective).word === status);
    if (isStatus && isOwners(objective.owner) && says(...wordsOf(objective))) return [objective];
    const fitting = keyResults.filter(
      each =>
        isOwners(each.owner ?? objective.owner) &&
        (status === null || keyResultStanding(each, objective).word === status) &&
        says(...wordsOf(objective), ...wordsOf(each)),
    );
    return fitting.length === 0 ? [] : [{ ...objective, keyResults: fitting }];
  });
  const goals = new Set(objectives.flatMap(({ ref, keyResults }) => [ref, ...keyResults.map(each => each.ref)]));
  const kpis =
    status === null
      ? report.kpis.filter(
          each => isTeams(each.team) && isOwners(each.owner) && says(each.title, each.description, each.ref),
        )
      : [];
  const places = new Set([...objectives, ...objectives.flatMap(each => each.keyResults), ...kpis].map(placeOf));
  return {
    ...report,
    objectives,
    kpis,
    moved: report.moved.filter(each => places.has(placeOf(each))),
    initiatives: report.initiatives.filter(
      each =>
        isTeams(each.team) &&
        isOwners(each.owner) &&
        says(each.title, each.ref, ...each.supports) &&
        (status === null || each.supports.some(ref => goals.has(ref))),
    ),
  };
}

/** Nothing is left to draw. */
export function isNothing({ objectives, kpis, initiatives }: Report): boolean {
  return objectives.length + kpis.length + initiatives.length === 0;
}

/** The filters without any one of which something would be left, and how many objectives; all where it takes more. */
export function hiding(report: Report, choice: Choice): { readonly filter: Filter; readonly objectives: number }[] {
  const set = FILTERS.filter(filter => isSet(choice, filter)).map(filter => {
    const without = chosen(report, { ...choice, [filter]: everything[filter] });
    return { filter, without };
  });
  const enough = set.filter(({ without }) => !isNothing(without));
  return (enough.length === 0 ? set : enough).map(({ filter, without }) => ({
    filter,
    objectives: without.objectives.length,
  }));
}

/** What there is to choose from, in the order in which it is offered. */
export function optionsOf({ teams, objectives }: Report): Readonly<Record<Exclude<Filter, 'text'>, Option[]>> {
  const keyResults = objectives.flatMap(({ owner, keyResults }) =>
    keyResults.map(each => ({ ...each, owner: each.owner ?? owner })),
  );
  const words = new Set([
    ...objectives.flatMap(objective => objective.keyResults.map(each => keyResultStanding(each, objective).word)),
    ...objectives.filter(each => each.keyResults.length === 0).map(each => standingOf(each).word),
  ]);
  return {
    team: teams.map(({ name, title }) => ({ value: name ?? '', label: title || name || 'No team' })),
    owner: ownersIn([...objectives, ...keyResults]).map(value => ({ value, label: ownerName(value) })),
    status: WORDS_BY_URGENCY.filter(word => words.has(word)).map(value => ({ value, label: value })),
  };
}
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** By handle, nobody last. */
export function ownersIn(elements: readonly { readonly owner: string | null }[]): string[] {
  return [...new Set(elements.map(({ owner }) => owner ?? ''))].toSorted(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  );
}

export function ownerName(handle: string | null): string {
  return handle ? mention(handle) : 'No owner';
}

function wordsOf(element: ObjectiveReport | KeyResultReport): (string | null)[] {
  const { title, description, ref, owner, with: others, lastNote } = element;
  return [
    title,
    description,
    ref,
    owner,
    ...others,
    lastNote?.note ?? null,
    'blocked' in element ? element.blocked : null,
  ];
}

function placeOf({ place: { uri, line } }: { readonly place: Place }): string {
  return `${uri} ${line}`;
}

/** Lower case without accents: `ines` finds `Inês`. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
