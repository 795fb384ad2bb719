/** The health of a KPI over time, in a sentence. */
import type { KpiReport } from '../reports/report.ts';
import { healthStanding } from './standing.ts';
import { count, day } from './words.ts';

/** So many turns are read in one sentence; of more only the newest. */
const MOST = 4;

/**
 * `healthy 3 Oct – 24 Oct, watch 31 Oct – 7 Nov, critical since 14 Nov`; `healthy in all 8 readings`
 * @returns empty without a reading
 */
export function healthOverTime({ course }: Pick<KpiReport, 'course'>, today: string): string {
  const [first] = course;
  if (first === undefined) return '';
  if (course.length === 1) {
    const { health, readings } = first;
    const word = healthStanding(health).word;
    return readings === 1 ? `${word} in its one reading` : `${word} in all ${count(readings, 'reading')}`;
  }
  const shown = course.slice(-MOST);
  const parts = shown.map(({ health, from, to }, at) => {
    const { word } = healthStanding(health);
    if (at === shown.length - 1) return `${word} since ${day(from, today)}`;
    return from === to ? `${word} on ${day(from, today)}` : `${word} ${day(from, today)} – ${day(to, today)}`;
  });
  return `${course.length > MOST ? '… ' : ''}${parts.join(', ')}`;
}
