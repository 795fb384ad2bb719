/** Which elements of two revisions of a workspace are the same. */
import type { KeyResult, Objective } from '../model/elements.ts';
import { folded, likenessOf, matchUp } from './match.ts';
import type { Seen, SeenAll } from './seen.ts';

/** From so much on a title is another wording and no other goal, although it is called otherwise. */
const surely = 0.85;
/** What it counts for that two want the same numbers. */
const sameMeasure = 0.2;
/** Elsewhere in the workspace two have to be more alike than in one objective. */
const elsewhere = 0.75;

/** Of each element after, the one that it was before. */
export function pairsOf(before: SeenAll, after: SeenAll): Map<Seen, Seen> {
  const pairs = new Map<Seen, Seen>();
  const take = (found: ReadonlyMap<Seen, Seen>) => {
    for (const [is, was] of found) pairs.set(is, was);
  };
  const objectives = matchUp(before.objectives, after.objectives, keys, likenessOfObjectives, surely);
  take(objectives);
  take(matchUp<Seen>(before.kpis, after.kpis, keys, likeness, elsewhere));
  take(matchUp<Seen>(before.initiatives, after.initiatives, keys, likeness, elsewhere));
  for (const [is, was] of objectives) take(matchUp(was.keyResults, is.keyResults, inObjective, likeness));
  const kept = new Set(pairs.values());
  const gone = before.objectives.flatMap(({ keyResults }) => keyResults.filter(each => !kept.has(each)));
  const come = after.objectives.flatMap(({ keyResults }) => keyResults.filter(each => !pairs.has(each)));
  take(matchUp(gone, come, [nameAndTitle], likeness, surely));
  return pairs;
}

const key = (...parts: readonly (string | null | undefined)[]) => JSON.stringify(parts);
const byName = ({ element: { name }, team, cycle }: Seen) => (name === undefined ? undefined : key(team, cycle, name));
const byTitle = ({ title, team, cycle }: Seen) => (title === '' ? undefined : key(team, cycle, folded(title)));
const nameAndTitle = ({ element: { name }, title }: Seen) => (title === '' ? undefined : key(name, folded(title)));
const nameAndTeam = ({ element: { name }, team }: Seen) => (name === undefined ? undefined : key(team, name));
const title = ({ title }: Seen) => (title === '' ? undefined : folded(title));

/** From where it stands to wherever it may have gone: another cycle, another team. */
const keys = [byName, byTitle, nameAndTitle, nameAndTeam, title];

const inObjective = [
  ({ element: { name } }: Seen<KeyResult>) => name,
  ({ element: { name }, title }: Seen<KeyResult>) =>
    title === '' ? undefined : key(name === undefined ? '' : 'named', folded(title)),
  title,
];

function likeness(a: Seen, b: Seen): number {
  const alike = likenessOf(a.title, b.title) + (hasSameMeasure(a, b) ? sameMeasure : 0);
  const [was, is] = [a.element.name, b.element.name];
  // Two that have names of their own are two, unless hardly anything else differs.
  return was !== undefined && is !== undefined && was !== is && alike < surely ? 0 : alike;
}

function hasSameMeasure({ element: a }: Seen, { element: b }: Seen): boolean {
  if (a.type !== 'kr' || b.type !== 'kr' || a.measure === undefined) return false;
  return JSON.stringify(a.measure) === JSON.stringify(b.measure);
}

/** By their titles, or by their key results: an objective may get another name and another title at once. */
function likenessOfObjectives(a: Seen<Objective>, b: Seen<Objective>): number {
  const alike = likenessOf(a.title, b.title);
  const most = Math.max(a.keyResults.length, b.keyResults.length);
  if (most < 2) return alike;
  return Math.max(alike, matchUp(a.keyResults, b.keyResults, [nameAndTitle], () => 0).size / most);
}
