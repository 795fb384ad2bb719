/**
 * Which cycle is shown.
 */
import { h, type JSX } from 'preact';
import type { CycleChoice } from '../requests/cycles.ts';
import type { PreviewContent } from '../requests/preview.ts';

export function CycleSelect({ cycles, cycle }: Pick<PreviewContent, 'cycles' | 'cycle'>): JSX.Element | null {
  if (cycles.length === 0) return null;
  return h(
    'label',
    { class: 'cycles' },
    h('span', { class: 'unseen' }, 'Cycle'),
    h(
      'select',
      { name: 'cycle', value: cycle ?? '' },
      cycle === null && h('option', { value: '', selected: true }, 'No cycle'),
      cycles.map(each => h('option', { key: each.id, value: each.id, selected: each.id === cycle }, cycleName(each))),
    ),
  );
}

/** `Peak season, 2026-Q4 (now)`; a title from right to left does not turn what stands beside it: an option holds no `bdi`. */
function cycleName({ id, title, current }: CycleChoice): string {
  return `${title === '' || title === id ? id : `\u2068${title}\u2069, ${id}`}${current ? ' (now)' : ''}`;
}
