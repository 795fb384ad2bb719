/**
 * The page of the alignment: how to read it, and the drawing or the list.
 */
import { h, type JSX } from 'preact';
import type { Alignment } from '../../reports/alignment.ts';
import { standingOf } from '../../wording/standing.ts';
import { count } from '../../wording/words.ts';
import { EmptyState } from '../empty-state.ts';
import { Sign } from '../icon.ts';
import type { Scene } from '../scene.ts';
import type { AlignmentLayout } from './layout.ts';
import { AlignmentList } from './list.ts';
import { AlignmentMap } from './map.ts';

export type AlignmentForm = 'map' | 'list';

interface AlignmentViewProps {
  readonly alignment: Alignment;
  readonly layout: AlignmentLayout;
  readonly form: AlignmentForm;
  /** What else there is to choose: a cycle. */
  readonly choice?: JSX.Element | null;
}

export function AlignmentView({ alignment, layout, form, choice = null }: AlignmentViewProps): JSX.Element {
  const { objectives, ties, today } = alignment;
  const scene: Scene = { today, start: null, end: null, over: false, live: true, mark: null };
  return h(
    'main',
    { class: 'alignment' },
    h(
      'header',
      { class: 'alignment-head' },
      h('h1', null, 'Who supports whom'),
      h('p', { class: 'quiet' }, sizeOf(alignment)),
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
            h(MapLegend, { key: 'legend', alignment, needs: ties.some(({ relation }) => relation === 'needs') }),
          ],
  );
}

function sizeOf({ objectives, ties }: Alignment): string {
  const teams = new Set(objectives.map(({ team }) => team));
  const loose = new Set(objectives.map(({ key }) => key));
  for (const { from, to, relation } of ties) {
    if (relation !== 'supports') continue;
    loose.delete(from);
    loose.delete(to);
  }
  const size = `${count(objectives.length, 'objective')} of ${count(teams.size, 'team')}`;
  return loose.size === 0 ? size : `${size}, ${loose.size} of them tied to no other`;
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
    ['fit', 'Fit', 'Show all of it'],
  ];
  return h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
    buttons.map(([zoom, sign, name]) =>
      h('button', { key: zoom, type: 'button', 'data-zoom': zoom, 'aria-label': name, title: name }, sign),
    ),
  );
}

function MapLegend({ alignment, needs }: { readonly alignment: Alignment; readonly needs: boolean }): JSX.Element {
  const standings = new Map(alignment.objectives.map(each => standingOf(each)).map(each => [each.word, each]));
  return h(
    'footer',
    { class: 'legend' },
    h('p', null, h(Sample, { relation: 'supports' }), ' supports'),
    needs && h('p', null, h(Sample, { relation: 'needs' }), ' needs'),
    [...standings.values()].map(({ word, shape, tone }) =>
      h('p', { key: word, class: tone }, h('span', { class: `icon ${tone}` }, h(Sign, { shape })), word),
    ),
  );
}

function Sample({ relation }: { readonly relation: string }): JSX.Element {
  return h(
    'svg',
    { class: 'tie-sample', width: 36, height: 12, 'aria-hidden': 'true' },
    h('path', { class: `tie ${relation}`, d: 'M1 6H35' }),
    h('path', { class: `tie-head ${relation}`, d: 'M27 2L35 6L27 10' }),
  );
}
