/**
 * How to read the bars.
 */
import { h, type JSX } from 'preact';
import type { Report } from '../reports/report.ts';
import { fullDay } from '../wording/words.ts';
import type { Scene } from './scene.ts';

/** Says only what there is to read. */
export function Legend({ report, scene }: { readonly report: Report; readonly scene: Scene }): JSX.Element {
  const keyResults = scene.over ? [] : report.objectives.flatMap(objective => objective.keyResults);
  return h(
    'footer',
    { class: 'legend' },
    h('p', null, `As of ${fullDay(scene.today)}`),
    keyResults.some(each => each.expected !== null) &&
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
    keyResults.some(each => each.forecast !== null) &&
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
