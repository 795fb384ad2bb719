/**
 * Where a number came from: its values over the cycle, on the same days for all of them, so that a line that stops
 * early shows a silence.
 */
import { h, type JSX } from 'preact';
import type { Tone } from '../wording/standing.ts';
import { daysBetween } from '../wording/words.ts';
import { linear } from './scale.ts';
import type { Scene } from './scene.ts';

export interface DatedValue {
  readonly date: string;
  readonly value: number;
}

/** Where a value is good, or bad: between two numbers, an open end being the drawing's. */
export interface Band {
  readonly tone: Tone;
  readonly low: number | null;
  readonly high: number | null;
}

interface SparklineProps {
  /** Oldest first. */
  readonly values: readonly DatedValue[];
  readonly scene: Scene;
  readonly tone: Tone;
  /** Lines that should not be crossed, drawn dashed. */
  readonly bounds?: readonly number[];
  /** Drawn behind the values. */
  readonly bands?: readonly Band[];
  readonly filled?: boolean;
  readonly label: string;
}

const WIDTH = 88;
const HEIGHT = 28;
const MARGIN = 4;
/** Beyond so many values their dots would be a hedge. */
const MOST_DOTS = 10;

export function Sparkline({
  values,
  scene,
  tone,
  bounds = [],
  bands = [],
  filled = false,
  label,
}: SparklineProps): JSX.Element | null {
  const last = values.at(-1);
  if (last === undefined) return null;
  const ends = bands.flatMap(({ low, high }) => [low, high]).filter(end => end !== null);
  const { across, up } = scales(values, [...bounds, ...ends], scene);
  const spots = values.map(({ date, value }) => ({ x: across(date), y: up(value) }));
  const way = spots.map(({ x, y }) => `${x},${y}`).join('L');
  const end = { x: across(last.date), y: up(last.value) };
  return h(
    'svg',
    { class: `sparkline ${tone}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    h('title', null, label),
    bands.map(({ tone: of, low, high }) => {
      const [top, bottom] = [high === null ? 0 : up(high), low === null ? HEIGHT : up(low)];
      return h('rect', { class: `band ${of}`, x: 0, y: top, width: WIDTH, height: Math.max(bottom - top, 1) });
    }),
    bounds.map(bound => h('line', { class: 'bound', x1: 0, x2: WIDTH, y1: up(bound), y2: up(bound) })),
    filled &&
      spots.length > 1 &&
      h('path', { class: 'ground', d: `M${spots[0]?.x},${HEIGHT}L${way}L${end.x},${HEIGHT}Z` }),
    spots.length > 1 && h('path', { class: 'way', d: `M${way}` }),
    spots.length <= MOST_DOTS &&
      spots.slice(0, -1).map(({ x, y }) => h('circle', { class: 'dot', cx: x, cy: y, r: 1.4 })),
    h('circle', { class: 'dot', cx: end.x, cy: end.y, r: 2.8 }),
  );
}

/** From the first day of the cycle, or of the values, to today, or to the end of a cycle that is over. */
function scales(values: readonly DatedValue[], bounds: readonly number[], { start, end, today, over }: Scene) {
  const first = values[0]?.date ?? today;
  const newest = values.at(-1)?.date ?? today;
  const from = start !== null && start < first ? start : first;
  const last = over && end !== null ? end : today;
  const sizes = [...values.map(each => each.value), ...bounds];
  const days = linear([0, Math.max(daysBetween(from, last), daysBetween(from, newest))], [MARGIN, WIDTH - MARGIN]);
  return {
    across: (date: string) => days(daysBetween(from, date)),
    up: linear([Math.min(...sizes), Math.max(...sizes)], [HEIGHT - MARGIN, MARGIN]),
  };
}
