/**
 * How far it is from the baseline to the target: what is reached, what the pace forecasts, and a tick where one should
 * be today. Everything stands at percentages of the width, so that a bar is as wide as its place.
 */
import { h, type JSX } from 'preact';
import type { Tone } from '../wording/standing.ts';
import { at } from './scale.ts';

interface BarProps {
  /** 0…1 */
  readonly reached: number;
  readonly expected: number | null;
  readonly forecast: number | null;
  readonly tone: Tone;
  /** Estimated by people rather than measured: drawn hatched. */
  readonly judged?: boolean;
  readonly label: string;
}

export function Bar({ reached, expected, forecast, tone, judged = false, label }: BarProps): JSX.Element {
  return h(
    'svg',
    { class: `bar ${tone}${judged ? ' judged' : ''}`, role: 'img', 'aria-label': label },
    h('title', null, label),
    h('rect', { class: 'track', x: 0, y: '25%', width: '100%', height: '50%', rx: 3 }),
    forecast !== null &&
      forecast > reached &&
      h('rect', { class: 'forecast', x: 0, y: '25%', width: at(forecast), height: '50%', rx: 3 }),
    reached > 0 && h('rect', { class: 'filled', x: 0, y: '25%', width: at(reached), height: '50%', rx: 3 }),
    h(Tick, { expected }),
  );
}

/** Where one should be today. */
export function Tick({ expected }: { readonly expected: number | null }): JSX.Element | null {
  if (expected === null) return null;
  return h('line', { class: 'tick', x1: at(expected), x2: at(expected), y1: 0, y2: '100%' });
}
