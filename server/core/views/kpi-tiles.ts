/**
 * Business as usual: the numbers that should stay healthy while the objectives pull elsewhere.
 */
import { h, type JSX } from 'preact';
import type { KpiReport } from '../reports/report.ts';
import { healthStanding } from '../wording/standing.ts';
import { count, day, daysBetween, quantity } from '../wording/words.ts';
import { ActButton } from './act-button.ts';
import { kpiId } from './count-chips.ts';
import { Pill } from './icon.ts';
import { keysOf } from './keys.ts';
import { mention } from './person.ts';
import { PlaceLink, placeProps } from './place-link.ts';
import type { Scene } from './scene.ts';
import { Sparkline } from './sparkline.ts';

export function KpiTiles({
  kpis,
  scene,
}: {
  readonly kpis: readonly KpiReport[];
  readonly scene: Scene;
}): JSX.Element | null {
  if (kpis.length === 0) return null;
  const keys = keysOf(kpis);
  return h(
    'section',
    { class: 'kpis', 'aria-labelledby': 'kpis' },
    h('h2', { id: 'kpis' }, 'Business as usual'),
    h(
      'ul',
      { class: 'tiles' },
      kpis.map((kpi, index) => h(KpiTile, { key: keys.get(kpi), kpi, scene, id: kpiId(index) })),
    ),
  );
}

function KpiTile({
  kpi,
  scene,
  id,
}: {
  readonly kpi: KpiReport;
  readonly scene: Scene;
  readonly id: string;
}): JSX.Element {
  const standing = healthStanding(kpi.health);
  const value = kpi.value === null ? '–' : quantity(kpi.value, kpi.unit);
  return h(
    'li',
    { class: `tile ${standing.tone}`, id, ...placeProps(kpi.place, scene) },
    h('h3', null, h(PlaceLink, { place: kpi.place, scene, children: kpi.title || 'Untitled KPI' })),
    h(Pill, standing),
    h('p', { class: 'tile-value' }, h('b', null, value)),
    h(Sparkline, {
      values: kpi.history,
      scene,
      tone: standing.tone,
      filled: true,
      label: `${count(kpi.history.length, 'reading')} of ${kpi.title}, now ${value}`,
    }),
    h(
      'p',
      { class: 'tile-note' },
      notes(kpi, scene).map((note, index) => [index > 0 && ' · ', h('bdi', null, note)]),
    ),
    h(ActButton, { act: 'reading', place: kpi.place, title: kpi.title, scene }),
  );
}

function notes(kpi: KpiReport, { today }: Scene): (string | JSX.Element)[] {
  const all = [
    kpi.since === null ? null : `since ${day(kpi.since, today)}`,
    kpi.healthy === null ? 'no healthy line yet' : `healthy ${kpi.healthy}`,
    kpi.stale && kpi.date !== null
      ? h('span', { class: 'text warn' }, `last read ${count(daysBetween(kpi.date, today), 'day')} ago`)
      : null,
    kpi.owner === null ? null : mention(kpi.owner),
    kpi.feeds.length > 0
      ? `feeds ${count(kpi.feeds.length, 'key result')}`
      : kpi.health === 'critical' || kpi.health === 'watch'
        ? 'no key result works on it yet'
        : null,
  ];
  return all.filter(note => note !== null);
}
