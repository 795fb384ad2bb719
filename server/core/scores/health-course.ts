/** How a KPI was over time: its readings, as one stretch for each run of the same health. */
import type { Day, Kpi, Reading } from '../model/elements.ts';
import type { Health } from '../reports/report.ts';
import { healthOf } from './kpi-health.ts';

export interface HealthStretch {
  readonly health: Health;
  /** The days of its first and its last reading. */
  readonly from: Day;
  readonly to: Day;
  readonly readings: number;
}

/** @param readings oldest first, one a day @returns oldest first; judged by the lines that it has now */
export function healthCourse(kpi: Pick<Kpi, 'healthy' | 'critical'>, readings: readonly Reading[]): HealthStretch[] {
  const course: HealthStretch[] = [];
  for (const { day, value } of readings) {
    const health = healthOf(kpi, value);
    const last = course.at(-1);
    if (last?.health === health) course[course.length - 1] = { ...last, to: day, readings: last.readings + 1 };
    else course.push({ health, from: day, to: day, readings: 1 });
  }
  return course;
}
