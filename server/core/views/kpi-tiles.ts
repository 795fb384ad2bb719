/**
 * Business as usual: the numbers that should stay healthy while the objectives pull elsewhere, team by team, what needs
 * somebody first.
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import type { Health, KpiReport, Place } from '../reports/report.ts';
import { unitOfChange } from '../scores/value-text.ts';
import { healthOverTime } from '../wording/health-course.ts';
import { healthStanding } from '../wording/standing.ts';
import { count, day, daysBetween, quantity } from '../wording/words.ts';
import { ActButton } from './act-button.ts';
import { kpiId } from './count-chips.ts';
import { Pill } from './icon.ts';
import { keysOf } from './keys.ts';
import { ValueName, ValueWay } from './linked.ts';
import { mention } from './person.ts';
import { PlaceLink, placeProps } from './place-link.ts';
import type { Scene } from './scene.ts';
import { type Band, Sparkline } from './sparkline.ts';

const BY_URGENCY: readonly Health[] = ['critical', 'watch', 'unknown', 'healthy'];

interface KpiTilesProps {
  readonly kpis: readonly KpiReport[];
  readonly scene: Scene;
}

export function KpiTiles({ kpis, scene }: KpiTilesProps): JSX.Element | null {
  if (kpis.length === 0) return null;
  const keys = keysOf(kpis);
  const teams = teamsOf(kpis);
  const tiles = (own: readonly KpiReport[], heading: 'h3' | 'h4') =>
    h(
      'ul',
      { class: 'tiles' },
      own.map(kpi => h(KpiTile, { key: keys.get(kpi), kpi, scene, id: kpiId(kpis.indexOf(kpi)), heading })),
    );
  return h(
    'section',
    { class: 'kpis', 'aria-labelledby': 'kpis' },
    h('h2', { id: 'kpis' }, 'Business as usual'),
    kpis.length > 1 && h('p', { class: 'kpis-sum' }, inSum(kpis)),
    teams.length === 1
      ? tiles(teams[0]?.kpis ?? [], 'h3')
      : teams.map(team => [h('h3', { class: 'kpis-team', dir: 'auto' }, team.title), tiles(team.kpis, 'h4')]),
  );
}

/** In the order of the report; of a team the critical ones first. */
function teamsOf(kpis: readonly KpiReport[]): { readonly title: string; readonly kpis: readonly KpiReport[] }[] {
  const teams = new Map<string, KpiReport[]>();
  for (const kpi of kpis) teams.set(kpi.team ?? '', [...(teams.get(kpi.team ?? '') ?? []), kpi]);
  return [...teams.values()].map(own => ({
    title: own[0]?.teamTitle || own[0]?.team || 'No team',
    kpis: own.toSorted((a, b) => BY_URGENCY.indexOf(a.health) - BY_URGENCY.indexOf(b.health)),
  }));
}

/** `1 critical · 2 watch · 5 healthy` */
function inSum(kpis: readonly KpiReport[]): ComponentChildren {
  const counts = BY_URGENCY.map(health => ({ health, many: kpis.filter(each => each.health === health).length }));
  return counts
    .filter(({ many }) => many > 0)
    .map(({ health, many }, i) => {
      const { tone, word } = healthStanding(health);
      return [i > 0 && ' · ', h('span', { class: `text ${tone}` }, `${many} ${word}`)];
    });
}

interface KpiTileProps {
  readonly kpi: KpiReport;
  readonly scene: Scene;
  readonly id: string;
  readonly heading: 'h3' | 'h4';
}

function KpiTile({ kpi, scene, id, heading }: KpiTileProps): JSX.Element {
  const standing = healthStanding(kpi.health);
  const value = kpi.value === null ? '–' : quantity(kpi.value, kpi.unit);
  const bands = bandsOf(kpi);
  return h(
    'li',
    { class: `tile ${standing.tone}`, id, ...placeProps(kpi.place, scene) },
    h(heading, null, h(PlaceLink, { place: kpi.place, scene, children: kpi.title || 'Untitled KPI' })),
    h(Pill, standing),
    h('p', { class: 'tile-value' }, h('b', null, value), h(Change, { kpi, scene })),
    h(Sparkline, {
      values: kpi.history,
      scene,
      tone: standing.tone,
      bands,
      filled: bands.length === 0,
      label: [`${count(kpi.history.length, 'reading')} of ${kpi.title}, now ${value}`, healthOverTime(kpi, scene.today)]
        .filter(part => part !== '')
        .join(': '),
    }),
    h(
      'div',
      { class: 'tile-notes' },
      h(
        'p',
        { class: 'tile-note' },
        notes(kpi, scene).map((note, index) => [index > 0 && '\u00a0· ', h('bdi', null, note)]),
      ),
      kpi.course.length > 1 && h('p', { class: 'tile-note' }, sentence(healthOverTime(kpi, scene.today))),
    ),
    scene.acts === true &&
      h(
        'div',
        { class: 'tile-acts' },
        h(ActButton, { act: 'reading', title: kpi.title, scene }),
        !scene.over && isLeftAlone(kpi) && h(ActButton, { act: 'objective', title: kpi.title, scene }),
      ),
  );
}

/** `+12 since 7 Nov`: from the reading before. */
function Change({ kpi: { history, unit }, scene }: Pick<KpiTileProps, 'kpi' | 'scene'>): JSX.Element | null {
  const [before, last] = history.slice(-2);
  if (before === undefined || last === undefined) return null;
  const by = Number((last.value - before.value).toPrecision(12));
  const change = by === 0 ? 'as' : `${by > 0 ? '+' : ''}${quantity(by, unitOfChange(unit), unit !== '%')} since`;
  return h('span', { class: 'tile-change' }, ` ${change} ${by === 0 ? 'on ' : ''}${day(before.date, scene.today)}`);
}

function bandsOf({ bands: { healthy, critical } }: KpiReport): Band[] {
  const bands: Band[] = [];
  if (critical !== null) bands.push({ tone: 'bad', ...critical });
  if (healthy !== null) bands.push({ tone: 'good', ...healthy });
  return bands;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function notes(kpi: KpiReport, scene: Scene): ComponentChildren[] {
  const { today } = scene;
  // What it takes its values from works on it, and is named as that already.
  const feeds = kpi.feedsTo.filter(to => !kpi.sources.some(from => isSamePlace(from.place, to.place)));
  const all: ComponentChildren[] = [
    kpi.since === null || kpi.course.length > 1
      ? null
      : `${healthStanding(kpi.health).word} since ${day(kpi.since, today)}`,
    kpi.healthy === null ? 'no healthy line yet' : `healthy line: ${kpi.healthy}`,
    kpi.stale && kpi.date !== null
      ? h('span', { class: 'text warn' }, `last read ${count(daysBetween(kpi.date, today), 'day')} ago`)
      : kpi.date !== null && `read ${day(kpi.date, today)}`,
    kpi.owner === null ? null : mention(kpi.owner),
    kpi.sources.length > 0 && h('span', null, 'from ', h(ValueWay, { sources: kpi.sources, of: kpi.place, scene })),
    feeds.length > 0
      ? h(
          'span',
          null,
          'feeds ',
          feeds.map((to, i) => [i > 0 && ', ', h(ValueName, { to, scene })]),
        )
      : isLeftAlone(kpi)
        ? 'no key result works on it yet'
        : null,
  ];
  return all.filter(note => note !== null && note !== false);
}

/** Something is wrong, and nobody works on it. */
function isLeftAlone({ health, sources, feedsTo }: KpiReport): boolean {
  return (health === 'critical' || health === 'watch') && sources.length + feedsTo.length === 0;
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.uri === other.uri && one.line === other.line;
}
