/** Compares two workspaces, which are two revisions of one. */
import type { Workspace } from '../model/workspace.ts';
import { overview } from '../reports/cycle-report.ts';
import type { CycleReport } from '../reports/report.ts';
import { select } from '../reports/selection.ts';
import { showScore } from '../scores/rounding.ts';
import type { Standings } from '../standing/standings.ts';
import { changesBetween, checkInsBetween } from './changes.ts';
import {
  type CycleDifference,
  type ElementDifference,
  isChanged,
  type Standing,
  type WorkspaceDifference,
} from './difference.ts';
import { pairsOf } from './pairs.ts';
import { type Seen, seenIn } from './seen.ts';

/** A workspace in a revision, with the day as of which it stands; undefined: it is not in that revision. */
export type Side = { readonly workspace: Workspace; readonly standings: Standings } | undefined;

/** @param counts which files somebody asked about, by URI; an element counts that is or was in one of them */
export function compareWorkspaces(
  before: Side,
  after: Side,
  counts: (uri: string) => boolean = () => true,
): Omit<WorkspaceDifference, 'folder'> {
  const [was, is] = [seenIn(before), seenIn(after)];
  const pairs = pairsOf<Seen>(was, is);
  const kept = new Set(pairs.values());
  const known: Known = { before: each => pairs.get(each), isKept: each => kept.has(each) };
  const isMeant = (uris: readonly (Seen | undefined)[]) =>
    uris.some(seen => seen !== undefined && counts(seen.place.uri));
  const differences = (kind: 'objectives' | 'kpis' | 'initiatives') => {
    const now = is[kind].flatMap(each =>
      isMeant([each, pairs.get(each)]) ? difference(pairs.get(each), each, known) : [],
    );
    const gone = was[kind].filter(each => !kept.has(each) && isMeant([each]));
    return [...now, ...gone.flatMap(each => difference(each, undefined, known))];
  };
  const objectives = differences('objectives');
  return {
    cycles: cycleDifferences(objectives, before, after),
    objectives,
    kpis: differences('kpis'),
    initiatives: differences('initiatives'),
  };
}

interface Known {
  /** What an element was; undefined for a new one. */
  before(after: Seen): Seen | undefined;
  /** Whether what was before is still there, in whichever place. */
  isKept(before: Seen): boolean;
}

/** None where they say the same. At least one of them is there. */
function difference(
  before: Seen | undefined,
  after: Seen | undefined,
  known: Known,
  moved = false,
): ElementDifference[] {
  const shown = (after ?? before) as Seen;
  const { element, ref, title, owner, team, cycle, unit, place } = shown;
  const own = new Set<Seen | undefined>(before?.keyResults);
  const now = (after?.keyResults ?? []).flatMap(each => {
    const was = known.before(each);
    return difference(was, each, known, !own.has(was));
  });
  const gone = (before?.keyResults ?? []).filter(each => !known.isKept(each));
  const keyResults = [...now, ...gone.flatMap(each => difference(each, undefined, known))];
  const told = {
    changes:
      before === undefined || after === undefined
        ? []
        : // In an objective that is only called otherwise nothing has moved.
          changesBetween(moved ? before : { ...before, of: after.of }, after),
    checkins: checkInsBetween(before?.element, after?.element),
  };
  const isBoth = before !== undefined && after !== undefined;
  const isOther = isChanged(told) || (isBoth && standsOtherwise(before.standing, after.standing));
  if (isBoth && !isOther && keyResults.length === 0) return [];
  return [
    {
      kind: element.type === 'kr' ? 'key result' : element.type,
      what: whatOf(before, after, isChanged(told) || keyResults.length === 0),
      ref,
      title,
      owner,
      team,
      cycle,
      unit,
      before: before?.standing ?? null,
      after: after?.standing ?? null,
      ...told,
      keyResults,
      place,
    },
  ];
}

function whatOf(before: Seen | undefined, after: Seen | undefined, isItself: boolean): ElementDifference['what'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return isItself ? 'changed' : 'same';
}

/** As far as anybody sees: in the third decimal nothing has moved. */
function standsOtherwise(a: Standing, b: Standing): boolean {
  return shown(a) !== shown(b);
}

function shown({ score, status, value, confidence }: Standing): string {
  return [score === null ? '' : showScore(score), status, value ?? '', confidence ?? ''].join(' ');
}

function cycleDifferences(objectives: readonly ElementDifference[], before: Side, after: Side): CycleDifference[] {
  const ids = [...new Set(objectives.flatMap(({ cycle }) => cycle ?? []))].sort();
  return ids.map(id => {
    const [was, is] = [cycleIn(before, id), cycleIn(after, id)];
    return { id, title: is?.title || was?.title || '', before: was?.score ?? null, after: is?.score ?? null };
  });
}

function cycleIn(side: Side, cycle: string): CycleReport | undefined {
  return side && overview(select(side.workspace, side.standings, { cycle })).cycle;
}
