/** The cycles of a workspace: calendars, which need no definition, and those with dates of their own. */
import { type CalendarCycle, contains, cycleKey, cyclesAround, readCycle } from '../calendar/cycle.ts';
import { Memo, Memos, saysTheSame } from './cells.ts';
import type { Period, Rhythm } from './elements.ts';
import type { CycleEntry } from './entry.ts';
import type { Workspace } from './workspace.ts';

export interface CycleInfo {
  /** As a calendar, or its first heading, spells it. */
  readonly id: string;
  /** Equal for cycles with equal dates. */
  readonly key: string;
  /** Empty for one that is no calendar and has no dates. */
  readonly period: Period;
  readonly calendar: CalendarCycle | undefined;
  /** It is a calendar, or its dates are given. */
  readonly isDefined: boolean;
}

/** What its headings say of a cycle beside its dates. */
export interface CycleAbout {
  readonly title: string;
  readonly rhythm: Rhythm | undefined;
  readonly reflections: readonly string[];
}

export class Cycles {
  private readonly workspace: Workspace;
  /** Those that are no calendar, by their ids in lower case. Read by everything in them, so they are worked out once. */
  private readonly own: Memos<CycleInfo>;
  private readonly known: Memo<readonly CycleInfo[]>;
  /** The ids of each key. */
  private readonly ids: Memo<readonly (readonly [key: string, ids: readonly string[]])[]>;
  private readonly abouts: Memos<CycleAbout>;
  private readonly calendars = new Map<string, CycleInfo | undefined>();
  private calendarsFrom = 0;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.own = new Memos(id => this.readOwn(id), saysTheSame);
    this.ids = new Memo(() => [...this.idsByKey()], saysTheSame);
    this.known = new Memo(() => this.ids.get().map(([, [id]]) => this.of(id as string)), saysTheSame);
    this.abouts = new Memos(key => {
      const [cycle, team] = JSON.parse(key) as [string, string?];
      return this.readAbout(cycle, team);
    }, saysTheSame);
  }

  /** What an id means; a workspace's fiscal year and definitions count. */
  of(id: string): CycleInfo {
    return this.calendar(id) ?? this.own.get(id.toLowerCase());
  }

  /** All `cycle` headings of this id, in reading order. */
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
  about(cycle: CycleInfo, team: string | null | undefined): CycleAbout {
    return this.abouts.get(JSON.stringify(typeof team === 'string' ? [cycle.key, team] : [cycle.key]));
  }

  /** The headings of a cycle under any of its ids. */
  entriesOf(cycle: CycleInfo): readonly CycleEntry[] {
    return this.idsOf(cycle.key).flatMap(id => this.entries(id));
  }

  private idsOf(key: string): readonly string[] {
    return this.ids.get().find(([each]) => each === key)?.[1] ?? [];
  }

  private idsByKey(): Map<string, string[]> {
    const ids = new Map<string, string[]>();
    // Sorted, so that nothing depends on which file came first.
    for (const id of [...this.workspace.cycleIds.get().keys()].sort()) {
      const { key } = this.of(id);
      const same = ids.get(key);
      if (same === undefined) ids.set(key, [id]);
      else same.push(id);
    }
    return ids;
  }

  private readAbout(key: string, team: string | undefined): CycleAbout {
    const headings = (of: string | undefined) =>
      this.idsOf(key).flatMap(id => this.workspace.cycleHeadings(id, of).map(entry => entry.element));
    const own = headings(team);
    const said = team === undefined ? own : [...own, ...headings(undefined)];
    return {
      title: said.find(({ title }) => title !== '')?.title ?? '',
      rhythm: said.find(({ rhythm }) => rhythm !== undefined)?.rhythm,
      reflections: own.flatMap(({ reflections }) => reflections),
    };
  }

  private readOwn(id: string): CycleInfo {
    const headings = this.entries(id).map(entry => entry.element);
    const period = headings.find(each => each.period !== undefined)?.period;
    return {
      id: headings[0]?.id ?? id,
      key: cycleKey(id, period),
      period: period ?? { first: undefined, last: undefined },
      calendar: undefined,
      isDefined: period !== undefined,
    };
  }

  private calendar(id: string): CycleInfo | undefined {
    const first = this.workspace.settings.shared.fiscalYearStart;
    if (first !== this.calendarsFrom) {
      this.calendars.clear();
      this.calendarsFrom = first;
    }
    if (!this.calendars.has(id)) {
      const calendar = readCycle(id, first);
      this.calendars.set(
        id,
        calendar && { id: calendar.id, key: calendar.key, period: calendar.period, calendar, isDefined: true },
      );
    }
    return this.calendars.get(id);
  }
}
