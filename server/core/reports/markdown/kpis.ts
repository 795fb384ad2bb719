/** Business as usual: in sentences what went wrong, then all of it in a table. */
import type { Health, KpiReport } from '../report.ts';
import { are, capital, counted, inWords, on } from './english.ts';
import { amount, shortDay } from './figures.ts';
import type { Part } from './parts.ts';
import { health } from './standing.ts';
import { table } from './table.ts';
import { plain, quoted } from './text.ts';

const ORDER: readonly Health[] = ['critical', 'watch', 'healthy', 'unknown'];

/** Those that left their healthy line after the cycle began. */
export function worsened({ report: { kpis, cycle } }: Part): readonly KpiReport[] {
  return kpis.filter(
    ({ health: now, since, history }) =>
      isUnwell(now) &&
      since !== null &&
      since > (cycle.start ?? since) &&
      // Who comes from critical to watch got better.
      (history.findLast(({ date }) => date < since)?.health ?? 'critical') !== 'critical',
  );
}

export function kpis(part: Part): string[] {
  const isOver = part.time === 'over';
  // What was not read before the end says nothing of the cycle.
  const known = part.report.kpis.filter(({ value }) => !isOver || value !== null);
  if (known.length === 0) return [];
  const several = new Set(known.map(({ team }) => team)).size > 1;
  const sorted = known.toSorted((a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health));
  const columns = [
    { name: 'KPI', cell: ({ title }: KpiReport) => plain(title || 'A KPI without a title') },
    { name: 'Team', cell: ({ team, teamTitle }: KpiReport) => (several ? plain(teamTitle || team || '') : '') },
    { name: 'Owner', cell: ({ owner }: KpiReport) => plain(owner ?? '') },
    { name: 'Healthy', right: true, cell: ({ healthy }: KpiReport) => plain(healthy ?? '') },
    { name: isOver ? 'At the end' : 'Now', right: true, cell: figure },
    { name: 'Read', right: true, cell: ({ date }: KpiReport) => (date === null ? '' : shortDay(date, part.today)) },
    { name: 'Health', cell: health },
    { name: 'Since', right: true, cell: ({ since }: KpiReport) => (since === null ? '' : shortDay(since, part.today)) },
  ];
  return [[overall(known, isOver), ...news(known, part)].join(' '), table<KpiReport>(columns, sorted)];
}

function overall(known: readonly KpiReport[], isOver: boolean): string {
  const unwell = known.filter(({ health: now }) => isUnwell(now)).length;
  const critical = known.filter(({ health: now }) => now === 'critical').length;
  const unread = known.filter(({ health: now }) => now === 'unknown').length;
  const all = counted(known.length, 'KPI');
  if (known.length === 1 && unread === 0) {
    const stands = critical > 0 ? 'critical' : unwell > 0 ? 'not healthy' : 'healthy';
    return `The one KPI ${isOver ? 'was' : 'is'} ${stands}${isOver ? ' at the end' : ''}.`;
  }
  if (unwell > 0) {
    const worst =
      critical === 0 ? '' : `, ${critical === unwell ? 'and critical' : `${inWords(critical)} of them critical`}`;
    return `${capital(inWords(unwell))} of ${all} ${isOver ? 'did not end healthy' : `${are(unwell)} not healthy`}${worst}.`;
  }
  if (unread > 0) return `${capital(inWords(unread))} of ${all} ${unread === 1 ? 'has' : 'have'} not been read yet.`;
  return `${known.length === 2 ? 'Both KPIs' : `All ${all}`} ${isOver ? 'ended' : 'are'} healthy.`;
}

/** A sentence for what is critical, and for what left its healthy line in this cycle. */
export function news(known: readonly KpiReport[], part: Part): string[] {
  const fresh = new Set(worsened(part));
  return known
    .filter(kpi => kpi.health === 'critical' || fresh.has(kpi))
    .map(kpi => {
      const { title, health: now, since, healthy, feeds } = kpi;
      const isOver = part.time === 'over';
      const day = since === null ? '' : on(since, part.today);
      const what =
        now === 'critical' ? `${isOver ? 'was' : 'has been'} critical since ${day}` : `left its healthy line on ${day}`;
      const line = healthy === null ? '' : `; healthy is ${plain(healthy)}`;
      const alone = feeds.length > 0 || isOver ? '' : ', and no key result works on it';
      return `${quoted(title)} ${what} (${figure(kpi)}${line})${alone}.`;
    });
}

function figure({ value, unit }: KpiReport): string {
  return value === null ? '' : amount(value, unit);
}

function isUnwell(now: Health): boolean {
  return now === 'watch' || now === 'critical';
}
