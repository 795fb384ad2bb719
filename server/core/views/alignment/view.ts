/**
 * The page of the alignment: how to read it, and the drawing or the list.
 */
import { h, type JSX } from 'preact';
import type { Alignment } from '../../reports/alignment.ts';
import { count, fullDay } from '../../wording/words.ts';
import { EmptyState } from '../empty-state.ts';
import { sceneOfAllCycles } from '../scene.ts';
import type { AlignmentLayout } from './layout.ts';
import { AlignmentList } from './list.ts';
import { AlignmentMap } from './map.ts';
import { MapLegend } from './map-legend.ts';
import { untiedIn } from './untied.ts';

export type AlignmentForm = 'map' | 'list';

interface AlignmentViewProps {
  readonly alignment: Alignment;
  readonly layout: AlignmentLayout;
  readonly form: AlignmentForm;
  /** What else there is to choose: a cycle. */
  readonly choice?: JSX.Element | null;
}

export function AlignmentView({ alignment, layout, form, choice = null }: AlignmentViewProps): JSX.Element {
  const { objectives, today } = alignment;
  const scene = sceneOfAllCycles(today, true);
  return h(
    'main',
    { class: 'alignment' },
    h(
      'header',
      { class: 'alignment-head' },
      h('h1', null, 'Who supports whom'),
      h('p', { class: 'quiet' }, `${sizeOf(alignment)} · as of ${fullDay(today)}`),
      choice,
      objectives.length > 0 &&
        h(
          'div',
          { class: 'switch', role: 'group', 'aria-label': 'Drawn as' },
          h(FormButton, { form: 'map', chosen: form, children: 'Map' }),
          h(FormButton, { form: 'list', chosen: form, children: 'List' }),
        ),
    ),
    objectives.length === 0
      ? h(EmptyState, { message: 'No objectives in this cycle yet.' })
      : form === 'list'
        ? h(AlignmentList, { alignment, scene })
        : [
            h(
              'div',
              { key: 'window', class: 'map-frame' },
              h(
                'section',
                {
                  class: 'map-window',
                  tabIndex: 0,
                  'aria-label': 'Map: arrow keys move it, plus and minus zoom, 0 shows all of it',
                },
                h(AlignmentMap, { alignment, layout, scene }),
              ),
              h(ZoomButtons, null),
            ),
            h(MapLegend, { key: 'legend', alignment }),
          ],
  );
}

/** `15 objectives of 5 teams, 1 of them tied to no other` */
function sizeOf(alignment: Alignment): string {
  const { objectives } = alignment;
  const teams = new Set(objectives.flatMap(({ team }) => team ?? [])).size;
  const untied = untiedIn(alignment);
  const size = count(objectives.length, 'objective') + (teams === 0 ? '' : ` of ${count(teams, 'team')}`);
  if (untied === 0 || objectives.length === 1) return size;
  return `${size}, ${untied === objectives.length ? 'none' : untied} of them tied to ${untied === objectives.length ? 'another' : 'no other'}`;
}

interface FormButtonProps {
  readonly form: AlignmentForm;
  readonly chosen: AlignmentForm;
  readonly children: string;
}

function FormButton({ form, chosen, children }: FormButtonProps): JSX.Element {
  return h('button', { type: 'button', 'data-form': form, 'aria-pressed': `${form === chosen}` }, children);
}

function ZoomButtons(): JSX.Element {
  const buttons = [
    ['in', '+', 'Zoom in'],
    ['out', '−', 'Zoom out'],
  ];
  return h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
    buttons.map(([zoom, sign, name]) =>
      h('button', { key: zoom, type: 'button', 'data-zoom': zoom, 'aria-label': name, title: name }, sign),
    ),
    h('button', { type: 'button', 'data-zoom': 'fit' }, 'Show all'),
  );
}
