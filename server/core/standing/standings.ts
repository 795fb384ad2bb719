/**
 * How every element of a workspace stands: what the scores need is looked up here, and what they say is kept until
 * something that they read has changed.
 */
import { indexByLine } from '../model/by-line.ts';
import { Memo } from '../model/cells.ts';
import type { Day, KeyResult, Period, Reading, Rhythm } from '../model/elements.ts';
import type { Entry, Goal, KeyResultEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { isKeyResult } from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';
import { cycleOf, fromEntry, resolveGoal, resolveKpi } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import { type KeyResultStanding, standKeyResult } from '../scores/key-result.ts';
import { type KpiStanding, standKpi } from '../scores/kpi-health.ts';
import { type ObjectiveStanding, standObjective } from '../scores/objective.ts';
import { isOver, periodOf } from '../scores/pace.ts';
import { droppedOn } from '../scores/pauses.ts';
import { history, valuesOf } from '../scores/series.ts';
import type { Tick } from '../scores/smart.ts';
import { isSpecific } from '../titles/specific.ts';

/** An objective and its key results, in the order in which they are written. */
export interface ObjectiveStandings {
  readonly objective: ObjectiveStanding;
  readonly keyResults: readonly KeyResultStanding[];
}

const always: Period = { first: undefined, last: undefined };

export class Standings {
  private readonly workspace: Workspace;
  private readonly objectives = new WeakMap<ObjectiveEntry, Memo<ObjectiveStandings>>();
  private readonly kpis = new WeakMap<KpiEntry, Memo<KpiStanding>>();
  private passing: { readonly file: OkrFile; readonly seen: Map<ObjectiveEntry, Memo<ObjectiveStandings>> } | undefined;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  objective(entry: ObjectiveEntry): ObjectiveStandings {
    let memo = this.objectives.get(entry);
    if (memo === undefined) {
      if (entry.file === this.passing?.file) return this.inPassing(entry, this.passing.seen);
      memo = new Memo(() => this.standObjective(entry));
      this.objectives.set(entry, memo);
    }
    return memo.get();
  }

  /**
   * Looks at a file that nobody has open: how its objectives stand is known while this lasts, and not kept. Of thousands
   * of files it would take more room than all that they say.
   */
  pass<T>(file: OkrFile, look: () => T): T {
    const outer = this.passing;
    this.passing = { file, seen: new Map() };
    try {
      return look();
    } finally {
      this.passing = outer;
    }
  }

  private inPassing(entry: ObjectiveEntry, seen: Map<ObjectiveEntry, Memo<ObjectiveStandings>>): ObjectiveStandings {
    let memo = seen.get(entry);
    if (memo === undefined) {
      memo = new Memo(() => this.standObjective(entry));
      seen.set(entry, memo);
    }
    return memo.getInPassing();
  }

  keyResult({ objective, keyResult }: KeyResultEntry): KeyResultStanding | undefined {
    return this.objective(objective).keyResults[indexByLine(objective.element.keyResults, keyResult)];
  }

  kpi(entry: KpiEntry): KpiStanding {
    let memo = this.kpis.get(entry);
    if (memo === undefined) {
      memo = new Memo(() => this.standKpi(entry, []));
      this.kpis.set(entry, memo);
    }
    return memo.get();
  }

  /** What counts for a key result that follows another: that one; itself otherwise. Circles end at the start. */
  source(entry: KeyResultEntry, seen: readonly KeyResult[] = []): KeyResultEntry {
    const { follows } = entry.keyResult;
    if (follows === undefined || seen.includes(entry.keyResult)) return entry;
    const goal = resolveGoal(this.workspace, follows, fromEntry(entry.objective));
    return goal === undefined || !isKeyResult(goal) ? entry : this.source(goal, [...seen, entry.keyResult]);
  }

  /** How often a goal is checked in: its own rhythm, its objective's, the cycle's, the team's, the workspace's. */
  rhythm({ objective, keyResult }: { objective: ObjectiveEntry; keyResult?: KeyResult | undefined }): Rhythm {
    const { workspace } = this;
    const cycle = cycleOf(workspace, objective);
    const inCycle = cycle === undefined ? undefined : workspace.cycles.about(cycle, objective.team).rhythm;
    const inTeam = typeof objective.team === 'string' ? teamInfo(workspace, objective.team).rhythm : undefined;
    return (
      keyResult?.rhythm ??
      objective.element.rhythm ??
      inCycle ??
      inTeam ??
      workspace.settings.of(objective.file.uri).rhythm
    );
  }

  /** The days of a key result's cycle; undefined for none, no days for one that is unknown. */
  cyclePeriod(entry: Entry): Period | undefined {
    if (entry.cycle === undefined) return undefined;
    return cycleOf(this.workspace, entry)?.period ?? always;
  }

  /** Over, or let go: told without working out how it stands. */
  isFinished(entry: ObjectiveEntry): boolean {
    const today = this.workspace.today.get();
    const { due, pauses } = entry.element;
    return droppedOn(pauses, today) !== undefined || isOver(periodOf(this.cyclePeriod(entry), due), today);
  }

  private standObjective(entry: ObjectiveEntry): ObjectiveStandings {
    const { workspace } = this;
    const objective = entry.element;
    const keyResults = objective.keyResults.map(keyResult => this.standKeyResult({ objective: entry, keyResult }));
    return {
      objective: standObjective({
        objective,
        cycle: this.cyclePeriod(entry),
        keyResults,
        today: workspace.today.get(),
        thresholds: workspace.settings.of(entry.file.uri).thresholds,
      }),
      keyResults,
    };
  }

  private standKeyResult(entry: KeyResultEntry): KeyResultStanding {
    const { workspace } = this;
    const objective = entry.objective.element;
    const own = entry.keyResult;
    const source = this.source(entry);
    const shared = source.keyResult;
    return standKeyResult({
      // Shared: title, measure and check-ins; its own: weight and whether it was dropped here.
      keyResult: {
        ...shared,
        weight: own.weight,
        pauses: own.pauses,
        grades: own.grades.length > 0 ? own.grades : shared.grades,
      },
      kind: own.kind ?? objective.kind,
      cycle: this.cyclePeriod(entry.objective),
      due: own.due ?? objective.due,
      rhythm: this.rhythm(entry),
      readings: this.kpiReadings(source, []),
      rows: this.dataRows(source.objective, shared),
      get specific() {
        return specificTick(shared);
      },
      owned: (own.owner ?? shared.owner ?? objective.owner) !== undefined,
      aligned: own.supports.length > 0 || objective.supports.length > 0,
      today: workspace.today.get(),
      thresholds: workspace.settings.of(entry.objective.file.uri).thresholds,
    });
  }

  private standKpi(entry: KpiEntry, seen: readonly KpiEntry[]): KpiStanding {
    const { workspace } = this;
    const kpi = entry.element;
    return standKpi({
      kpi,
      followed: this.followedReadings(entry, seen),
      rows: this.dataRows(entry, kpi),
      rhythm: kpi.rhythm,
      today: workspace.today.get(),
    });
  }

  /** The readings of the KPI that a key result is linked to. */
  private kpiReadings({ objective, keyResult }: KeyResultEntry, seen: readonly KpiEntry[]): readonly Reading[] {
    if (keyResult.kpi === undefined) return [];
    const kpi = resolveKpi(this.workspace, keyResult.kpi, objective);
    if (kpi === undefined || seen.includes(kpi)) return [];
    // Many key results may take one KPI; on the way round a circle its standing is still being worked out.
    return (seen.length === 0 ? this.kpi(kpi) : this.standKpi(kpi, [...seen, kpi])).readings;
  }

  /** The check-ins of the key result that a KPI follows, as readings. */
  private followedReadings(entry: KpiEntry, seen: readonly KpiEntry[]): readonly Reading[] {
    const { follows } = entry.element;
    if (follows === undefined) return [];
    const goal = resolveGoal(this.workspace, follows, fromEntry(entry));
    if (goal === undefined || !isKeyResult(goal)) return [];
    const source = this.source(goal);
    const entries = history(
      {
        checkins: source.keyResult.checkins,
        readings: this.kpiReadings(source, [...seen, entry]),
        rows: this.dataRows(source.objective, source.keyResult),
      },
      this.cyclePeriod(source.objective) ?? always,
      this.workspace.today.get(),
    );
    return valuesOf(entries).map(({ day, value }) => ({ day, value, note: '' }));
  }

  private dataRows(entry: Entry, { data }: Pick<KeyResult, 'data'>): readonly Reading[] {
    if (data === undefined) return [];
    const series = this.workspace.data.series(entry.file.uri, data);
    return typeof series === 'object' && 'readings' in series ? series.readings : [];
  }
}

function specificTick(keyResult: KeyResult): Tick {
  const ok = isSpecific(keyResult.title, keyResult);
  return {
    ok,
    reason: ok
      ? 'Its title names one thing.'
      : 'Its title could mean many things: name the one that would be different.',
  };
}

/** The objective's or key result's standing. */
export function standingOf(standings: Standings, goal: Goal): ObjectiveStanding | KeyResultStanding | undefined {
  return isKeyResult(goal) ? standings.keyResult(goal) : standings.objective(goal).objective;
}

/** Elapsed days, and days to go, of a period on a day; undefined where it is open. */
export function daysOf({ first, last }: Period, today: Day): { gone: number; left: number } | undefined {
  if (first === undefined || last === undefined) return undefined;
  return { gone: Math.max(0, Math.min(today, last) - first), left: Math.max(0, last - Math.max(today, first)) };
}
