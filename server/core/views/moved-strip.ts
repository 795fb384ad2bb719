/**
 * What moved since the last round of check-ins: the first thing that a weekly meeting wants to know.
 */
import { h, type JSX } from 'preact';
import type { Movement, Report } from '../reports/report.ts';
import { letGo } from '../wording/letting-go.ts';
import type { Shape, Tone } from '../wording/standing.ts';
import { longDay } from '../wording/words.ts';
import type { Scene } from './scene.ts';
import { type Line, Strip } from './strip.ts';

const SIGNS: Readonly<Record<Movement['what'], { readonly shape: Shape; readonly word: string }>> = {
  rose: { shape: 'up', word: 'rose' },
  fell: { shape: 'down', word: 'fell' },
  blocked: { shape: 'barred', word: 'blocked' },
  unblocked: { shape: 'check', word: 'no longer blocked' },
  'step-done': { shape: 'check', word: 'milestone done' },
  silent: { shape: 'silence', word: 'silent' },
  dropped: { shape: 'minus', word: 'dropped' },
  'kpi-worse': { shape: 'warning', word: 'KPI got worse' },
  'kpi-better': { shape: 'check', word: 'KPI got better' },
  target: { shape: 'target', word: 'target changed' },
};

export function MovedStrip({ report, scene }: { readonly report: Report; readonly scene: Scene }): JSX.Element {
  const { movedSince, today } = report;
  // Where it is live, what is silent needs attention above.
  const moved = scene.live ? report.moved.filter(({ what }) => what !== 'silent') : report.moved;
  return h(Strip, {
    id: 'moved',
    heading: movedSince === null ? 'Moved lately' : `Since ${longDay(movedSince, today)}`,
    lines: moved.map(lineOf),
    scene,
  });
}

function lineOf({ title, text, place, ...move }: Movement): Line {
  const sign = { ...SIGNS[move.what], tone: toneOf(move) };
  if (move.what !== 'dropped') return { title, text, place, sign };
  const { word, why } = letGo(text);
  return { title, text: why || word, place, sign: { ...sign, word } };
}

function toneOf({ good, what }: Pick<Movement, 'good' | 'what'>): Tone {
  if (good === null) return what === 'silent' ? 'warn' : 'quiet';
  return good ? 'good' : 'bad';
}
