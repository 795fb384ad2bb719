/** The elements of a workspace that a comparison looks at, with how they stand. */
import type { Initiative, KeyResult, Kpi, Objective } from '../model/elements.ts';
import type { Entry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf, nameOf, refOf } from '../model/resolve.ts';
import { initiativeReport } from '../reports/initiative-report.ts';
import { inOrder } from '../reports/order.ts';
import type { Place } from '../reports/report.ts';
import { ofType, select } from '../reports/selection.ts';
import { mention, placeOf } from '../reports/written.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import type { ObjectiveStanding } from '../scores/objective.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import type { Side } from './compare.ts';
import type { Standing } from './difference.ts';
import type { Compared, Placed } from './facts.ts';
import { unitOf } from './measure-changes.ts';

/** An element of one revision. */
export interface Seen<E extends Compared = Compared> extends Placed<E> {
  readonly ref: string | null;
  /** Of a key result that follows another: that one's. */
  readonly title: string;
  readonly owner: string | null;
  readonly unit: string;
  readonly standing: Standing;
  readonly keyResults: readonly Seen<KeyResult>[];
  readonly place: Place;
}

export interface SeenAll {
  readonly objectives: readonly Seen<Objective>[];
  readonly kpis: readonly Seen<Kpi>[];
  readonly initiatives: readonly Seen<Initiative>[];
}

type Known = NonNullable<Side>;

/** In the order of files and lines. */
export function seenIn(side: Side): SeenAll {
  if (side === undefined) return { objectives: [], kpis: [], initiatives: [] };
  const entries = [...side.workspace.entries.get()];
  const all = select(side.workspace, side.standings, { cycle: null });
  return {
    objectives: inOrder(ofType(entries, 'objective')).map(entry => objective(entry, side)),
    kpis: inOrder(ofType(entries, 'kpi')).map(entry => kpi(entry, side)),
    initiatives: inOrder(ofType(entries, 'initiative')).map(entry => {
      const { status } = initiativeReport(entry, all);
      return { ...seen(entry, side), ref: nameOf(entry) ?? null, standing: { ...unscored, status } };
    }),
  };
}

const unscored = { score: null, value: null, confidence: null };

function seen<E extends Objective | Kpi | Initiative>(entry: Entry<E>, { workspace }: Known) {
  const { element } = entry;
  return {
    element,
    team: entry.team ?? null,
    cycle: cycleOf(workspace, entry)?.id ?? null,
    of: null,
    title: element.title,
    owner: mention(element.owner),
    unit: '',
    keyResults: [],
    place: placeOf(entry, element.line),
  };
}

function objective(entry: ObjectiveEntry, side: Known): Seen<Objective> {
  const { objective: whole, keyResults } = side.standings.objective(entry);
  const about = seen(entry, side);
  return {
    ...about,
    ref: refOf(entry) ?? null,
    standing: standing(whole),
    keyResults: entry.element.keyResults.flatMap((own, index) => {
      const standing = keyResults[index];
      return standing === undefined ? [] : [keyResult(entry, own, standing, about, side)];
    }),
  };
}

function keyResult(
  objective: ObjectiveEntry,
  element: KeyResult,
  now: KeyResultStanding,
  { team, cycle, owner }: Pick<Seen, 'team' | 'cycle' | 'owner'>,
  { standings }: Known,
): Seen<KeyResult> {
  const entry = { objective, keyResult: element };
  return {
    element,
    team,
    cycle,
    of: refOf(objective) ?? objective.element.title,
    ref: refOf(entry) ?? null,
    title: standings.source(entry).keyResult.title,
    owner: mention(element.owner) ?? owner,
    unit: unitOf(now.measure),
    standing: { ...standing(now), value: now.value ?? null },
    keyResults: [],
    place: placeOf(objective, element.line),
  };
}

function kpi(entry: KpiEntry, side: Known): Seen<Kpi> {
  const { value, health } = side.standings.kpi(entry);
  return {
    ...seen(entry, side),
    ref: nameOf(entry) ?? null,
    unit: kpiUnit(entry, side.workspace),
    standing: { ...unscored, value: value ?? null, status: health },
  };
}

function standing({ score, status, confidence }: ObjectiveStanding | KeyResultStanding): Standing {
  return { score: score ?? null, status, value: null, confidence: confidence ?? null };
}
