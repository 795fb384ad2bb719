/**
 * How to read the bars.
 */
import { h, type JSX } from 'preact';
import type { Scene } from './scene.ts';
import { fullDay } from './words.ts';

export function Legend({ scene }: { readonly scene: Scene }): JSX.Element {
  return h(
    'footer',
    { class: 'legend' },
    h('p', null, `As of ${fullDay(scene.today)}`),
    !scene.over &&
      h(
        'p',
        null,
        h(
          'svg',
          { class: 'bar quiet sample', 'aria-hidden': 'true' },
          h('line', { class: 'tick', x1: '50%', x2: '50%', y1: 0, y2: '100%' }),
        ),
        ' where one should be today',
      ),
    !scene.over &&
      h(
        'p',
        null,
        h(
          'svg',
          { class: 'bar good sample', 'aria-hidden': 'true' },
          h('rect', { class: 'forecast', x: 0, y: '25%', width: '100%', height: '50%', rx: 3 }),
        ),
        ' where the pace leads by the end',
      ),
  );
}
