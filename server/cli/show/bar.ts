/** Bars and lines drawn with characters. */
import type { Tone } from '../../core/wording/standing.ts';
import type { Colours } from '../terminal/colours.ts';
import { paint } from './looks.ts';

const HEIGHTS = '▁▂▃▄▅▆▇█';

export interface BarFigures {
  /** 0…1; null where there is nothing to draw. */
  readonly reached: number | null;
  /** Where it should be today, 0…1. */
  readonly expected: number | null;
  readonly tone: Tone;
}

/** How far it is, and a tick where it should be today: `━━━━━━━╸──│─────`. */
export function bar({ reached, expected, tone }: BarFigures, columns: number, colours: Colours): string {
  if (reached === null) return colours.dim('·'.repeat(columns));
  const share = Math.min(1, Math.max(0, reached));
  const halves = Math.round(share * columns * 2);
  const filled = '━'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '╸' : '');
  const tick = expected === null ? -1 : Math.min(columns - 1, Math.floor(Math.max(0, expected) * columns));
  const colour = paint(tone, colours);
  const cells = [...filled.padEnd(columns, '─')].map((cell, at) => {
    if (at === tick) return colours.bold('│');
    return cell === '─' ? colours.dim(cell) : colour(cell);
  });
  return cells.join('');
}

/** A row of values as heights; equal values are in the middle. */
export function sparkline(values: readonly number[]): string {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return values
    .map(value => HEIGHTS[span === 0 ? 3 : Math.round(((value - low) / span) * (HEIGHTS.length - 1))])
    .join('');
}
