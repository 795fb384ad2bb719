/**
 * The alignment in a document: a map that fits its page, and the same as lists for who reads line by line.
 */
import { h, type JSX } from 'preact';
import type { Alignment } from '../../reports/alignment.ts';
import { count } from '../../wording/words.ts';
import type { Scene } from '../scene.ts';
import { PAGE_WIDTH } from './box.ts';
import { layoutOf } from './layout.ts';
import { AlignmentList } from './list.ts';
import { AlignmentMap } from './map.ts';
import { MapLegend } from './map-legend.ts';
import { tiedIn, untiedIn } from './untied.ts';

/** Drawn smaller than that, its text is too small on paper; then only its signs can be seen. */
const SMALL = 0.75;
const FAR = 0.45;

interface AlignmentSectionProps {
  readonly alignment: Alignment;
  readonly scene: Scene;
}

/** null where nothing is tied to anything. */
export function AlignmentSection({ alignment, scene }: AlignmentSectionProps): JSX.Element | null {
  const tied = tiedIn(alignment);
  if (tied.objectives.length === 0) return null;
  const untied = untiedIn(alignment);
  const layout = layoutOf(tied);
  const scale = PAGE_WIDTH / layout.width;
  return h(
    'section',
    { class: 'aligned', 'aria-labelledby': 'alignment' },
    h('h2', { id: 'alignment' }, 'Alignment'),
    h(
      'p',
      { class: 'quiet' },
      `Who supports whom: ${count(tied.objectives.length, 'objective')}`,
      untied > 0 &&
        `; ${untied} more ${untied === 1 ? 'supports' : 'support'} nothing, and nothing supports ${untied === 1 ? 'it' : 'them'}`,
      '.',
    ),
    h(
      'div',
      { class: 'map-figure', 'aria-hidden': 'true' },
      h(AlignmentMap, { alignment: tied, layout, scene, far: scale < FAR }),
    ),
    h(MapLegend, { alignment: tied }),
    h(
      'details',
      { class: 'fold', open: scale < SMALL },
      h('summary', null, 'The same as a list'),
      h(AlignmentList, { alignment: tied, scene }),
    ),
  );
}
