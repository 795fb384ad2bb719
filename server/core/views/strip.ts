/**
 * A few lines to see first, each leading to its place.
 */
import { h, type JSX } from 'preact';
import type { Place } from '../reports/report.ts';
import type { Standing } from '../wording/standing.ts';
import { Icon } from './icon.ts';
import { PlaceLink } from './place-link.ts';
import type { Scene } from './scene.ts';

export interface Line {
  readonly sign: Standing;
  readonly title: string;
  readonly text: string;
  readonly place: Place;
}

/** As many as one takes in at a look; the rest is folded away. */
const MOST = 8;

interface StripProps {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly scene: Scene;
}

/** null where there is no line. */
export function Strip({ id, heading, lines, scene }: StripProps): JSX.Element | null {
  if (lines.length === 0) return null;
  const list = (some: readonly Line[]) =>
    h(
      'ul',
      { 'aria-labelledby': id },
      some.map(({ sign, title, text, place }) =>
        h(
          'li',
          null,
          h(Icon, sign),
          ' ',
          h(
            'span',
            { class: 'move' },
            h(PlaceLink, { place, scene, children: title }),
            ' ',
            h('bdi', { class: 'how', dir: startsWithNumber(text) ? 'ltr' : undefined }, text),
          ),
        ),
      ),
    );
  return h(
    'section',
    { class: 'moved', 'aria-labelledby': id },
    h('h2', { id }, heading),
    list(lines.slice(0, MOST)),
    lines.length > MOST &&
      h('details', { class: 'fold' }, h('summary', null, `and ${lines.length - MOST} more`), list(lines.slice(MOST))),
  );
}

/** Such are our words around a unit, which may be written from right to left; others begin with people's own. */
function startsWithNumber(text: string): boolean {
  return /^\p{N}/u.test(text);
}
