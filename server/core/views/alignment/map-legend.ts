/** How to read a map of the alignment: its arrows, and the signs in it. */
import { h, type JSX } from 'preact';
import type { Alignment, AlignmentTie } from '../../reports/alignment.ts';
import { standingOf } from '../../wording/standing.ts';
import { Sign } from '../icon.ts';

export function MapLegend({ alignment }: { readonly alignment: Alignment }): JSX.Element {
  const relations = new Set(alignment.ties.map(({ relation }) => relation));
  const standings = new Map(alignment.objectives.map(each => standingOf(each)).map(each => [each.word, each]));
  return h(
    'footer',
    { class: 'legend' },
    ['supports' as const, 'needs' as const]
      .filter(relation => relations.has(relation))
      .map(relation => h('p', { key: relation }, h(Sample, { relation }), relation)),
    [...standings.values()].map(({ word, shape, tone }) =>
      h('p', { key: word, class: tone }, h('span', { class: `icon ${tone}` }, h(Sign, { shape })), word),
    ),
  );
}

function Sample({ relation }: Pick<AlignmentTie, 'relation'>): JSX.Element {
  return h(
    'svg',
    { class: 'tie-sample', width: 36, height: 12, 'aria-hidden': 'true' },
    h('path', { class: `tie ${relation}`, d: 'M1 6H28' }),
    h('path', { class: `tie-head ${relation}`, d: 'M26 2L36 6L26 10Z' }),
  );
}
