/**
 * The score as a ring, with a tick where the time stands.
 */
import { h, type JSX } from 'preact';
import type { Tone } from '../wording/standing.ts';
import { percent, score as scoreText } from '../wording/words.ts';

const RADIUS = 27;

interface RingProps {
  readonly score: number | null;
  /** 0…1: how much of the time is gone. */
  readonly elapsed: number | null;
  readonly tone: Tone;
}

export function Ring({ score, elapsed, tone }: RingProps): JSX.Element {
  const label =
    (score === null ? 'No score yet' : `Score ${scoreText(score)}`) +
    (elapsed === null ? '' : `; ${percent(elapsed)} of the time is gone`);
  return h(
    'svg',
    { class: `ring ${tone}`, viewBox: '-32 -32 64 64', role: 'img', 'aria-label': label },
    h('title', null, label),
    h('circle', { class: 'track', r: RADIUS }),
    score !== null && score > 0 && h('circle', { class: 'filled', r: RADIUS, ...fromTwelve(Math.min(1, score)) }),
    elapsed !== null &&
      elapsed > 0 &&
      elapsed < 1 &&
      h('line', { class: 'tick', y1: 4 - RADIUS, y2: -RADIUS - 4, transform: `rotate(${Math.round(elapsed * 360)})` }),
    h(
      'text',
      { class: 'figure', 'data-figure': 'score', y: 0, dy: '.36em', 'text-anchor': 'middle' },
      score === null ? '–' : scoreText(score),
    ),
  );
}

/** A share of the turn, from twelve o'clock on. */
function fromTwelve(share: number): Record<string, string | number> {
  return { pathLength: 100, 'stroke-dasharray': `${Math.round(share * 1000) / 10} 100`, transform: 'rotate(-90)' };
}
