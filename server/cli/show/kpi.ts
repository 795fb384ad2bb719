/** One KPI, or one initiative. */
import type { InitiativeReport, KpiReport } from '../../core/reports/report.ts';
import { healthOverTime } from '../../core/wording/health-course.ts';
import { healthStanding } from '../../core/wording/standing.ts';
import { valueWayInWords } from '../../core/wording/value-way.ts';
import { day, quantity } from '../../core/wording/words.ts';
import { sparkline } from './bar.ts';
import { type Details, datedLines, description, facts, heading, wrapped } from './details.ts';
import { mark, painted, plain } from './looks.ts';

const MOST_READINGS = 8;

export function kpiDetails(kpi: KpiReport, details: Details): string[] {
  const { report, colours } = details;
  const values = kpi.history.map(({ value }) => value).slice(-24);
  const since = kpi.since === null ? '' : colours.dim(`  since ${plain(day(kpi.since, report.today))}`);
  const value = kpi.value === null ? 'no reading yet' : plain(quantity(kpi.value, kpi.unit));
  const line = values.length < 3 ? '' : `  ${colours.cyan(sparkline(values))}`;
  const newest = kpi.history.slice(-MOST_READINGS).reverse();
  const rows = newest.map(reading => ({
    date: reading.date,
    cells: [plain(quantity(reading.value, kpi.unit))],
    note: reading.note,
  }));
  const more = kpi.history.length - newest.length;
  // What it takes its values from works on it, and is named as that already.
  const feeds = kpi.feeds.filter(name => !kpi.sources.some(({ ref }) => ref === name));
  return [
    ...heading(kpi.ref, kpi.title, details),
    ...facts(['KPI', kpi.team, kpi.owner, kpi.stale && 'no new reading for a while'], colours),
    ...description(kpi.description, details),
    '',
    `  ${colours.bold(value)}  ${painted(mark(healthStanding(kpi.health)), colours)}${since}${line}`,
    ...(kpi.healthy === null ? [] : [`  ${colours.dim('healthy ')}${plain(kpi.healthy)}`]),
    ...(kpi.critical === null ? [] : [`  ${colours.dim('critical')} ${plain(kpi.critical)}`]),
    ...(kpi.course.length < 2 ? [] : labelled('so far', healthOverTime(kpi, report.today), details)),
    ...(kpi.sources.length === 0 ? [] : labelled('from', valueWayInWords(kpi.sources, kpi.place), details)),
    ...(feeds.length === 0 ? [] : [`  ${colours.dim('feeds   ')} ${plain(feeds.join(', '))}`]),
    ...(rows.length === 0 ? [] : ['', colours.bold('Readings'), ...datedLines(rows, details)]),
    ...(more > 0 ? [colours.dim(`  and ${more} before`)] : []),
  ];
}

/** A text of some length beside its word. */
function labelled(word: string, text: string, { columns, colours }: Details): string[] {
  const margin = ' '.repeat(11);
  const [first = '', ...rest] = wrapped(plain(text), Math.min(columns, 100) - margin.length, margin);
  return [`  ${colours.dim(word.padEnd(8))} ${first.trimStart()}`, ...rest];
}

export function initiativeDetails(initiative: InitiativeReport, details: Details): string[] {
  const { report, colours } = details;
  const due = initiative.due === null ? null : `due ${day(initiative.due, report.today)}`;
  return [
    ...heading(initiative.ref, initiative.title, details),
    ...facts(['initiative', initiative.owner, initiative.status, due], colours),
    ...(initiative.overdue ? ['', `  ${colours.red('✗ overdue')}`] : []),
    ...(initiative.supports.length === 0
      ? []
      : ['', `  ${colours.dim('supports')} ${plain(initiative.supports.join(', '))}`]),
  ];
}
