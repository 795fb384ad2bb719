/** How a KPI is, and since when. */
import { addRhythm } from '../calendar/day.ts';
import type { Day, Kpi, Reading, Rhythm } from '../model/elements.ts';
import type { Health } from '../reports/report.ts';
import { holds } from './hold.ts';

export interface KpiInput {
  readonly kpi: Pick<Kpi, 'healthy' | 'critical' | 'readings'>;
  /** The check-ins with a value of the key result that it follows. */
  readonly followed: readonly Reading[];
  /** The rows of its data file. */
  readonly rows: readonly Reading[];
  /** How often it is read; undefined where nobody said, and it is never stale. */
  readonly rhythm: Rhythm | undefined;
  readonly today: Day;
}

export interface KpiStanding {
  /** Up to today, oldest first, one a day: its own before those it follows, before the data file's. */
  readonly readings: readonly Reading[];
  /** undefined without a reading, as `day` and `since` are. */
  readonly value: number | undefined;
  readonly day: Day | undefined;
  readonly health: Health;
  /** The first reading since when it has been so. */
  readonly since: Day | undefined;
  readonly stale: boolean;
}

export function standKpi({ kpi, followed, rows, rhythm, today }: KpiInput): KpiStanding {
  const readings = merge([rows, followed, kpi.readings], today);
  const newest = readings.at(-1);
  const health = newest ? healthOf(kpi, newest.value) : 'unknown';
  const changed = readings.findLastIndex(({ value }) => healthOf(kpi, value) !== health);
  return {
    readings,
    value: newest?.value,
    day: newest?.day,
    health,
    since: readings[changed + 1]?.day,
    stale: newest !== undefined && rhythm !== undefined && isStale(newest.day, rhythm, today),
  };
}

/** Without a `healthy` line it is healthy unless critical; a line with a `?` is none. */
export function healthOf({ healthy, critical }: Pick<Kpi, 'healthy' | 'critical'>, value: number): Health {
  const held = healthy && holds(healthy, value);
  if (held) return 'healthy';
  if (critical && holds(critical, value)) return 'critical';
  return held === undefined ? 'healthy' : 'watch';
}

/** Older than its rhythm and half of it again. */
export function isStale(newest: Day, rhythm: Rhythm, today: Day): boolean {
  return today - newest > (addRhythm(newest, rhythm) - newest) * 1.5;
}

/** The sources from the weakest to the strongest: on one day the last one says it. */
function merge(sources: readonly (readonly Reading[])[], today: Day): Reading[] {
  const days = new Map(sources.flat().map(reading => [reading.day, reading]));
  return [...days.values()].filter(({ day }) => day <= today).sort((a, b) => a.day - b.day);
}
