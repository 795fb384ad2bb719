/** Where the values lead, if they go on like this: a line through them by least squares. */
import { isoWeek } from '../calendar/day.ts';
import type { Day, FromToMeasure, Period } from '../model/elements.ts';
import { knownWay, shareOfWay } from './progress.ts';
import { type DatedValue, isIn } from './series.ts';
import { cut, reaches, TOLERANCE } from './tolerance.ts';

const MOST_POINTS = 5;
const FEWEST_POINTS = 3;

export interface Forecast {
  /** On the last day, in the measure's unit. */
  readonly value: number;
  readonly score: number;
  /** The first day on which the line meets the target, if it does by the last. */
  readonly reached: Day | undefined;
}

/** `values` is oldest first. undefined with fewer than three points, without both days, and after the last of them. */
export function forecast(
  measure: FromToMeasure,
  values: readonly DatedValue[],
  { first, last }: Period,
  today: Day,
): Forecast | undefined {
  const way = knownWay(measure);
  if (typeof way === 'string' || first === undefined || last === undefined || today > last) return undefined;
  const weeks = newestOfEachWeek(values.filter(({ day }) => isIn({ first, last: today }, day))).slice(-MOST_POINTS);
  const points = weeks.length < MOST_POINTS ? [{ day: first, value: way.from }, ...weeks] : weeks;
  if (points.length < FEWEST_POINTS) return undefined;
  const line = leastSquares(points);
  // As shares of the way, so that up and down are alike.
  const end = shareOfWay(line.at(last), way.from, way.to);
  const slope = line.slope / (way.to - way.from);
  const start = points[0]!.day;
  const meets = slope > 0 ? Math.max(start, Math.ceil(last - (end - 1) / slope - TOLERANCE)) : start;
  return { value: line.at(last), score: cut(end), reached: reaches(end, 1) ? Math.min(meets, last) : undefined };
}

/** What a week has to bring from today on: (B − value) / weeks left. 0 once it is reached; undefined on the last day. */
export function paceNeeded(
  measure: FromToMeasure,
  value: number | undefined,
  { last }: Period,
  today: Day,
): number | undefined {
  const way = knownWay(measure);
  if (typeof way === 'string' || value === undefined || last === undefined || today >= last) return undefined;
  return reaches(shareOfWay(value, way.from, way.to), 1) ? 0 : (way.to - value) / ((last - today) / 7);
}

function newestOfEachWeek(values: readonly DatedValue[]): DatedValue[] {
  return [...new Map(values.map(value => [isoWeek(value.day), value])).values()];
}

function leastSquares(points: readonly DatedValue[]): { readonly slope: number; at(day: Day): number } {
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const middle = mean(points.map(({ day }) => day));
  const level = mean(points.map(({ value }) => value));
  const spread = points.reduce((sum, { day }) => sum + (day - middle) ** 2, 0);
  const slope = points.reduce((sum, { day, value }) => sum + (day - middle) * (value - level), 0) / spread;
  return { slope, at: day => level + slope * (day - middle) };
}
