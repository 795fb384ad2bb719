/** Which elements of two revisions of a workspace are the same. */
import type { KeyResult, Objective } from '../model/elements.ts';
import type { Compared, Placed } from './facts.ts';
import { folded, likenessOf, matchUp } from './match.ts';

/** What two elements are known by. */
export interface Known<E extends Compared = Compared> extends Placed<E> {
  readonly title: string;
  readonly keyResults: readonly Known<KeyResult>[];
}

export interface KnownAll<K extends Known = Known> {
  readonly objectives: readonly (K & Known<Objective>)[];
  readonly kpis: readonly K[];
  readonly initiatives: readonly K[];
}

/** From so much on a title is another wording and no other goal, although it is called otherwise. */
const surely = 0.85;
/** What it counts for that two want the same numbers. */
const sameMeasure = 0.2;
/** Elsewhere in the workspace two have to be more alike than in one objective. */
const elsewhere = 0.75;

/** Of each element after, the one that it was before. */
export function pairsOf<K extends Known>(before: KnownAll<K>, after: KnownAll<K>): ReadonlyMap<K, K> {
  const pairs = new Map<Known, Known>();
  const take = (found: ReadonlyMap<Known, Known>) => {
    for (const [is, was] of found) pairs.set(is, was);
  };
  const objectives = matchUp(before.objectives, after.objectives, keys, likenessOfObjectives, surely);
  take(objectives);
  take(matchUp<Known>(before.kpis, after.kpis, keys, likeness, elsewhere));
  take(matchUp<Known>(before.initiatives, after.initiatives, keys, likeness, elsewhere));
  for (const [is, was] of objectives) take(matchUp(was.keyResults, is.keyResults, inObjective, likeness));
  const kept = new Set(pairs.values());
  const gone = before.objectives.flatMap(({ keyResults }) => keyResults.filter(each => !kept.has(each)));
  const come = after.objectives.flatMap(({ keyResults }) => keyResults.filter(each => !pairs.has(each)));
  take(matchUp(gone, come, [nameAndTitle], likeness, surely));
  // Key results are of the same make as what they stand in.
  return pairs as ReadonlyMap<Known, Known> as ReadonlyMap<K, K>;
}

const key = (...parts: readonly (string | null | undefined)[]) => JSON.stringify(parts);
const byName = ({ element: { name }, team, cycle }: Known) => (name === undefined ? undefined : key(team, cycle, name));
const byTitle = ({ title, team, cycle }: Known) => (title === '' ? undefined : key(team, cycle, folded(title)));
const nameAndTitle = ({ element: { name }, title }: Known) => (title === '' ? undefined : key(name, folded(title)));
const nameAndTeam = ({ element: { name }, team }: Known) => (name === undefined ? undefined : key(team, name));
const title = ({ title }: Known) => (title === '' ? undefined : folded(title));

/** From where it stands to wherever it may have gone: another cycle, another team. */
const keys = [byName, byTitle, nameAndTitle, nameAndTeam, title];

const inObjective = [
  ({ element: { name } }: Known<KeyResult>) => name,
  ({ element: { name }, title }: Known<KeyResult>) =>
    title === '' ? undefined : key(name === undefined ? '' : 'named', folded(title)),
  title,
  firstSaid,
];

/** Two of the same objective that want the same and began with the same words are one, whatever it is called now. */
function firstSaid({ element: { measure, checkins } }: Known<KeyResult>): string | undefined {
  const [first] = checkins;
  return measure === undefined || first?.value === undefined ? undefined : key(JSON.stringify([measure, first]));
}

function likeness(a: Known, b: Known): number {
  const alike = likenessOf(a.title, b.title) + (hasSameMeasure(a, b) ? sameMeasure : 0);
  const [was, is] = [a.element.name, b.element.name];
  // Two that have names of their own are two, unless hardly anything else differs.
  return was !== undefined && is !== undefined && was !== is && alike < surely ? 0 : alike;
}

function hasSameMeasure({ element: a }: Known, { element: b }: Known): boolean {
  if (a.type !== 'kr' || b.type !== 'kr' || a.measure === undefined) return false;
  return JSON.stringify(a.measure) === JSON.stringify(b.measure);
}

/** By their titles, or by their key results: an objective may get another name and another title at once. */
function likenessOfObjectives(a: Known<Objective>, b: Known<Objective>): number {
  const alike = likenessOf(a.title, b.title);
  const most = Math.max(a.keyResults.length, b.keyResults.length);
  if (most < 2) return alike;
  return Math.max(alike, matchUp(a.keyResults, b.keyResults, [nameAndTitle], () => 0).size / most);
}
