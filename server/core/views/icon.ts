/**
 * A small sign that says by its shape what a colour repeats.
 */
import { h, type JSX } from 'preact';
import type { Shape, Standing, Tone } from '../wording/standing.ts';

/** `ink` is the sign, `paper` what is cut out of it; all on a grid of 16 by 16. */
interface Drawing {
  readonly ink?: string;
  readonly paper?: string;
  /** Drawn as a line in the ink's colour. */
  readonly line?: string;
  readonly dashes?: string;
}

const CIRCLE = 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Z';
const SQUARE = 'M4 1.5h8A2.5 2.5 0 0 1 14.5 4v8a2.5 2.5 0 0 1-2.5 2.5H4A2.5 2.5 0 0 1 1.5 12V4A2.5 2.5 0 0 1 4 1.5Z';

const DRAWINGS: Readonly<Record<Shape, Drawing>> = {
  check: { ink: CIRCLE, paper: 'M4.8 8.3l2.2 2.2 4.2-4.6' },
  warning: {
    ink: 'M7 2.1a1.15 1.15 0 0 1 2 0l6.1 10.9a1.1 1.1 0 0 1-1 1.7H1.9a1.1 1.1 0 0 1-1-1.7Z',
    paper: 'M8 6v3.6M8 12.2v.1',
  },
  cross: { ink: SQUARE, paper: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2' },
  barred: { ink: CIRCLE, paper: 'M4.5 8h7' },
  dashed: { line: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5', dashes: '2.6 2.31' },
  finish: {
    ink: 'M8 .5l2 1.4 2.45-.05.700 2.35 2 1.4L14.3 8l.85 2.4-2 1.4-.7 2.35L10 14.1l-2 1.4-2-1.4-2.45.050-.7-2.35-2-1.4L1.7 8l-.85-2.4 2-1.4.700-2.35L6 1.9Z',
    paper: 'M4.9 8.3l2.1 2.1 4.1-4.5',
  },
  stop: {
    line: 'M4.5 2h7A2.5 2.5 0 0 1 14 4.5v7a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 2 11.5v-7A2.5 2.5 0 0 1 4.5 2ZM5.5 8h5',
  },
  minus: { line: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5ZM5 8h6' },
  half: { line: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5', ink: 'M8 4a4 4 0 0 1 0 8Z' },
  up: { ink: 'M8 3.5l5 8.5H3Z' },
  down: { ink: 'M8 12.5L3 4h10Z' },
  level: { line: 'M4 8h8' },
  target: {
    line: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5',
    ink: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5Z',
  },
  silence: {
    ink: 'M3 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 1 0 0-2.6ZM8 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 1 0 0-2.6ZM13 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 1 0 0-2.6Z',
  },
};

/** The sign alone, for where its word stands beside it. */
export function Sign({ shape }: { readonly shape: Shape }): JSX.Element {
  const { ink, paper, line, dashes } = DRAWINGS[shape];
  return h(
    'svg',
    { class: `sign is-${shape}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    line !== undefined && h('path', { class: 'line', d: line, 'stroke-dasharray': dashes }),
    ink !== undefined && h('path', { class: 'ink', d: ink }),
    paper !== undefined && h('path', { class: 'paper', d: paper }),
  );
}

/** The sign with its word for those who don't see it, and under the pointer. */
export function Icon({
  shape,
  tone,
  word,
}: {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly word: string;
}): JSX.Element {
  return h('span', { class: `icon ${tone}`, title: word }, h(Sign, { shape }), h('span', { class: 'unseen' }, word));
}

/** Sign and word on a tinted ground. */
export function Pill({ shape, tone, word }: Standing): JSX.Element {
  return h('span', { class: `pill ${tone}` }, h(Sign, { shape }), word);
}
