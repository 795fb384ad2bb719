/** Business as usual: what is not healthy in a sentence each, then all of them in a table. */
import type { Health, KpiReport } from '../report.ts';
import { capital, counted, inWords, on } from './english.ts';
import { amount, shortDay } from './figures.ts';
import type { Part } from './parts.ts';
import { health } from './standing.ts';
import { table } from './table.ts';
import { plain, quoted } from './text.ts';

const ORDER: readonly Health[] = ['critical', 'watch', 'healthy', 'unknown'];

/** The KPIs that left their healthy line after the cycle began. */
export function worsened({ report: { kpis, cycle } }: Part): readonly KpiReport[] {
  return kpis.filter(({ health: now, since }) => isUnwell(now) && since !== null && since > (cycle.start ?? since));
}

export function kpis(part: Part, teamTitle: (team: string | null) => string): string[] {
  const { report, today } = part;
  const known = part.time === 'over' ? report.kpis.filter(({ value }) => value !== null) : report.kpis;
  if (known.length === 0) return [];
  const sorted = known.toSorted((a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health));
  const several = new Set(known.map(({ team }) => team)).size > 1;
  return [
    sentences(known, part),
    table<KpiReport>(
      [
        { name: 'KPI', cell: ({ title }) => plain(title || 'A KPI without a title') },
        { name: 'Team', cell: ({ team }) => (several ? plain(teamTitle(team)) : '') },
        { name: 'Owner', cell: ({ owner }) => plain(owner ?? '') },
        { name: 'Healthy', right: true, cell: ({ healthy }) => plain(healthy ?? '') },
        { name: 'Now', right: true, cell: ({ value, unit }) => (value === null ? '' : amount(value, unit)) },
        { name: 'Read', right: true, cell: ({ date }) => (date === null ? '' : shortDay(date, today)) },
        { name: 'Health', cell: health },
        { name: 'Since', right: true, cell: ({ since }) => (since === null ? '' : shortDay(since, today)) },
      ],
      sorted,
    ),
  ];
}

function sentences(known: readonly KpiReport[], part: Part): string {
  const unwell = known.filter(({ health: now }) => isUnwell(now));
  const over = part.time === 'over';
  if (unwell.length === 0) {
    const all = known.filter(({ health: now }) => now === 'healthy').length;
    return all === known.length
      ? `${capital(known.length === 1 ? 'the one KPI' : `all ${counted(known.length, 'KPI')}`)} ${known.length === 1 ? 'is' : 'are'} healthy.`.replace(
          'are',
          over ? 'were' : 'are',
        )
      : '';
  }
  const first = `${capital(inWords(unwell.length))} of ${counted(known.length, 'KPI')} ${unwell.length === 1 ? 'is' : 'are'} not healthy.`;
  return [
    over ? first.replace(/ (is|are) not/, ' ended').replace('ended healthy', 'did not end healthy') : first,
    ...unwell.map(kpi => sentenceOf(kpi, part)),
  ].join(' ');
}

function sentenceOf(
  { title, health: now, since, value, unit, healthy, feeds }: KpiReport,
  { today, time }: Part,
): string {
  const when = since === null ? '' : ` since ${on(since, today)}`;
  const should = healthy === null ? '' : `; healthy is ${plain(healthy)}`;
  const work = feeds.length > 0 || time === 'over' ? '' : ', and no key result works on it';
  const figure = value === null ? '' : `, now ${amount(value, unit)}`;
  return `${quoted(title)} ${time === 'over' ? 'had been' : 'has been'} ${now === 'critical' ? 'critical' : 'one to watch'}${when}${figure}${should}${work}.`;
}

function isUnwell(now: Health): boolean {
  return now === 'watch' || now === 'critical';
}
