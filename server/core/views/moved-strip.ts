/**
 * What moved since the last round of check-ins: the first thing that a weekly meeting wants to know.
 */
import { h, type JSX } from 'preact';
import type { Movement, Report } from '../reports/report.ts';
import type { Shape, Tone } from '../wording/standing.ts';
import { longDay } from '../wording/words.ts';
import { Icon } from './icon.ts';
import { PlaceLink } from './place-link.ts';
import type { Scene } from './scene.ts';

/** As many as one takes in at a look; the rest is folded away. */
const MOST = 8;

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

export function MovedStrip({ report, scene }: { readonly report: Report; readonly scene: Scene }): JSX.Element | null {
  const { moved, movedSince } = report;
  if (moved.length === 0) return null;
  return h(
    'section',
    { class: 'moved', 'aria-labelledby': 'moved' },
    h('h2', { id: 'moved' }, movedSince === null ? 'Moved lately' : `Since ${longDay(movedSince, report.today)}`),
    h(Moves, { moves: moved.slice(0, MOST), scene }),
    moved.length > MOST &&
      h(
        'details',
        { class: 'fold' },
        h('summary', null, `and ${moved.length - MOST} more`),
        h(Moves, { moves: moved.slice(MOST), scene }),
      ),
  );
}

function Moves({ moves, scene }: { readonly moves: readonly Movement[]; readonly scene: Scene }): JSX.Element {
  return h(
    'ul',
    { 'aria-labelledby': 'moved' },
    moves.map(move => {
      const { shape, word } = SIGNS[move.what];
      return h(
        'li',
        null,
        h(Icon, { shape, tone: toneOf(move), word }),
        ' ',
        h(
          'span',
          { class: 'move' },
          h(PlaceLink, { place: move.place, scene, children: move.title }),
          ' ',
          h('bdi', { class: 'how' }, move.text),
        ),
      );
    }),
  );
}

function toneOf({ good, what }: Movement): Tone {
  if (good === null) return what === 'silent' ? 'warn' : 'quiet';
  return good ? 'good' : 'bad';
}
