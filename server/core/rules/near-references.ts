/** What somebody may have meant by a reference that leads nowhere, written so that it leads there from where it stands. */
import { nearest } from '../../../grammar/spelling.ts';
import type { Element, RefText } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { inReadingOrder } from '../model/order.ts';
import { cycleOf, type From, refToText, resolveGoal, resolveInitiative, resolveKpi } from '../model/resolve.ts';
import { parentsOf } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Wanted } from './references.ts';

export interface Meant {
  /** As it would be written here. */
  readonly text: string;
  readonly entry: Entry;
  readonly kr: string | undefined;
}

/** Of each kind in a team: more than a person could have in mind. */
const MOST = 2000;

/** At most three, the likeliest first. */
export function meantBy(workspace: Workspace, ref: RefText, from: From, to: Wanted): Meant[] {
  const pool = candidates(workspace, ref, from, to);
  const isBare = ref.kr === undefined && to !== 'kpi';
  const found = [...byName(pool, ref, to), ...(isBare ? byKeyResult(pool, ref.name) : [])];
  const meant = new Map<string, Meant>();
  for (const { entry, kr } of found) {
    // The same in an earlier cycle is no second thing that could be meant.
    const what = `${entry.team ?? ''}/${nameOf(entry)}.${kr ?? ''}`;
    const text = meant.has(what) ? undefined : shortest(workspace, entry, kr, from, ref.team !== undefined);
    if (text !== undefined) meant.set(what, { text, entry, kr });
    if (meant.size === 3) break;
  }
  return [...meant.values()];
}

type Named = Entry<Extract<Element, { type: 'objective' | 'kpi' | 'initiative' }>>;

const typesOf: Readonly<Record<Wanted, readonly ('objective' | 'kpi' | 'initiative')[]>> = {
  goal: ['objective'],
  'goal or initiative': ['objective', 'initiative'],
  'key result': ['objective'],
  kpi: ['kpi'],
};

/** What is near: in the team that is named, else in its own and those above; of the others only who has the very name. */
function candidates(workspace: Workspace, ref: RefText, from: From, to: Wanted): Named[] {
  const near = teamsNear(workspace, ref, from);
  const found = new Set<Named>();
  for (const type of typesOf[to]) {
    const known = near.flatMap(team => workspace.inTeam(type, team).slice(0, MOST));
    const others = ref.team === undefined ? workspace.named(type, `*/${ref.name}`) : [];
    for (const entry of [...known, ...others]) {
      // Names are on the surface: where they change, other entries come.
      const isOther = entry !== from.entry || ref.kr !== undefined;
      if (isOther && (entry as Named).facts.peek().name !== undefined) found.add(entry as Named);
    }
  }
  const rank = (team: string | null | undefined) => {
    const at = near.indexOf(team ?? '');
    return at < 0 ? near.length : at;
  };
  const last = (entry: Entry) => cycleOf(workspace, entry)?.period.last ?? Number.POSITIVE_INFINITY;
  // The nearest team first, then the newest cycle.
  return [...found].sort((a, b) => rank(a.team) - rank(b.team) || compare(last(b), last(a)) || inReadingOrder(a, b));
}

function teamsNear(workspace: Workspace, ref: RefText, { entry }: From): readonly string[] {
  if (ref.team === undefined)
    return typeof entry.team === 'string' ? [entry.team, ...parentsOf(workspace, entry.team)] : [''];
  const known = workspace.named('team', '*').map(team => (team.facts.peek() as { readonly name: string }).name);
  const meant = known.includes(ref.team) ? ref.team : nearest(ref.team, known);
  return [meant ?? ref.team];
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

interface Candidate {
  readonly entry: Named;
  readonly kr: string | undefined;
}

function byName(pool: readonly Named[], ref: RefText, to: Wanted): Candidate[] {
  const name = closest(
    ref.name,
    pool.map(entry => nameOf(entry)),
  );
  const named = pool.filter(entry => nameOf(entry) === name);
  if (ref.kr === undefined)
    return named.flatMap(entry => (to === 'key result' ? keyResultsOf(entry) : [undefined]).map(kr => ({ entry, kr })));
  const kr = closest(ref.kr, named.flatMap(keyResultsOf));
  return named.filter(entry => kr !== undefined && keyResultsOf(entry).includes(kr)).map(entry => ({ entry, kr }));
}

/** A key result whose objective was forgotten. */
function byKeyResult(pool: readonly Named[], name: string): Candidate[] {
  const kr = closest(name, pool.flatMap(keyResultsOf));
  return pool.filter(entry => kr !== undefined && keyResultsOf(entry).includes(kr)).map(entry => ({ entry, kr }));
}

function closest(word: string, words: readonly string[]): string | undefined {
  return words.includes(word) ? word : nearest(word, new Set(words));
}

function nameOf(entry: Named): string {
  return entry.facts.peek().name as string;
}

function keyResultsOf(entry: Named): string[] {
  const element = entry.facts.peek();
  return element.type === 'objective' ? element.keyResults.flatMap(({ name }) => name ?? []) : [];
}

/** The shortest way to write it from here; undefined where none leads there, as for one of two with the same name. */
export function shortest(
  workspace: Workspace,
  entry: Named,
  kr: string | undefined,
  from: From,
  withTeam: boolean,
): string | undefined {
  const name = nameOf(entry);
  const { team } = entry;
  const cycle = cycleOf(workspace, entry)?.id;
  const bare: RefText = { team: undefined, name, kr, cycle: undefined };
  const inTeam: RefText[] = typeof team === 'string' ? [{ ...bare, team }] : [];
  const inCycle: RefText[] = cycle === undefined ? [] : [{ ...bare, cycle }];
  const both = inTeam.flatMap(ref => inCycle.map(() => ({ ...ref, cycle })));
  const [near, far] = team === from.entry.team ? [inCycle, inTeam] : [inTeam, inCycle];
  const forms = withTeam ? [...inTeam, ...both, bare] : [bare, ...near, ...far, ...both];
  const form = forms.find(ref => leadsTo(workspace, ref, from, entry));
  return form === undefined ? undefined : refToText(form);
}

function leadsTo(workspace: Workspace, ref: RefText, from: From, entry: Named): boolean {
  switch (entry.facts.peek().type) {
    case 'kpi':
      return resolveKpi(workspace, ref, from.entry) === entry;
    case 'initiative':
      return resolveInitiative(workspace, ref, from.entry) === entry;
    default: {
      const goal = resolveGoal(workspace, ref, from);
      if (goal === undefined) return false;
      return 'keyResult' in goal
        ? goal.objective === (entry as Entry as ObjectiveEntry) && goal.keyResult.name === ref.kr
        : goal === (entry as Entry as ObjectiveEntry);
    }
  }
}
