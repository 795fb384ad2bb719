/** The cycles of a workspace: calendars, which need no definition, and those with dates of their own. */
import { type CalendarCycle, contains, cycleKey, cyclesAround, readCycle } from '../calendar/cycle.ts';
import { Memo } from './cells.ts';
import type { Period, Rhythm } from './elements.ts';
import type { CycleEntry } from './entry.ts';
import type { Workspace } from './workspace.ts';

export interface CycleInfo {
  /** As it is spelled where it was first met. */
  readonly id: string;
  /** Equal for cycles with equal dates. */
  readonly key: string;
  /** Empty for one that is no calendar and has no dates. */
  readonly period: Period;
  readonly calendar: CalendarCycle | undefined;
  /** It is a calendar, or its dates are given. */
  readonly isDefined: boolean;
}

export class Cycles {
  private readonly workspace: Workspace;
  private readonly known: Memo<readonly CycleInfo[]>;
  private readonly calendars = new Map<string, CalendarCycle | undefined>();
  private calendarsFrom = 0;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.known = new Memo(() => {
      const infos = new Map<string, CycleInfo>();
      for (const id of this.workspace.cycleIds.get().keys()) {
        const info = this.of(id);
        if (!infos.has(info.key)) infos.set(info.key, info);
      }
      return [...infos.values()];
    });
  }

  /** What an id means; a workspace's fiscal year and definitions count. */
  of(id: string): CycleInfo {
    const calendar = this.calendar(id);
    if (calendar !== undefined)
      return { id: calendar.id, key: calendar.key, period: calendar.period, calendar, isDefined: true };
    const period = this.entries(id)
      .map(entry => entry.element.period)
      .find(dates => dates !== undefined);
    return {
      id,
      key: cycleKey(id, period),
      period: period ?? { first: undefined, last: undefined },
      calendar: undefined,
      isDefined: period !== undefined,
    };
  }

  /** All `cycle` headings of this id, in the order of their files. */
  entries(id: string): readonly CycleEntry[] {
    return this.workspace.named('cycle', id.toLowerCase()) as CycleEntry[];
  }

  /** Every cycle that anything in the workspace is in, each once. */
  all(): readonly CycleInfo[] {
    return this.known.get();
  }

  /** Those that contain a cycle, nearest first. */
  around(cycle: CycleInfo): readonly CycleInfo[] {
    return cyclesAround(cycle.period, this.all());
  }

  /** True where a day is in it. */
  holds(cycle: CycleInfo, day: number): boolean {
    return contains(cycle.period, { first: day, last: day });
  }

  /** Title, rhythm and reflections: those under the team's heading, else those that are everyone's. */
  about(
    cycle: CycleInfo,
    team: string | null | undefined,
  ): { title: string; rhythm: Rhythm | undefined; reflections: readonly string[] } {
    const entries = this.entriesOf(cycle);
    const own = entries.filter(entry => entry.team === team);
    const shared = entries.filter(entry => entry.team === undefined);
    const said = [...own, ...(team === undefined ? [] : shared)].map(entry => entry.element);
    return {
      title: said.find(({ title }) => title !== '')?.title ?? '',
      rhythm: said.find(({ rhythm }) => rhythm !== undefined)?.rhythm,
      reflections: own.flatMap(entry => entry.element.reflections),
    };
  }

  /** The headings of a cycle under any of its ids. */
  entriesOf(cycle: CycleInfo): readonly CycleEntry[] {
    const ids = [...this.workspace.cycleIds.get().keys()].filter(id => this.of(id).key === cycle.key);
    return ids.flatMap(id => this.entries(id));
  }

  private calendar(id: string): CalendarCycle | undefined {
    const first = this.workspace.settings.shared.fiscalYearStart;
    if (first !== this.calendarsFrom) {
      this.calendars.clear();
      this.calendarsFrom = first;
    }
    if (!this.calendars.has(id)) this.calendars.set(id, readCycle(id, first));
    return this.calendars.get(id);
  }
}
